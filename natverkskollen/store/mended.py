"""Evaluations as folders, read and held with what a crash or a person left there put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from natverkskollen.files.cache import Cache
from natverkskollen.files.problem import Problem
from natverkskollen.store import disk, lock
from natverkskollen.store.commit import commit
from natverkskollen.store.contract import BY_HAND, Failed
from natverkskollen.store.files import read_state
from natverkskollen.store.folder import EvaluationFolders
from natverkskollen.store.journal import Journal, new_line
from natverkskollen.store.names import refused_name
from natverkskollen.store.place import Place
from natverkskollen.store.plain_data import State, differences
from natverkskollen.store.recovery import (
    Contents,
    Journals,
    Unusable,
    by_hand,
    files_behind,
    finished_save,
    left_behind,
    look,
    mended_journal,
)
from natverkskollen.store.sheaf import Sheaf
from natverkskollen.store.write_failure import Refused, failed

T = TypeVar("T")
_Said = tuple[dict[str, Any], tuple[Problem, ...]]
REBUILT = "återskapad ur historiken"


class MendedFolders(EvaluationFolders):
    """What is read is never half of a save, and what is written is written by one at a time."""

    def __init__(self, folder: Path, apart: Path | None = None):
        super().__init__(folder, apart)
        self._journals = Journals()
        self._by_hand: Cache[tuple[Mapping[str, bytes], _Said]] = Cache(64)

    def mend(self) -> None:
        """Put right what a crash left behind, without reading the evaluations where it did not."""
        for id_ in self.ids():
            if left_behind(self._place(id_)):
                self._read(id_)

    def copy(self, evaluation: str) -> Mapping[str, bytes] | Failed:
        """Every file of an evaluation with its history, copied while nobody can write it."""
        return self._locked(
            evaluation, "säkerhetskopiering", lambda _, now: self._all_of(evaluation)
        )

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """All there is, as files by their names in evaluations/."""
        for id_ in (ids := self.ids()):
            copied = self.copy(id_)
            # What cannot be read must be in the backup all the same.
            files = self._all_of(id_) if isinstance(copied, Failed) else copied
            yield from ((f"{id_}/{name}", raw) for name, raw in files.items())
        yield from self._all_but(ids)

    def _said(self, evaluation: str, raws: Mapping[str, bytes]) -> _Said:
        """What files say that nobody has saved in the program; read anew where they differ."""

        def renew(
            kept: tuple[Mapping[str, bytes], _Said] | None,
        ) -> tuple[Mapping[str, bytes], _Said]:
            return kept if kept and kept[0] == raws else (dict(raws), read_state(raws, evaluation))

        return self._by_hand.renewed(evaluation, renew)[1]

    def _read(self, evaluation: str) -> tuple[Journal, State] | Failed:
        """The journal and the state; waits for nobody where nothing is to be put right."""
        if refusal := refused_name(evaluation):
            return refusal
        try:
            contents = look(self._place(evaluation), self._journals)
            if contents.settled and contents.journal.lines:
                return contents.journal, contents.journal.state or {}
            unwritten = contents.settled and not contents.journal.lines
            state, problems = self._said(evaluation, contents.raws)
            if unwritten and not problems:
                return contents.journal, state
        except OSError as error:
            return failed(evaluation, error)
        settled = self._locked(evaluation, "", lambda c, now: (c.journal, now.state))
        if isinstance(settled, Failed) and not problems and not contents.journal.fault:
            return contents.journal, state  # a folder that cannot be written can still be read
        return settled

    def _locked(
        self, evaluation: str, holder: str, work: Callable[[Contents, Sheaf], T]
    ) -> T | Failed:
        if refusal := refused_name(evaluation):
            return refusal
        try:
            with lock.held(self._evaluations, evaluation, holder):
                return work(*self._put_right(evaluation))
        except lock.Busy as busy:
            who = f" ({busy})" if str(busy) else ""
            what = f"någon annan sparar i utvärderingen just nu{who}"
            return Failed(what, "Vänta några sekunder och försök igen")
        except (Unusable, Refused) as refused:
            return refused.failed
        except OSError as error:
            return failed(evaluation, error)

    def _place(self, evaluation: str) -> Place:
        """Where an evaluation lies."""
        return Place(evaluation, self._evaluations / evaluation)

    def _put_right(self, evaluation: str) -> tuple[Contents, Sheaf]:
        place = self._place(evaluation)
        contents = look(place, self._journals)
        if not contents.settled:
            contents = mended_journal(place, contents, self._journals)
            contents = finished_save(place, contents, self._journals)
        journal = contents.journal
        state: State = journal.state or {}
        if journal.lines and contents.hashes != journal.files:
            now = Sheaf(evaluation, state).changed(by_hand(place, contents))
            gone = place.own not in contents.raws
            line = new_line(
                "rebuild" if gone else "import",
                journal.version,
                REBUILT if gone else BY_HAND,
                "",
                changes=tuple(differences(state, now.state)),
            )
            behind = files_behind(contents, now.state, evaluation)
            commit(place, contents, line, now.state, now, behind)
            return self._put_right(evaluation)
        if contents.prepared:
            disk.remove(contents.prepared)
            contents = look(place, self._journals)
        if not journal.lines and contents.raws:
            state = by_hand(place, contents)
        return contents, Sheaf(evaluation, state, contents.raws)
