"""The stores of a data folder that several servers share: read from the copy, written through it.

What is read has been brought up to date first. What a person or a crash has left in the copy is
never taken for a version: the copy is compared with the database, and only what the database itself
holds unsettled (files copied in with a change made by hand) is put right, as a write of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store.area import Area
from natverkskollen.store.contract import (
    Changes,
    Entry,
    Failed,
    KeyPath,
    Saved,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.names import refused_name
from natverkskollen.store.recovery import Contents, Unusable, by_hand, look
from natverkskollen.store.replica import Replica
from natverkskollen.store.room_store import MembershipStore, NetworkStore
from natverkskollen.store.sheaf import Sheaf
from natverkskollen.store.versioned_folders import VersionedFolders
from natverkskollen.store.write_failure import Refused, failed
from natverkskollen.store.yaml_store import YamlStore

T = TypeVar("T")


class Unsettled(Exception):
    """The files are not as their history left them."""


class _Copied(VersionedFolders):
    """The files of a copy: nothing is written in it, whatever it looks like."""

    def _locked(
        self, evaluation: str, holder: str, work: Callable[[Contents, Sheaf], T]
    ) -> T | Failed:
        if refusal := refused_name(evaluation):
            return refusal
        try:
            return work(*self._put_right(evaluation))
        except (Unusable, Refused) as refused:
            return refused.failed
        except OSError as error:
            return failed(evaluation, error)

    def copy(self, evaluation: str) -> Mapping[str, bytes] | Failed:
        """Every file as it lies: whoever asks has seen to it that nobody brings the copy on."""
        return refused_name(evaluation) or self._all_of(evaluation)

    def _put_right(self, evaluation: str) -> tuple[Contents, Sheaf]:
        place = self._place(evaluation)
        contents = look(place, self._journals)
        if not contents.settled:
            raise Unsettled
        state = contents.journal.state or {}
        if not contents.journal.lines and contents.raws:
            state = by_hand(place, contents)
        return contents, Sheaf(evaluation, state, contents.raws)


class CopiedEvaluations(_Copied, YamlStore):
    """The evaluations in a copy."""


class CopiedNetworks(_Copied, NetworkStore):
    """The networks in a copy."""


class CopiedMemberships(_Copied, MembershipStore):
    """The memberships in a copy."""


class SharedStore:
    """A store on several servers; `copied` is what is read, `tried` the same in the workshop.

    `area` is what the writing of one of them may touch. What is not here is read from the copy.
    """

    def __init__(self, replica: Replica, copied: Any, tried: Any, area: Callable[[str], Area]):
        self._replica = replica
        self._copied = copied
        self._tried = tried
        self._area = area

    def __getattr__(self, name: str) -> Any:
        return getattr(self._copied, name)

    def ids(self) -> tuple[str, ...]:
        """Those there are now, in order."""
        self._replica.catch_up()
        found: tuple[str, ...] = self._copied.ids()
        return found

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now."""
        return self._read(evaluation, lambda store: store.get(evaluation))

    def history(self, evaluation: str) -> tuple[Entry, ...] | Failed:
        """Every version from the first to the latest."""
        return self._read(evaluation, lambda store: store.history(evaluation))

    def heads(self, evaluation: str) -> tuple[str, ...] | Failed:
        """The hash of each version's line: of that version and all before it."""
        return self._read(evaluation, lambda store: store.heads(evaluation))

    def at(self, evaluation: str, version: int) -> Versioned | Failed:
        """The evaluation as it stood at a version."""
        return self._read(evaluation, lambda store: store.at(evaluation, version))

    def copy(self, evaluation: str) -> Mapping[str, bytes] | Failed:
        """Every file of an evaluation with its history, all of one and the same moment."""
        with self._replica.still():
            self._replica.catch_up()
            found: Mapping[str, bytes] | Failed = self._copied.copy(evaluation)
            return found

    def deleted(self, evaluation: str) -> Entry | None:
        """Who last put an evaluation with this id aside, and when; None where nobody has."""
        self._replica.catch_up()
        found: Entry | None = self._copied.deleted(evaluation)
        return found

    def save(
        self, evaluation: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none; what is told is committed."""
        return self._written(
            evaluation, lambda store: store.save(evaluation, base_version, changes, actor, key)
        )

    def restore(
        self, evaluation: str, version: int, actor: str, path: KeyPath = (), key: str = ""
    ) -> SaveOutcome:
        """A new version in which what is under the path is as it was at an earlier one."""
        return self._written(
            evaluation, lambda store: store.restore(evaluation, version, actor, path, key)
        )

    def delete(self, evaluation: str, base_version: int, actor: str) -> Saved | Failed:
        """Put the evaluation aside with its history."""
        return self._written(
            evaluation, lambda store: store.delete(evaluation, base_version, actor)
        )

    def bring_back(self, evaluation: str, actor: str) -> Saved | Failed:
        """The evaluation last put aside under this id, there again with all its history."""
        return self._written(evaluation, lambda store: store.bring_back(evaluation, actor))

    def verify(self, evaluation: str) -> tuple[Problem, ...]:
        """What is wrong with the history, in files that have been compared with the database."""
        with self._replica.still():
            self._replica.catch_up()
            found: tuple[Problem, ...] = self._copied.verify(evaluation)
            return found

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """All there is, all of one and the same moment; DataError where it cannot be had."""
        with self._replica.still():
            if trouble := self._replica.catch_up(whole=True):
                raise DataError([Problem(self._replica.place, 0, trouble.what, trouble.remedy)])
            yield from self._copied.everything()

    def mend(self) -> None:
        """Bring the copy up to date; the workshop is swept before each write."""
        self._replica.catch_up()

    def unwritable(self) -> Failed | None:
        """Why nothing can be saved here and now; None where something can."""
        return self._replica.catch_up()

    def selftest(self) -> tuple[Failed, ...]:
        """Compare the copy with the database; every evaluation that cannot be put right."""
        if trouble := self._replica.catch_up(whole=True):
            return (trouble,)
        found = (self.get(id_) for id_ in self._copied.ids())
        return tuple(each for each in found if isinstance(each, Failed))

    def _read(self, evaluation: str, ask: Callable[[Any], T | Failed]) -> T | Failed:
        self._replica.catch_up()
        try:
            return ask(self._copied)
        except Unsettled:
            trouble = self._replica.catch_up(whole=True)
        try:
            return ask(self._copied)
        except Unsettled:
            return self._written(evaluation, ask) if trouble is None else trouble

    def _written(self, evaluation: str, ask: Callable[[Any], T | Failed]) -> T | Failed:
        if refusal := refused_name(evaluation):
            return refusal
        return self._replica.write(self._area(evaluation), lambda _: ask(self._tried))
