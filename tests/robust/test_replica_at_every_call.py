"""A server dies at any call of a save on a database: the old value or the new, never half of it.

What the dead server leaves in its data folder is the next one's to read, and it reads the same as
a server that has never been there, also where it died while it filled the folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import psycopg

from natverkskollen.store import Saved, disk
from natverkskollen.store.contract import Store
from natverkskollen.store.replica import Replica
from tests.building.folders import ID, field, now_at, put
from tests.building.replicas import filled, replica_in, store_of
from tests.database import database
from tests.thorough import FULL

T = TypeVar("T")
TEXT = field("rationale")
STEP = 1 if FULL else 9
_WATCHED = [(psycopg.Connection, "execute")]
_WATCHED += [(disk, name) for name in ("append", "prepare", "put_in_place", "write_unsynced")]


def test_a_save_is_there_or_not_wherever_the_server_dies(tmp_path: Path, figures) -> None:
    address, folder = database().address(), tmp_path / "data"
    assert put(store_of(filled(replica_in(folder, address))), TEXT, "Svar 0.", "0") == Saved(2)
    latest = at = 0
    finished = False
    while not finished:
        at += STEP
        finished, acknowledged = _saved_and_died(folder, address, f"Svar {at}.", at)
        left, fresh = (
            store_of(replica_in(place, address)) for place in (folder, tmp_path / f"{at}")
        )
        found = now_at(left, TEXT)
        assert found == now_at(fresh, TEXT) and found in {f"Svar {latest}.", f"Svar {at}."}
        assert not acknowledged or found == f"Svar {at}."
        latest = int(found[5:-1])
        assert left.verify(ID) == fresh.verify(ID) == ()
        assert left.history(ID) == fresh.history(ID)
        figures["shared_deaths"] += 1
    assert latest == at and at > 25, "the last one lived"


def test_a_folder_that_a_server_died_filling_for_the_first_time_is_gone_on_with(
    tmp_path: Path, figures
) -> None:
    address = database().address()
    whole = store_of(filled(replica_in(tmp_path / "hel", address)))
    deaths = 0
    for at in range(1, 1000, 1 if FULL else 3):
        folder = tmp_path / f"{at}"
        lived, _ = _ended(partial(replica_in, folder, address), _brought, at)
        left = store_of(replica_in(folder, address))
        assert left.get(ID) == whole.get(ID) and left.verify(ID) == ()
        assert left.history(ID) == whole.history(ID)
        if lived:
            break
        deaths += 1
    figures["shared_deaths"] += deaths
    assert lived and deaths > 5


def _brought(replica: Replica) -> bool:
    return replica.catch_up() is None


def _saved_and_died(folder: Path, address: str, words: str, at: int) -> tuple[bool, bool]:
    """Whether a process that is to die at a call lived through the save, and if it was told."""

    def ready() -> Store:
        store = store_of(replica_in(folder, address))
        store.get(ID)
        return store

    return _ended(ready, lambda store: isinstance(put(store, TEXT, words, words), Saved), at)


def _ended(ready: Callable[[], T], act: Callable[[T], bool], at: int) -> tuple[bool, bool]:
    """Whether a process that is to die at a call of an act lived through it, and if it was done."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            made = ready()
            _die_at(at)
            if act(made):
                os.write(theirs, b"told")
        finally:
            os._exit(0)
    os.close(theirs)
    told = os.read(ours, 10)
    os.close(ours)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, told == b"told"


def _die_at(at: int) -> None:
    """Let the process end at the call of this number, every other time once it has been made."""
    calls = 0

    def watched(real):
        def call(*arguments, **named):
            nonlocal calls
            calls += 1
            if calls == at and at % 2:
                os._exit(9)
            made = real(*arguments, **named)
            if calls >= at:
                os._exit(9)
            return made

        return call

    for owner, name in _WATCHED:
        setattr(owner, name, watched(getattr(owner, name)))
