"""Two whole apps behind a sticky proxy on one database, all of them killed at random.

People write on their pages meanwhile. Whatever a page has said is saved is in the history, on top
of what that page had shown: nothing is lost, and nothing is overwritten that nobody has seen.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from websockets.exceptions import InvalidHandshake, WebSocketException

from natverkskollen.store.database.address import STORE
from natverkskollen.store.database_copy import COPY_FOLDER
from tests.building.folders import ID
from tests.building.replicas import filled, replica_in, store_of
from tests.building.sticky_proxy import sticky_proxy
from tests.database import Database
from tests.e2e.conftest import free_port, serve
from tests.e2e.test_replicas import emptied
from tests.e2e.visitor import done, visiting
from tests.robust.page_writer import PageWriter
from tests.thorough import FULL

WRITERS, SAVES = (8, 200) if FULL else (4, 5)
PAUSE = 4.0 if FULL else 1.0  # seconds between two kills; every third is the database's
LEAST_KILLS = 3
PATIENCE = 180.0  # seconds without an answer: longer than anything that is killed is away
ASSESSORS = ("anna", "bo-1")
SHARED = ("soder", "djup")
OWN = (("norr", "bredd"), ("norr", "djup"), ("norr", "tid"), ("soder", "bredd"))
GONE = (OSError, TimeoutError, WebSocketException, InvalidHandshake)


@pytest.fixture
def lasting() -> Iterator[Database]:
    """A PostgreSQL that syncs what it commits."""
    made = Database(lasting=True)
    yield made
    made.stop()


class App:
    """A served app that can be killed and begun again, on the same port and the same folder."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self._running = ExitStack()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        told = serve(self.folder, self.port, prepare=self._first)
        self._pid = self._running.enter_context(told).pid

    def _first(self, data: Path) -> None:
        if not (data / COPY_FOLDER).exists():
            emptied(data)

    def kill(self) -> None:
        """kill -9."""
        os.kill(self._pid, signal.SIGKILL)
        self.stop()

    def stop(self) -> None:
        """Stop it, if it runs."""
        self._running.close()


@dataclass
class Told:
    """What one person has been told: saved texts, with where and on what; and how many clashes."""

    saved: list[tuple[tuple[str, ...], str, str]] = field(default_factory=list)
    clashes: int = 0
    unanswered: int = 0

    @property
    def count(self) -> int:
        return len(self.saved) + self.clashes


async def write(number: int, port: int, told: Told) -> None:
    """Write until so many saves have been answered; where the line is lost, open the page anew."""
    assessor, own = ASSESSORS[number % 2], OWN[number // 2]
    attempt, answered = 0, time.monotonic()
    while told.count < SAVES:
        try:
            cookie = {"Cookie": f"klient={number}"}
            async with visiting(f"http://127.0.0.1:{port}", **cookie) as page:
                writer = await PageWriter.opening(page, assessor)
                while told.count < SAVES:
                    place = SHARED if told.count % 3 == 0 else own
                    attempt += 1
                    words = f"Skrivare {number}, text {attempt}."
                    seen = writer.sees(*place)
                    outcome = await writer.write(*place, words)
                    if outcome == "saved":
                        path = ("answers", assessor, *place, "rationale")
                        told.saved.append((path, seen, words))
                    elif outcome == "clash":
                        told.clashes += 1
                    else:
                        told.unanswered += 1
                        assert time.monotonic() - answered < PATIENCE, f"{words!r} was not saved"
                        await asyncio.sleep(0.2)
                        continue
                    answered = time.monotonic()
        except (*GONE, KeyError):  # a page that could not be drawn has no fields
            if time.monotonic() - answered > PATIENCE:
                raise
            told.unanswered += 1
            await asyncio.sleep(0.2)


async def killed(apps: list[App], lasting: Database, writing: asyncio.Task, figures) -> None:
    """Kill, and begin again, until all has been written and enough have been killed."""
    chance = random.Random(20261127)
    number = 0
    while number < LEAST_KILLS or not writing.done():
        await asyncio.sleep(chance.uniform(0, 2 * PAUSE))
        if number % 3 == 2:
            lasting.kill()
            await asyncio.sleep(chance.uniform(0, 0.5))
            await asyncio.to_thread(lasting.start)
            figures["page_database_kills"] += 1
        else:
            app = chance.choice(apps)
            app.kill()
            await asyncio.to_thread(app.start)
            figures["app_kills"] += 1
        number += 1


async def all_of_it(apps: list[App], lasting: Database, told: list[Told], figures) -> None:
    async with sticky_proxy([app.port for app in apps]) as port:
        people = [write(number, port, each) for number, each in enumerate(told)]
        writing = asyncio.ensure_future(asyncio.gather(*people))
        await killed(apps, lasting, writing, figures)
        await writing


def test_what_a_page_says_is_saved_is_saved_whoever_dies(
    tmp_path: Path, lasting: Database, monkeypatch: pytest.MonkeyPatch, figures
) -> None:
    monkeypatch.setenv(STORE, address := lasting.address())
    filled(replica_in(tmp_path / "tre", address))
    apps = [App(tmp_path / name) for name in ("ett", "tva")]
    told = [Told() for _ in range(WRITERS)]
    began = time.monotonic()
    try:
        for app in apps:
            app.start()
        done(all_of_it(apps, lasting, told, figures))
    finally:
        for app in apps:
            app.stop()
    figures["page_seconds"] += round(time.monotonic() - began)
    store = store_of(replica_in(tmp_path / "fyra", address))
    assert store.verify(ID) == ()
    changes = [each for entry in store.history(ID) for each in entry.changes]
    for each in told:
        for path, seen, words in each.saved:
            found = [c for c in changes if c.new == words]
            # Written once, and what was there then is what its writer had on screen.
            assert [(c.path, c.old or "") for c in found] == [(path, seen)], words
        figures["page_saves"] += len(each.saved)
        figures["page_clashes"] += each.clashes
        figures["page_unanswered"] += each.unanswered
        assert each.count == SAVES
