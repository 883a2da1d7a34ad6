"""What the child processes of the fault tests run."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from natverkskollen.store import Change, Conflict, YamlStore, lock
from tests.building.folders import ID, field, now_at

TEXT = field("rationale")
SHARED = field("rationale", "bo-1", "soder", "djup")


def save_on_and_on(folder: Path, first: int, connection: Any) -> None:
    """Save number after number until somebody kills the process; each acknowledgement is sent."""
    store = YamlStore(folder)
    seen, version = now_at(store, TEXT), store.get(ID).version
    connection.send(None)
    for number in range(first, first + 10_000):
        change = Change(TEXT, seen, f"Svar {number}.")
        outcome = store.save(ID, version, [change], "anna", f"{number}")
        seen, version = change.new, outcome.version
        connection.send(number)


def save_many(folder: Path, writer: int, count: int, together: Any, connection: Any) -> None:
    """Save again and again, now an answer of one's own, now the one all write in; tell of each."""
    lock.SECONDS = 60.0  # nobody gives up waiting: it is what is lost that is looked for
    store = YamlStore(folder)
    together.wait()
    criterion = ("bredd", "djup", "tid")[writer // 2 % 3]
    own = field(
        "rationale", ("anna", "bo-1")[writer // 6], ("norr", "soder")[writer % 2], criterion
    )
    told = []
    for number in range(count):
        path = SHARED if number % 3 == 0 else (*own[:-1], "grade") if number % 3 == 1 else own
        mine = "ABC"[number % 3] if path[-1] == "grade" else f"Skrivare {writer}, svar {number}."
        found = store.get(ID)
        seen = now_at(store, path)
        time.sleep(0.002)
        key = f"{writer}-{number}"
        changes = [Change(path, seen, mine)]
        outcome = store.save(ID, found.version, changes, f"skrivare-{writer}", key)
        clashes = [c.theirs for c in outcome.clashes] if isinstance(outcome, Conflict) else []
        told.append((key, path, seen, mine, type(outcome).__name__, clashes))
    connection.send(told)
