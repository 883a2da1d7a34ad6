"""What a server does in the tests that kill it: it saves, and tells of each acknowledgement."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from natverkskollen.store import Change, Conflict, Failed
from natverkskollen.store.clock import now
from natverkskollen.store.plain_data import value_at
from tests.building.folders import ID, field
from tests.building.replicas import replica_in, store_of

SHARED = field("rationale", "bo-1", "soder", "djup")


def own_field(writer: int) -> tuple[str, ...]:
    """The field that only this writer writes in."""
    criterion = ("bredd", "djup", "tid")[writer // 2 % 3]
    place = (("anna", "bo-1")[writer // 6], ("norr", "soder")[writer % 2], criterion)
    return field("rationale", *place)


def save_from(folder: Path, address: str, writer: int, first: int, last: int, told: Any) -> None:
    """Save number after number, each until it is answered; the same key again is the same save."""
    while True:
        try:
            store = store_of(replica_in(folder, address))
            break
        except OSError:
            time.sleep(0.05)
    for number in range(first, last):
        path = SHARED if number % 3 == 0 else own_field(writer)
        # Another text than the process that was killed at the same number may have saved.
        mine = f"Skrivare {writer}, svar {number}, process {os.getpid()}."
        key = f"{writer}-{number}-{os.getpid()}"
        found = answered(lambda: store.get(ID))
        seen = value_at(found.data, path)
        change = [Change(path, seen, mine)]
        asked = now()
        outcome = answered(
            lambda version=found.version, change=change, key=key: store.save(
                ID, version, change, f"skrivare-{writer}", key
            )
        )
        clashes = [c.theirs for c in outcome.clashes] if isinstance(outcome, Conflict) else []
        took = (now() - asked).total_seconds()
        told.send((number, key, path, seen, mine, type(outcome).__name__, clashes, took))


def answered(ask: Any) -> Any:
    """What is answered once the database can answer."""
    while isinstance(told := ask(), Failed):
        time.sleep(0.02)
    return told
