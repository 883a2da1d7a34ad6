"""What one person sees of an evaluation: all of it but what others have not handed in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from natverkskollen.files.cache import Cache
from natverkskollen.files.problem import Problem
from natverkskollen.model.assessor import Assessor, awaited
from natverkskollen.store.contract import Conflict, Entry, Failed, KeyPath, SaveOutcome, Versioned
from natverkskollen.store.history_names import Names
from natverkskollen.store.plain_data import State, state_hash, value_at


def assessors_in(state: State) -> tuple[Assessor, ...]:
    """Who scores, as the data of an evaluation says."""
    said = value_at(state, ("evaluation", "assessors")) or ()
    return tuple(Assessor.model_validate(each) for each in said)


def hidden_in(state: State) -> frozenset[str]:
    """Whose answers are hidden in an evaluation's data until all have handed in."""
    if value_at(state, ("evaluation", "status")) == "final":
        return frozenset()
    try:
        found = assessors_in(state)
    except (ValidationError, TypeError):  # nobody can tell who has handed in
        return frozenset(value_at(state, ("answers",)) or ())
    waiting = awaited(found, bool(value_at(state, ("evaluation", "blind"))))
    return frozenset(each.id for each in found if each.alone) if waiting else frozenset()


def hides(hidden: Collection[str], path: KeyPath) -> bool:
    """Whether a path leads to answers that are hidden, or to all answers at once."""
    return bool(hidden) and path[:1] == ("answers",) and (len(path) == 1 or path[1] in hidden)


# A pure function of the key: those from whom the same is hidden see the same.
_SEEN: Cache[Versioned] = Cache(256)


@dataclass(frozen=True)
class Sight:
    """Whose answers are hidden from a person, what pseudonyms are called, and the person's own."""

    hidden: frozenset[str]
    names: Names
    own: str = ""

    def data(self, state: State) -> dict[str, Any]:
        """An evaluation's data without what is hidden."""
        answers = state.get("answers")
        if not self.hidden or not isinstance(answers, Mapping):
            return dict(state)
        kept = {id_: sheet for id_, sheet in answers.items() if id_ not in self.hidden}
        rest = {key: value for key, value in state.items() if key != "answers"}
        return {**rest, "answers": kept} if kept else rest

    def versioned(self, found: Versioned) -> Versioned:
        """A version without what is hidden; its number is the same."""
        if not self.hidden:
            return found

        def seen() -> Versioned:
            data = self.data(found.data)
            return Versioned(found.version, data, state_hash(data))

        return _SEEN.get((found.hash, found.version, self.hidden), seen)

    def entry(self, entry: Entry) -> Entry:
        """A line of the history without what is hidden, by a name, under one's own keys alone."""
        own = self.own and entry.key.startswith(self.own)
        return replace(
            entry,
            actor=self.names.told(entry.actor),
            key=entry.key[len(self.own) :] if own else "",
            changes=tuple(c for c in entry.changes if not hides(self.hidden, c.path)),
            clashes=tuple(
                replace(c, who=self.names.told(c.who))
                for c in entry.clashes
                if not hides(self.hidden, c.path)
            ),
        )

    def outcome(self, outcome: SaveOutcome) -> SaveOutcome:
        """How a save went, with what others wrote told by name and nothing that is hidden."""
        if isinstance(outcome, Failed):
            return replace(outcome, what=self.names.told_in(outcome.what))
        if not isinstance(outcome, Conflict):
            return outcome
        seen = (c for c in outcome.clashes if not hides(self.hidden, c.path))
        return Conflict(
            outcome.version, tuple(replace(c, who=self.names.told(c.who)) for c in seen)
        )

    def problems(self, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """The problems with files that can be seen; of answers none while some are hidden."""
        return tuple(p for p in found if not (self.hidden and "/answers/" in p.file))
