"""A data folder with a register: as many memberships and log lines as a test asks for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from natverkskollen.files.reading import read_data
from natverkskollen.model.register import RegisteredMembership
from natverkskollen.store.plain_data import plain
from tests.building.folders import small_folder
from tests.building.notice_rules import rules

FULL = """\
schema: 1
network: norr
owner: {body: Kommunstyrelsen, role: Miljöstrateg}
class: strategisk
purpose: Jämförelsetal och erfarenheter i ekologi
expectations: [{id: tal, text: Talen används, by: 2026-12-31, probability: 80}]
since: 1996
decided_by: {body: Kommunstyrelsen, date: 1996-06-12, diarienummer: KS kka 96/445.829}
paid: [{year: 2024, amount: 33000}, {year: 2025, amount: 38291.20, document: faktura-2025}]
budget_line: "1234 Miljöstrategi"
notice: {rule: "senast 30 september året före", given: null}
seats: [{role: Ledamot i styrelsen, from: 2023, to: 2026, held_by: förtroendevald}]
next_evaluation: 2028
"""


def membership(**said: Any) -> RegisteredMembership:
    """A membership of the network norr with what is said, as its file would have it."""
    data = plain({"schema": 1, "network": "norr", **said})
    found = read_data(data, "norr.yaml", RegisteredMembership)
    assert found.model is not None, found.problems
    return found.model


def register_folder(folder: Path) -> Path:
    """The small folder with one whole membership, and one of which only the network is known."""
    small_folder(folder)
    room = folder / "memberships"
    room.mkdir()
    (room / "norr.yaml").write_text(FULL, "utf-8")
    (room / "soder.yaml").write_text("schema: 1\nnetwork: soder\n", "utf-8")
    return folder


def many_memberships(folder: Path, count: int, lines: int) -> Path:
    """A folder with so many memberships and, in all, so many lines in their logs."""
    small_folder(folder)
    network = (folder / "networks" / "norr.yaml").read_text("utf-8")
    (folder / "memberships").mkdir()
    for at, (phrase, _) in enumerate(rules(count, seed=count)):
        id_ = f"natverk-{at}"
        (folder / "networks" / f"{id_}.yaml").write_text(network.replace("norr", id_), "utf-8")
        text = FULL.replace("network: norr", f"network: {id_}")
        text = text.replace("senast 30 september året före", phrase)
        log = "".join(_line(number) for number in range(at, lines, count))
        (folder / "memberships" / f"{id_}.yaml").write_text(
            text + (f"log:\n{log}" if log else ""), "utf-8"
        )
    return folder


def _line(number: int) -> str:
    day = date(2020, 1, 1) + timedelta(days=number % 2400)
    return (
        f"  {day}-{number}:\n    day: {day}\n    what: möte\n"
        f"    text: Träff nummer {number} om nyckeltal.\n    by: Miljöstrateg\n    hours: 2.5\n"
    )
