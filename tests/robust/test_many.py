"""A hundred evaluations open as fast as three: measured in one run, as a ratio and never a time."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path
from statistics import median

import pytest
from streamlit.testing.v1 import AppTest

from components.shell.data import READER
from natverkskollen.files.data_folder import VARIABLE
from tests.building.many import many_evaluations
from tests.pages import MENU
from tests.thorough import FULL

FEW, MANY, MOST = 3, 100, 2.0
FOLDERS, OPENINGS = (7, 15) if FULL else (3, 5)


def seconds(app: AppTest) -> float:
    started = time.perf_counter()
    app.run()
    spent = time.perf_counter() - started
    assert not app.exception
    return spent


def test_oversikt_opens_a_hundred_evaluations_within_twice_the_time_of_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures
) -> None:
    first: dict[int, list[float]] = {FEW: [], MANY: []}
    later: dict[int, list[float]] = {FEW: [], MANY: []}
    opened: dict[int, AppTest] = {}
    # A folder nobody has read stands for a program that has just started; the first pays for the
    # imports and is left out.
    made = {count: many_evaluations(tmp_path / f"{count}", count) for count in (FEW, MANY)}
    for turn in range(FOLDERS + 1):
        for count in (FEW, MANY):
            folder = shutil.copytree(made[count], tmp_path / f"{turn}-{count}")
            monkeypatch.setenv(VARIABLE, str(folder))
            opened[count] = AppTest.from_file(MENU, default_timeout=60)
            first[count].append(seconds(opened[count]))
            for thread in threading.enumerate():
                if thread.name == READER:
                    thread.join()
    for _ in range(OPENINGS + 1):
        for count in (FEW, MANY):
            monkeypatch.setenv(VARIABLE, str(tmp_path / f"{FOLDERS}-{count}"))
            later[count].append(seconds(opened[count]))
    for name, times in (("first", first), ("later", later)):
        few, many = (median(times[count][1:]) for count in (FEW, MANY))
        figures[f"open_{name}"] = round(100 * many / few)
        assert many <= MOST * few, (name, many / few)
