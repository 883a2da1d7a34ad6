"""Fifty people at once, of whom twenty score: how long they wait, and what sessions leave behind.

Each speaks to one server as Streamlit's page does. Who scores types a rationale each ten seconds
and waits for the page that says it is saved; who reads goes to another page each fifteen.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from natverkskollen.store.area import EVERY_ROOM
from tests.building.many import many_networks_folder
from tests.building.replicas import replica_in
from tests.database import Database
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.visitor import Visitor, drawn_answers, visiting
from tests.pages import PAGES, address

PEOPLE, SCORERS, SECONDS = 50, 20, 60.0
SAVES_EVERY, READS_EVERY = 10.0, 15.0
MOST = 500.0  # milliseconds, the 95th percentile of a save
FEW, MANY, MOST_MEMORY = 30, 300, 1.3
_READ = [address(url) for title, _, url in PAGES if title not in ("start", "new_evaluation")]


@dataclass
class _Times:
    arriving: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    redrawn: list[float] = field(default_factory=list)
    views: list[float] = field(default_factory=list)


def report() -> str:
    """A table of waits in milliseconds, and of memory; with STRICT=1 a missed goal is an error."""
    rows, worst = [], 0.0
    for kind in ("filer", "PostgreSQL"):
        times = _load(kind)
        waits = (
            ("den första sidan, när alla kommer på en gång", times.arriving),
            ("kvittot på ett sparat svar", times.saves),
            ("sidan efter det", times.redrawn),
            ("en annan sida", times.views),
        )
        for name, found in waits:
            middle, high = _share(found, 50), _share(found, 95)
            rows.append(f"| {kind} | {name} | {len(found)} | {middle:.0f} ms | {high:.0f} ms |")
        worst = max(worst, _share(times.saves, 95))
    few, many = _memory()
    strict = os.environ.get("STRICT")
    assert worst <= MOST or not strict, f"the 95th percentile of a save is {worst:.0f} ms"
    assert many <= MOST_MEMORY * few or not strict, f"{few:.0f} MB became {many:.0f} MB"
    ratio = f"{many / few:.2f}".replace(".", ",")
    return "\n".join(
        (
            f"### {PEOPLE} personer på en server, varav {SCORERS} bedömer\n",
            "| lager | väntar på | gånger | median | 95:e percentilen |",
            "|---|---|--:|--:|--:|",
            *rows,
            "",
            f"Minnet efter {FEW} öppnade och stängda sidor är {few:.0f} MB, efter {MANY} "
            f"{many:.0f} MB (kvot {ratio}).",
        )
    )


def _load(kind: str) -> _Times:
    with tempfile.TemporaryDirectory() as place:
        database = Database(lasting=True) if kind == "PostgreSQL" else None
        shared = database.address() if database else ""
        case = "manga-3"

        def prepare(data: Path) -> None:
            many_networks_folder(data, 3, SCORERS)
            if shared:  # what is shared lies there, and the folder is a copy of it
                first = replica_in(Path(place) / "first", shared)
                files = partial(shutil.copytree, data, dirs_exist_ok=True)
                assert first.write(EVERY_ROOM, lambda folder: str(files(folder)))
                shutil.rmtree(data)
                data.mkdir()

        settings = {"NATVERKSKOLLEN_STORE": shared} if shared else None
        try:
            with serve(Path(place), prepare=prepare, settings=settings) as app:
                return asyncio.run(_people(app, case))
        finally:
            if database:
                database.stop()


async def _people(app: ServedApp, case: str) -> _Times:
    times = _Times()
    async with AsyncExitStack() as open_pages, asyncio.TaskGroup() as all_of_them:
        for number in range(PEOPLE):
            visitor = await open_pages.enter_async_context(visiting(app.url))
            person = random.Random(number)
            work = (
                _score(visitor, app, case, number, times, person)
                if number < SCORERS
                else _read(visitor, case, times, person)
            )
            all_of_them.create_task(work)
    return times


async def _score(
    visitor: Visitor,
    app: ServedApp,
    case: str,
    number: int,
    times: _Times,
    person: random.Random,
) -> None:
    who = f"bedomare-{number}"
    query = f"utvardering={case}&bedomare={who}"
    times.arriving.append(await visitor.redrawn_in("bedomning", query) * 1000)
    key, answer = next(iter(drawn_answers(visitor.heard).items()))
    sheet = app.data / "evaluations" / case / "answers" / f"{who}.yaml"
    await asyncio.sleep(person.uniform(0, SAVES_EVERY))
    for turn in range(int(SECONDS / SAVES_EVERY)):
        words = f"Skäl {number}-{turn}."
        told, took = await visitor.acknowledged_in(
            "bedomning", query, answer.written(rationale=words)
        )
        answer = drawn_answers(visitor.heard)[key]
        times.saves.append(told * 1000)
        times.redrawn.append(took * 1000)
        assert words in sheet.read_text("utf-8"), "what was acknowledged is not on disk"
        await asyncio.sleep(max(0.0, SAVES_EVERY - took))


async def _read(visitor: Visitor, case: str, times: _Times, person: random.Random) -> None:
    first = await visitor.redrawn_in(person.choice(_READ), f"utvardering={case}")
    times.arriving.append(first * 1000)
    await asyncio.sleep(person.uniform(0, READS_EVERY))
    for _ in range(int(SECONDS / READS_EVERY)):
        took = await visitor.redrawn_in(person.choice(_READ), f"utvardering={case}")
        times.views.append(took * 1000)
        await asyncio.sleep(max(0.0, READS_EVERY - took))


def _memory() -> tuple[float, float]:
    """Megabytes that the server holds after few pages have been opened and closed, and many."""
    with tempfile.TemporaryDirectory() as place, serve(Path(place)) as app:
        return asyncio.run(_opened_and_closed(app))


async def _opened_and_closed(app: ServedApp) -> tuple[float, float]:
    after = []
    for number in range(1, MANY + 1):
        async with visiting(app.url) as visitor:
            page = _READ[number % len(_READ)]
            await visitor.redrawn_in(page, "utvardering=huddinge-2025")
        if number in (FEW, MANY):
            after.append(_megabytes(app.pid))
    return after[0], after[1]


def _megabytes(pid: int) -> float:
    held = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").split("Pss:")[1]
    return int(held.split()[0]) / 1024


def _share(times: list[float], percent: int) -> float:
    return sorted(times)[len(times) * percent // 100]
