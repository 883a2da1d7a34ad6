"""kill -9 at every call of a log append: no line that was acknowledged is lost, none is half."""

from __future__ import annotations

import itertools
import random
import shutil
from pathlib import Path

import pytest

from natverkskollen.editing.log_entry import append
from natverkskollen.store import Failed, MembershipStore, Merged, Saved, SaveOutcome, read_library
from tests.building.register import FULL, register_folder
from tests.natverkskollen.store.test_membership_store import line
from tests.robust.faults import faulty
from tests.thorough import FULL as EVERYTHING


def _append(folder: Path) -> SaveOutcome:
    return append(MembershipStore(folder), "norr", line("Ny å rad"), "anna", "nyckel-1")


def _lines(folder: Path) -> list[str]:
    """The log as a new process finds it; the rest of the file is as it was."""
    MembershipStore(folder).get("norr")
    library = read_library(folder)
    assert library.problems == () and MembershipStore(folder).verify("norr") == ()
    assert library.memberships["norr"].since == 1996
    return [each.text for each in library.memberships["norr"].log.values()]


def _notes(folder: Path) -> None:
    (folder / "memberships" / "norr.yaml").write_text(f"# överst\n{FULL}# sist\n", "utf-8")


def _earlier(folder: Path) -> None:
    append(MembershipStore(folder), "norr", line("Förut"), "bo", "tidigare")


@pytest.mark.parametrize("prepare", [_earlier, _notes])
def test_death_at_every_call_of_a_log_append(prepare, tmp_path: Path, figures) -> None:
    start = register_folder(tmp_path / "start")
    prepare(start)
    before = _lines(start)
    whole = shutil.copytree(start, tmp_path / "whole")
    with faulty() as counted:
        assert isinstance(_append(whole), Saved)
    assert _lines(whole) == [*before, "Ny å rad"] and len(counted.calls) > 10
    every = list(itertools.product(range(1, len(counted.calls) + 1), (False, True)))
    tried = [(at, half) for at, half in every if not half or counted.calls[at - 1] == "write"]
    for at, half in tried if EVERYTHING else random.Random(18).sample(tried, 12):
        folder = shutil.copytree(start, tmp_path / f"{at}-{half}")
        told = None
        with faulty(at=at, half=half):
            told = _append(folder)
        found = _lines(folder)
        assert found in ([*before, "Ny å rad"], before)
        assert not isinstance(told, (Saved, Merged)) or found != before, "acknowledged and lost"
        assert isinstance(_append(folder), (Saved, Merged)), "a new try is the first one"
        assert _lines(folder) == [*before, "Ny å rad"]
        entries = MembershipStore(folder).history("norr")
        assert not isinstance(entries, Failed)
        assert sum(entry.key == "nyckel-1" for entry in entries) == 1
        figures["log_deaths"] += 1
        shutil.rmtree(folder)
