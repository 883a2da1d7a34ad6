"""A network's save is all or nothing whichever call the process dies in, as an answer's is."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from natverkskollen.store import Change, Failed, Merged, Saved, SaveOutcome, read_library
from natverkskollen.store.room_store import NetworkStore
from tests import ROOT
from tests.natverkskollen.store.test_network_store import NEW, created, rename
from tests.robust.faults import faulty

Act = Callable[[NetworkStore], SaveOutcome]


def _nothing(folder: Path) -> None:
    (folder / "networks").mkdir(parents=True)


def _made_here(folder: Path) -> None:
    _nothing(folder)
    created(NetworkStore(folder))


def _by_hand(folder: Path) -> None:
    _nothing(folder)
    shutil.copy(ROOT / "networks" / "sambruk.yaml", folder / "networks")


def _create(store: NetworkStore) -> SaveOutcome:
    return store.save("provnat", 0, [Change(("network",), None, NEW)], "anna", "nyckel")


def _change(store: NetworkStore) -> SaveOutcome:
    return store.save("provnat", None, rename("Provnätverket", "Nya"), "anna", "nyckel")


def _first_change(store: NetworkStore) -> SaveOutcome:
    return store.save("sambruk", None, rename("Föreningen Sambruk", "Nya"), "anna", "nyckel")


CASES: dict[str, tuple[str, Callable[[Path], None], Act]] = {
    "new": ("provnat", _nothing, _create),
    "changed": ("provnat", _made_here, _change),
    "written by hand": ("sambruk", _by_hand, _first_change),
}


def _name(folder: Path, id_: str) -> str | None:
    """The network's name as a new process finds it, in the store and in the file."""
    found = NetworkStore(folder).get(id_)
    name = None if isinstance(found, Failed) else found.data["network"]["name"]
    library = read_library(folder)
    assert library.problems == ()
    assert (library.networks[id_].name if id_ in library.networks else None) == name
    return name


@pytest.mark.parametrize("case", CASES)
def test_death_at_every_call_of_a_networks_save(case: str, tmp_path: Path) -> None:
    id_, prepare, act = CASES[case]
    start = tmp_path / "start"
    prepare(start)
    before = _name(start, id_)
    whole = shutil.copytree(start, tmp_path / "whole")
    with faulty() as counted:
        assert isinstance(act(NetworkStore(whole)), Saved)
    after = _name(whole, id_)
    assert before != after and len(counted.calls) > 10
    for at, half in itertools.product(range(1, len(counted.calls) + 1), (False, True)):
        if half and counted.calls[at - 1] != "write":
            continue
        folder = shutil.copytree(start, tmp_path / f"{at}-{half}")
        told = None
        with faulty(at=at, half=half):
            told = act(NetworkStore(folder))
        assert _name(folder, id_) in ((after,) if told else (before, after))
        assert NetworkStore(folder).verify(id_) == ()
        assert isinstance(act(NetworkStore(folder)), (Saved, Merged)), "a new try is the first one"
        assert _name(folder, id_) == after
        entries = NetworkStore(folder).history(id_)
        assert not isinstance(entries, Failed)
        assert sum(entry.key == "nyckel" for entry in entries) == 1
        shutil.rmtree(folder)
