"""Two servers and their database killed at any moment: nothing acknowledged is lost or overwritten.

Each writer is a process with kill -9 hanging over it, on one of two data folders; the postmaster is
killed as well, with its data synced as a server's is.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

import pytest

from tests.building.folders import ID
from tests.building.replicas import filled, replica_in, store_of
from tests.database import Database
from tests.robust import replica_writer
from tests.thorough import FULL

WRITERS, SAVES, KILLS = (8, 200, 60) if FULL else (4, 6, 3)
PAUSE = 0.7 if FULL else 0.25  # seconds between two kills; every third is the database's


@pytest.fixture
def lasting() -> Iterator[Database]:
    """A PostgreSQL that syncs what it commits."""
    made = Database(lasting=True)
    yield made
    made.stop()


class Writer:
    """A process that saves, begun again where it was killed; all that it has acknowledged."""

    def __init__(self, children: BaseContext, number: int, folder: Path, address: str):
        self._children = children
        self.number, self.folder, self.address = number, folder, address
        self.told: list[Any] = []
        self.start()

    def start(self) -> None:
        self.ours, theirs = self._children.Pipe(duplex=False)
        told = (self.folder, self.address, self.number, self.next, SAVES, theirs)
        self.child = self._children.Process(target=replica_writer.save_from, args=told)
        self.child.start()
        theirs.close()

    @property
    def next(self) -> int:
        return len(self.told)

    def hear(self) -> bool:
        """Take in what it has told; whether it may tell more."""
        try:
            while self.ours.poll():
                self.told.append(self.ours.recv())
        except EOFError:
            return False
        return True

    def kill(self) -> None:
        self.child.kill()
        self.child.join()
        self.hear()


def test_nothing_acknowledged_is_lost_whoever_dies(
    tmp_path: Path, lasting: Database, children: BaseContext, figures
) -> None:
    address = lasting.address()
    folders = [tmp_path / name for name in ("ett", "tva")]
    filled(replica_in(folders[0], address))
    writers = [Writer(children, n, folders[n % 2], address) for n in range(WRITERS)]
    chance = random.Random(20261127)
    for number in range(KILLS):
        time.sleep(chance.uniform(0, 2 * PAUSE))
        for writer in writers:
            writer.hear()
        if number % 3 == 2:
            lasting.kill()
            time.sleep(chance.uniform(0, 0.2))
            lasting.start()
            figures["database_kills"] += 1
        elif left := [writer for writer in writers if writer.next < SAVES]:
            chosen = chance.choice(left)
            chosen.kill()
            chosen.start()
            figures["server_kills"] += 1
    for writer in writers:
        while writer.hear():
            writer.ours.poll(0.1)
        writer.child.join()
        assert writer.next == SAVES, writer.child.exitcode
    store = store_of(replica_in(tmp_path / "tre", address))
    assert store.verify(ID) == ()
    entries = {entry.key: entry for entry in store.history(ID) if entry.key}
    for writer in writers:
        for _, key, path, seen, mine, outcome, theirs, _ in writer.told:
            figures["shared_saves"] += 1
            assert key in entries, (key, outcome)
            if outcome == "Conflict":
                clash = entries[key].clashes[0]
                assert (clash.path, clash.mine, [clash.theirs]) == (path, mine, theirs)
                assert entries[key].changes == ()
                figures["shared_clashes"] += 1
                continue
            change = entries[key].changes[0]
            # What was there when it was written is what its writer had seen: nothing overwritten.
            assert (change.path, change.old, change.new) == (path, seen, mine)
    assert len(entries) >= WRITERS * SAVES
    for folder in folders:
        assert replica_in(folder, address).catch_up() is None
        same = store_of(replica_in(folder, address))
        assert same.history(ID) == store.history(ID)
