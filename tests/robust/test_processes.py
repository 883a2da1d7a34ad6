"""Real processes: killed at any moment, and many writing at once. Nothing acknowledged is lost."""

from __future__ import annotations

import contextlib
import random
import time
from multiprocessing.context import BaseContext
from pathlib import Path

from natverkskollen.store import YamlStore, read_library
from tests.building.folders import ID, now_at, small_folder, strays
from tests.robust import writer
from tests.thorough import FULL

KILLS = 300 if FULL else 30
WRITERS, SAVES = (8, 60) if FULL else (4, 15)


def test_kills_at_random_moments(tmp_path: Path, children: BaseContext, figures) -> None:
    folder = small_folder(tmp_path)
    chance = random.Random(20261121)
    latest = 0
    for _ in range(KILLS):
        ours, theirs = children.Pipe(duplex=False)
        child = children.Process(target=writer.save_on_and_on, args=(folder, latest + 1, theirs))
        child.start()
        theirs.close()
        ours.recv()
        time.sleep(chance.uniform(0, 0.06))
        child.kill()
        child.join()
        acknowledged = latest
        with contextlib.suppress(EOFError):
            while True:
                acknowledged = ours.recv()
                figures["acknowledged"] += 1
        store = YamlStore(folder)
        assert store.selftest() == ()
        found = now_at(store, writer.TEXT)
        assert found in {f"Svar {n}." for n in (acknowledged, acknowledged + 1)} or latest == 0
        latest = int(found[5:-1]) if found.startswith("Svar") else 0
        assert latest >= acknowledged
        assert strays(folder) == []
        assert read_library(folder).problems == ()
        figures["kills"] += 1
    assert store.verify(ID) == ()
    keys = [entry.key for entry in store.history(ID) if entry.key]
    assert keys == [str(number) for number in range(1, latest + 1)]


def test_many_writers_lose_nothing_and_are_told_of_every_clash(
    tmp_path: Path, children: BaseContext, figures
) -> None:
    folder = small_folder(tmp_path)
    pipes, together = [], children.Barrier(WRITERS)
    for number in range(WRITERS):
        ours, theirs = children.Pipe(duplex=False)
        arguments = (folder, number, SAVES, together, theirs)
        child = children.Process(target=writer.save_many, args=arguments)
        child.start()
        theirs.close()
        pipes.append((ours, child))
    told = [each for ours, child in pipes for each in ours.recv()]
    for _, child in pipes:
        child.join()
    store = YamlStore(folder)
    assert store.verify(ID) == ()
    entries = {entry.key: entry for entry in store.history(ID) if entry.key}
    for key, path, seen, mine, outcome, theirs in told:
        if outcome == "Conflict":
            clash = entries[key].clashes[0]
            assert (clash.path, clash.mine, [clash.theirs]) == (path, mine, theirs)
            assert entries[key].changes == ()
            figures["clashes"] += 1
            continue
        assert outcome in ("Saved", "Merged")
        if seen != mine:
            change = entries[key].changes[0]
            # What was there when it was written is what its writer had seen: nothing overwritten.
            assert (change.path, change.old, change.new) == (path, seen, mine)
        figures["writes"] += 1
    assert len(told) == WRITERS * SAVES
    assert strays(folder) == []
    assert read_library(folder).problems == ()
    assert any(outcome == "Conflict" for *_, outcome, _ in told)
