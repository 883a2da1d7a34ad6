"""An evaluation going over to a later revision of its criteria: one version in its history."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from natverkskollen.dossier.aside import whole
from natverkskollen.dossier.criteria_copy import bound_text
from natverkskollen.dossier.library import Dossier
from natverkskollen.editing.lifecycle import CHANGED, repeated
from natverkskollen.editing.migration import migration
from natverkskollen.store import Entry, Failed, Outcome, Store
from natverkskollen.store.plain_data import differences, plain, value_at


def go_over(
    store: Store,
    dossier: Dossier,
    base_version: int,
    actor: str,
    reason: str,
    day: date,
    key: str = "",
) -> Outcome:
    """Let a draft go over to the set in criteria/; refused if changed since it was previewed."""
    id_ = dossier.evaluation.id
    if repeated(store, id_, key):
        return store.save(id_, base_version, (), actor, key)
    found, seen = store.get(id_), store.at(id_, base_version)
    if isinstance(found, Failed):
        return found
    if isinstance(seen, Failed):
        return seen
    if value_at(found.data, ("evaluation", "status")) == "final":
        what = "utvärderingen är färdigställd och behåller kriterierna den gjordes med"
        return Failed(what, "Öppna den igen, eller starta en ny omgång")
    then = _data(dossier)
    here = {**found.data, "criteria": None}
    if found.hash != seen.hash or any(differences(here, {**then, "criteria": None})):
        return CHANGED
    told = migration(dossier, actor, reason, day)
    if told is None:
        return Failed("utvärderingen följer redan kriterierna som de är nu", "Ladda om sidan")
    after = {**_data(told.after), "criteria": bound_text(told.after.criteria)}
    changes = tuple(differences(found.data, after))
    return store.save(id_, found.version, changes, actor, key or secrets.token_hex(8))


def last_passage(entries: Sequence[Entry]) -> Entry | None:
    """The version in which the evaluation last went over; None where it never has."""
    path = ("evaluation", "criteria_changes")
    found = (e for e in reversed(entries) if any(c.path == path and c.new for c in e.changes))
    return next(found, None)


def go_back(store: Store, evaluation: str, base_version: int, actor: str, key: str) -> Outcome:
    """Everything as it was before the evaluation last went over, as a new version."""
    found, entries = store.get(evaluation), store.history(evaluation)
    if isinstance(found, Failed):
        return found
    passed = None if isinstance(entries, Failed) else last_passage(entries)
    if passed is None:
        return Failed("utvärderingen har inte gått över till en ny utgåva", "Ladda om sidan")
    if found.version != base_version:
        return CHANGED
    return store.restore(evaluation, passed.version - 1, actor, (), key)


def _data(dossier: Dossier) -> dict[str, Any]:
    """The dossier as the store holds it."""
    evaluation = dossier.evaluation
    sheets = whole(dossier.sheets, dossier.aside)
    answers = {id_: plain(sheet).get("answers", {}) for id_, sheet in sheets.items()}
    kept = {
        id_: {n: {c: a for c, a in each.items() if a} for n, each in given.items()}
        for id_, given in answers.items()
    }
    return {"evaluation": {**plain(evaluation), "status": evaluation.status}, "answers": kept}
