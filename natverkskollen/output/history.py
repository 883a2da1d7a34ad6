"""The history of an evaluation as people read it: who did what to which answer, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.answer_steps import together
from natverkskollen.output.changed_values import value_words
from natverkskollen.output.history_words import KIND_WORDS, role_of, what_words
from natverkskollen.store import Entry, KeyPath

HIDDEN = "dolt tills alla har lämnat in"


@dataclass(frozen=True)
class Row:
    """One line of the whole evaluation's history, in words."""

    when: datetime
    who: str
    kind: str
    what: str
    before: str
    after: str


def rows(entries: Iterable[Entry], dossier: Dossier) -> list[Row]:
    """The history in words, the latest first, with what one sitting did to one thing told once."""
    kept: list[Row] = []
    latest: dict[str, tuple[int, datetime]] = {}
    for row in _lines(entries, dossier):
        place, since = latest.get(row.what, (-1, row.when))
        if place >= 0 and _together(kept[place], row, since - row.when):
            kept[place] = replace(kept[place], before=row.before)
        else:
            place = len(kept)
            kept.append(row)
        latest[row.what] = (place, row.when)
    return kept


def _together(later: Row, earlier: Row, pause: timedelta) -> bool:
    return together(later.who, later.kind, earlier.who, earlier.kind, pause)


def _lines(entries: Iterable[Entry], dossier: Dossier) -> Iterator[Row]:
    """Every line of the history in words, the latest first."""
    hidden = dossier.evaluation.hidden
    for entry in reversed(tuple(entries)):
        head = (
            entry.when,
            role_of(dossier.evaluation.assessors, entry.actor),
            KIND_WORDS[entry.kind],
        )
        for change in entry.changes:
            values = _values(dossier, hidden, change.path, (change.old, change.new))
            yield Row(*head, what_words(dossier, change.path), *values)
        for clash in entry.clashes:
            values = _values(dossier, hidden, clash.path, (clash.theirs, clash.mine))
            yield Row(*head, what_words(dossier, clash.path), *values)
        if not (entry.changes or entry.clashes):
            yield Row(*head, "Hela utvärderingen", "", "")


def hides(hidden: Collection[str], path: KeyPath) -> bool:
    """Whether a path leads to answers that are hidden until all have handed in."""
    return bool(hidden) and path[0] == "answers" and (len(path) == 1 or path[1] in hidden)


def _values(
    dossier: Dossier, hidden: Collection[str], path: KeyPath, values: tuple[Any, Any]
) -> tuple[str, str]:
    if hides(hidden, path):
        return HIDDEN, HIDDEN
    old, new = (value_words(dossier, path, each) for each in values)
    return old, new
