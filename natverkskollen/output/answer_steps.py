"""What has been done to each answer, told for the answers that are asked about.

A history is thousands of versions long, and a page shows a few answers: the versions that changed
an answer are kept apart, and only what is new in a history is read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.output.history_words import ANSWER, KIND_WORDS, role_of
from natverkskollen.store import Entry, KeyPath, answer_from
from natverkskollen.store.plain_data import value_at, with_value

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


Steps = tuple[AnswerStep, ...]
_Told = tuple[tuple[Entry, ...], Any, tuple[Assessor, ...], Steps]


@dataclass(frozen=True)
class AnswerHistory:
    """The versions that changed each answer, by its path, the first first."""

    length: int = 0
    last: Entry | None = None
    changed: Mapping[KeyPath, tuple[Entry, ...]] = field(default_factory=dict)
    told: dict[KeyPath, _Told] = field(default_factory=dict)

    def grown(self, entries: tuple[Entry, ...]) -> AnswerHistory:
        """This history with the versions that have come since; another one is read from its start.

        `entries` are all there are. It is this history where the last known is the very same.
        """
        known = self
        if not self.length or len(entries) < self.length or entries[self.length - 1] != self.last:
            known = AnswerHistory()
        if len(entries) == known.length:
            return known
        changed = dict(known.changed)
        for entry in entries[known.length :]:
            for path in _answers(entry):
                changed[path] = (*changed.get(path, ()), entry)
        return AnswerHistory(len(entries), entries[-1], changed, dict(known.told))

    def steps(
        self, path: KeyPath, data: Mapping[str, Any], assessors: tuple[Assessor, ...]
    ) -> Steps:
        """What has been done to an answer, the latest first.

        `data` is the evaluation as the last of the versions left it.
        """
        entries, now = self.changed.get(path, ()), value_at(data, path)
        kept = self.told.get(path)
        if kept and kept[0] is entries and kept[1] == now and kept[2] == assessors:
            return kept[3]
        steps = _steps(entries, path, now, assessors)
        self.told[path] = (entries, now, assessors, steps)
        return steps


def together(who: str, kind: str, earlier_who: str, earlier_kind: str, pause: timedelta) -> bool:
    """Whether two changes of one thing, next to each other, were made in one sitting."""
    return who == earlier_who and kind == earlier_kind == KIND_WORDS["save"] and pause <= SITTING


def _answers(entry: Entry) -> tuple[KeyPath, ...]:
    """The paths of the answers that a version changed, each once."""
    paths = (change.path for change in entry.changes if change.path[0] == "answers")
    return tuple(dict.fromkeys(path[:ANSWER] for path in paths if len(path) >= ANSWER))


def _steps(
    entries: tuple[Entry, ...], path: KeyPath, now: Any, assessors: tuple[Assessor, ...]
) -> Steps:
    kept: list[AnswerStep] = []
    since: datetime | None = None
    state: Mapping[str, Any] = with_value({}, path, now)
    for entry in reversed(entries):
        after = answer_from(value_at(state, path) or {})
        for change in entry.changes:
            if change.path[:ANSWER] == path:
                state = with_value(state, change.path, change.old)
        before = answer_from(value_at(state, path) or {})
        who, kind = role_of(assessors, entry.actor), KIND_WORDS[entry.kind]
        last = kept[-1] if kept else None
        if last and since and together(last.who, last.kind, who, kind, since - entry.when):
            kept[-1] = replace(last, first=entry.version, before=before)
        else:
            version = entry.version
            kept.append(AnswerStep(version, version, entry.when, who, kind, before, after))
        since = entry.when
    return tuple(kept)
