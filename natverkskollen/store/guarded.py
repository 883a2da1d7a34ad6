"""The store of evaluations as one person has it: what they may not read is not there at all.

It keeps the promises of Store and has no way in but those written here; each write is looked at in
the moment in which nobody else can write. Versions keep their numbers, hidden or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.access import MACHINE
from natverkskollen.store.contract import (
    Change,
    Changes,
    Entry,
    Failed,
    KeyPath,
    Saved,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.guarded_reading import GuardedEvaluations
from natverkskollen.store.history_names import names_at
from natverkskollen.store.permission import ASK, ASSESSORS, NO_REASON, NOT_ADMIN, NOT_YOURS, Asked
from natverkskollen.store.plain_data import State
from natverkskollen.store.saving import MISSING
from natverkskollen.store.sight import Sight, hidden_in
from natverkskollen.store.signature import Signed, signed

_WAITING = Failed(
    "alla bedömare har inte lämnat in, och kopian skulle visa deras svar",
    "Vänta tills alla har lämnat in",
)
_NEW: KeyPath = ("evaluation",)


@dataclass(frozen=True)
class GuardedStore(GuardedEvaluations):
    """A store bound to who asks it."""

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now, without what is hidden."""
        found = self.inner.get(evaluation) if self.rights.reads(evaluation) else MISSING
        if isinstance(found, Failed):
            return found
        return self._sight(evaluation, found.data).versioned(found)

    def save(
        self, evaluation: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none, where every one of them is the person's to make."""
        signature = self._signed(evaluation, actor)
        if isinstance(signature, Failed):
            return signature
        found = self.inner.history(evaluation)
        history = () if isinstance(found, Failed) else found
        asked = Asked(self.rights, evaluation, signature.words, signature.pseudonym, history)

        def checked(now: State) -> Sequence[Change] | Failed:
            seen = self._sight(evaluation, now).data(now)
            wanted = changes(seen) if callable(changes) else changes
            return wanted if isinstance(wanted, Failed) else asked.refusal(now, wanted) or wanted

        passed: Changes = checked
        if not callable(changes) and [(c.path, c.old) for c in changes] == [(_NEW, None)]:
            # A new evaluation and no more: where there is one already, it can only be a conflict.
            if refused := asked.refusal({}, changes):
                return refused
            passed = changes
        outcome = self.inner.save(
            evaluation, base_version, passed, signature.actor, signature.key(key)
        )
        return self._now(evaluation).outcome(outcome)

    def history(self, evaluation: str) -> tuple[Entry, ...] | Failed:
        """Every version, without what is hidden in it."""
        found = self.inner.history(evaluation) if self.rights.reads(evaluation) else MISSING
        if isinstance(found, Failed):
            return found
        sight = self._now(evaluation)
        return tuple(sight.entry(entry) for entry in found)

    def heads(self, evaluation: str) -> tuple[str, ...] | Failed:
        """The hash of each version's line; it tells nothing of what stands there."""
        return self.inner.heads(evaluation) if self.rights.reads(evaluation) else MISSING

    def at(self, evaluation: str, version: int) -> Versioned | Failed:
        """The evaluation as it stood, without what is hidden now."""
        found = self.inner.at(evaluation, version) if self.rights.reads(evaluation) else MISSING
        return found if isinstance(found, Failed) else self._now(evaluation).versioned(found)

    def restore(
        self, evaluation: str, version: int, actor: str, path: KeyPath = (), key: str = ""
    ) -> SaveOutcome:
        """A new version as an earlier one, where all under the path is the person's to change."""
        signature = self._signed(evaluation, actor)
        if isinstance(signature, Failed):
            return signature
        now = self.inner.get(evaluation)
        if isinstance(now, Failed):
            return now
        if refused := self._not_restored(evaluation, now.data, path):
            return refused
        outcome = self.inner.restore(evaluation, version, signature.actor, path, signature.key(key))
        return self._now(evaluation).outcome(outcome)

    def delete(self, evaluation: str, base_version: int, actor: str) -> Saved | Failed:
        """Put the evaluation aside, as an administrator and for a reason."""
        signature = self._signed(evaluation, actor)
        if isinstance(signature, Failed):
            return signature
        if not self.rights.administers(evaluation):
            return NOT_ADMIN
        if not signature.words:
            return NO_REASON
        return self.inner.delete(evaluation, base_version, signature.actor)

    def deleted(self, evaluation: str) -> Entry | None:
        """Who last put an evaluation aside that the person might read."""
        found = self.inner.deleted(evaluation) if self.rights.reads(evaluation) else None
        return found and Sight(frozenset(), names_at(self.folder)).entry(found)

    def bring_back(self, evaluation: str, actor: str) -> Saved | Failed:
        """The evaluation there again, as an administrator."""
        signature = self._signed(evaluation, actor)
        if isinstance(signature, Failed):
            return signature
        if not self.rights.administers(evaluation):
            return NOT_ADMIN
        return self.inner.bring_back(evaluation, signature.actor)

    def verify(self, evaluation: str) -> tuple[Problem, ...]:
        """What is wrong with the history."""
        if not self.rights.reads(evaluation):
            return (Problem(evaluation, 0, MISSING.what, MISSING.remedy),)
        return self._now(evaluation).problems(self.inner.verify(evaluation))

    def copy(self, evaluation: str) -> Mapping[str, bytes] | Failed:
        """Every file with its history; refused while something in it is hidden from the person."""
        found = self.inner.copy(evaluation) if self.rights.reads(evaluation) else MISSING
        if isinstance(found, Failed):
            return found
        return _WAITING if self._now(evaluation).hidden else found

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """All there is, to an administrator of all at the machine itself; raises DataError."""
        if not (self.rights.governs() and self.who.issuer == MACHINE):
            _refuse("en säkerhetskopia av allt görs av en administratör, på servern")
        yield from self.inner.everything()

    def mend(self) -> None:
        """Put right what a crash left behind: it tells nobody anything."""
        self.inner.mend()

    def unwritable(self) -> Failed | None:
        """Why nothing can be saved here and now."""
        return self.inner.unwritable()

    def selftest(self) -> tuple[Failed, ...]:
        """What keeps the store from saving, for whoever may know of every evaluation."""
        return self.inner.selftest() if self.rights.governs() else ()

    def _signed(self, evaluation: str, words: str) -> Signed | Failed:
        """What a write is signed with; as where there is nothing, for whoever may not read it."""
        if not self.rights.reads(evaluation):
            return MISSING
        own = self.rights.assesses(evaluation)
        return signed(self.folder, self.who, self.rights, words, own)

    def _not_restored(self, evaluation: str, now: State, path: KeyPath) -> Failed | None:
        """Why what is under a path is not the person's to bring back as it was."""
        if path[:1] == ("answers",) and len(path) > 1:
            asked = Asked(self.rights, evaluation, "", "")
            return asked.refusal(now, (Change(path, None, None),))
        if not self.rights.edits(evaluation):
            return NOT_YOURS
        if hidden_in(now):
            return Failed("medan svar är dolda går bara de egna att återställa", _WAITING.remedy)
        wide = len(path) < 2 or path[:2] == ASSESSORS  # who has handed in is among it
        return NOT_ADMIN if wide and not self.rights.administers(evaluation) else None

    def _sight(self, evaluation: str, state: State) -> Sight:
        hidden = hidden_in(state) - self.rights.assesses(evaluation)
        return Sight(hidden, names_at(self.folder))


def _refuse(what: str) -> NoReturn:
    raise DataError([Problem("åtkomst", 0, what, ASK)])
