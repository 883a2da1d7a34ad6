"""The life of an evaluation once it is there: made final, and opened again.

Every step is a save in the store, so it has a version, a person and a place in the history.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.readiness import left_before_final
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.sealing import sealing_changes
from natverkskollen.store import Change, Failed, SaveOutcome, Store
from natverkskollen.store.plain_data import state_hash, value_at

CHANGED = Failed(
    "utvärderingen har ändrats sedan du öppnade den", "Läs igenom ändringarna och försök igen"
)


def finalise(
    store: Store,
    evaluation: str,
    base_version: int,
    actor: str,
    day: date,
    key: str = "",
    judged_by: Dossier | None = None,
) -> SaveOutcome:
    """Lock a draft as final, with day, role and hash; refused if changed since it was read.

    `judged_by` is the evaluation as it was read: copies are kept of its criteria (if there is none)
    and of its networks, and sealed with it. It is refused where something is left that would be a
    gap in its memo.
    """
    if repeated(store, evaluation, key):
        return store.save(evaluation, base_version, (), actor, key)
    found, seen = store.get(evaluation), store.at(evaluation, base_version)
    if isinstance(found, Failed):
        return found
    if isinstance(seen, Failed):
        return seen
    if value_at(found.data, ("evaluation", "status")) == "final":
        return Failed("utvärderingen är redan färdigställd", "Ladda om sidan")
    if found.hash != seen.hash:
        return CHANGED
    result = evaluate(judged_by) if judged_by else None
    left = left_before_final(result, find_all(result.dossier, result)) if result else ()
    if left:
        return Failed(f"något är kvar att göra: {left[0]}", "Läs listan på sidan Papper")
    changes = sealing_changes(found.data, judged_by, actor, day)

    def as_read(now: Mapping[str, Any]) -> tuple[Change, ...] | Failed:
        # Somebody may save in this very moment, and then nobody has read it all.
        return changes if state_hash(now) == seen.hash else CHANGED

    return store.save(evaluation, found.version, as_read, actor, key or secrets.token_hex(8))


def reopen(
    store: Store, evaluation: str, base_version: int, actor: str, key: str = ""
) -> SaveOutcome:
    """Final becomes draft again, as a new version; the final one stays in the history."""
    found = store.get(evaluation)
    if isinstance(found, Failed):
        return found
    seal = value_at(found.data, ("evaluation", "final"))
    changes = [
        Change(("networks",), found.data.get("networks"), None),
        Change(("evaluation", "status"), "final", "draft"),
        Change(("evaluation", "final"), seal, None),
    ]
    return store.save(evaluation, base_version, changes, actor, key or secrets.token_hex(8))


def repeated(store: Store, evaluation: str, key: str) -> bool:
    """Whether a step with this key has been taken already."""
    entries = store.history(evaluation) if key else ()
    return isinstance(entries, tuple) and any(entry.key == key for entry in entries)
