"""The history of an evaluation as people read it: who did what to which answer, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.output.history_words import ANSWER, KIND_WORDS, role_of, value_words, what_words
from natverkskollen.store import Entry, KeyPath, answer_from
from natverkskollen.store.plain_data import with_value

HIDDEN = "dolt tills alla har lämnat in"
# Saves of one thing by one person with no longer pause between them are one change to a reader.
SITTING = timedelta(minutes=10)


@dataclass(frozen=True)
class AnswerStep:
    """One change of an answer; `first` is the version that began it and `version` the last of it.

    Whoever writes is saved at every pause; that is one change, told by when it was done.
    """

    first: int
    version: int
    when: datetime
    who: str
    kind: str
    before: Answer
    after: Answer


@dataclass(frozen=True)
class Row:
    """One line of the whole evaluation's history, in words."""

    when: datetime
    who: str
    kind: str
    what: str
    before: str
    after: str


def answer_steps(
    entries: Iterable[Entry], data: Mapping[str, Any], assessors: tuple[Assessor, ...]
) -> dict[KeyPath, list[AnswerStep]]:
    """Every answer that has changed, by its path, the latest change first.

    `data` is the evaluation as the last of the entries left it.
    """
    steps: dict[KeyPath, list[AnswerStep]] = {}
    now: dict[str, Any] = dict(data)
    for entry in reversed(tuple(entries)):
        changes = [c for c in entry.changes if c.path[0] == "answers" and len(c.path) >= ANSWER]
        earlier = now
        for change in changes:
            earlier = with_value(earlier, change.path, change.old)
        for path in dict.fromkeys(change.path[:ANSWER] for change in changes):
            step = AnswerStep(
                entry.version,
                entry.version,
                entry.when,
                role_of(assessors, entry.actor),
                KIND_WORDS[entry.kind],
                _answer(earlier, path),
                _answer(now, path),
            )
            steps.setdefault(path, []).append(step)
        now = earlier
    return {path: _sittings(found) for path, found in steps.items()}


def _sittings(steps: list[AnswerStep]) -> list[AnswerStep]:
    """The steps of one answer, the latest first, with those of one sitting as one."""
    kept: list[AnswerStep] = []
    since: datetime | None = None
    for step in steps:
        last = kept[-1] if kept else None
        if last and since and _together((last.who, last.kind, since), step):
            kept[-1] = replace(last, first=step.first, before=step.before)
        else:
            kept.append(step)
        since = step.when
    return kept


def _together(later: tuple[str, str, datetime], earlier: AnswerStep | Row) -> bool:
    """Whether two changes of one thing, next to each other, were made in one sitting."""
    who, kind, since = later
    alike = who == earlier.who and kind == earlier.kind == KIND_WORDS["save"]
    return alike and since - earlier.when <= SITTING


def rows(entries: Iterable[Entry], dossier: Dossier) -> list[Row]:
    """The history in words, the latest first, with what one sitting did to one thing told once."""
    kept: list[Row] = []
    latest: dict[str, tuple[int, datetime]] = {}
    for row in _lines(entries, dossier):
        place, since = latest.get(row.what, (-1, row.when))
        if place >= 0 and _together((kept[place].who, kept[place].kind, since), row):
            kept[place] = replace(kept[place], before=row.before)
        else:
            place = len(kept)
            kept.append(row)
        latest[row.what] = (place, row.when)
    return kept


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


def _answer(state: Any, path: KeyPath) -> Answer:
    for step in path:
        state = state.get(step, {}) if isinstance(state, Mapping) else {}
    return answer_from(state)
