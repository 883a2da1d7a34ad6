"""Of a hundred evaluations only the one that is shown is read before the page stands there.

How long it takes beside three is measured in Chromium, as a ratio: benchmarks/many.py.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.shell.read_beside import READER
from natverkskollen.dossier import header, library
from natverkskollen.files.data_folder import VARIABLE
from tests.building.many import many_evaluations
from tests.pages import MENU

MANY = 100


def test_oversikt_reads_one_of_a_hundred_evaluations_and_the_headers_of_the_others_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before: list[str] = []  # what the page waited for
    beside: list[str] = []
    headers: list[bytes] = []

    def opened(evaluations: Any, id_: str, *more: Any) -> Any:
        reading = threading.current_thread().name == READER
        (beside if reading else before).append(id_)
        return really_opened(evaluations, id_, *more)

    def header_of(raw: bytes) -> Any:
        headers.append(raw)
        return really_headed(raw)

    really_opened: Callable[..., Any] = library.opened
    really_headed: Callable[..., Any] = header.read_header
    monkeypatch.setattr(library, "opened", opened)
    monkeypatch.setattr(library, "read_header", header_of)
    monkeypatch.setenv(VARIABLE, str(many_evaluations(tmp_path, MANY)))
    app = AppTest.from_file(MENU, default_timeout=60).run()
    assert before == []  # the start page names them all and reads none
    app.switch_page("overview.py").run()
    assert not app.exception
    for thread in threading.enumerate():
        if thread.name == READER:
            thread.join()
    assert len(set(before)) == 1 and len(set(beside)) == MANY - 1
    assert len(headers) == MANY
    app.run()
    assert len(headers) == MANY
