"""A store without a disk, for tests and for trying things out: the same promises, nothing kept."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from copy import deepcopy

from natverkskollen.dossier.file_reading import COPIES, EVALUATION
from natverkskollen.files.file_cache import Stamp
from natverkskollen.files.problem import Problem
from natverkskollen.store.contract import (
    JOURNAL,
    Changes,
    Entry,
    Failed,
    KeyPath,
    Saved,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.files import JudgedBy, names
from natverkskollen.store.journal import Journal, new_line
from natverkskollen.store.journal_line import Line, line_bytes
from natverkskollen.store.names import refused_name
from natverkskollen.store.plain_data import State, state_hash
from natverkskollen.store.saving import MISSING, Save, Step, decide, outcome_of, restoring
from natverkskollen.store.sheaf import Sheaf
from natverkskollen.store.verifying import journal_problems


class MemoryStore:
    """Evaluations in memory; keeps the promises of Store."""

    def __init__(self, judged_by: JudgedBy):
        self._judged_by = judged_by
        self._journals: dict[str, Journal] = {}
        self._written: dict[str, bytes] = {}
        self._aside: dict[str, Journal] = {}
        self._name = f"minnet {secrets.token_hex(8)}"
        self._lock = threading.RLock()

    @property
    def place(self) -> str:
        """This store and no other, for as long as it is there."""
        return self._name

    def ids(self) -> tuple[str, ...]:
        """The evaluations there are, in order."""
        return tuple(sorted(self._journals))

    def taken(self) -> frozenset[str]:
        """The same."""
        return frozenset(self._journals)

    def unread(self, evaluation: str = "") -> tuple[Problem, ...]:
        """Nothing lies beside what is kept in memory."""
        return ()

    def names(self, evaluation: str) -> tuple[str, ...]:
        """The files that the evaluation would be."""
        state = self._state(evaluation)
        return tuple(sorted(names(state), key=_in_folder)) if state else ()

    def stamp(self, evaluation: str, name: str) -> Stamp:
        """The latest version's hash; a file may be the same in the next, never another in this."""
        there = name in self.names(evaluation)
        return (0, 0, int(self._journals[evaluation].lines[-1].sha256, 16)) if there else ()

    def read(self, evaluation: str, name: str) -> bytes:
        """The file that the evaluation would be."""
        if name not in self.names(evaluation):
            raise FileNotFoundError(name)
        return Sheaf(evaluation, self._state(evaluation)).text(name, None) or b""

    def copy(self, evaluation: str) -> dict[str, bytes] | Failed:
        """Every file that the evaluation would be, and its history."""
        with self._lock:
            files = {name: self.read(evaluation, name) for name in self.names(evaluation)}
            return {**files, JOURNAL: self._written[evaluation]} if files else MISSING

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """All there is, as files by their names in evaluations/."""
        for id_ in self.ids():
            if not isinstance(copied := self.copy(id_), Failed):
                yield from ((f"{id_}/{name}", raw) for name, raw in copied.items())

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return journal
        return _versioned(journal.version, journal.state) if journal.state else MISSING

    def save(
        self, evaluation: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none."""
        return self._write(Save(evaluation, base_version, changes, actor, key))

    def history(self, evaluation: str) -> tuple[Entry, ...] | Failed:
        """Every version from the first to the latest."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return journal
        return tuple(line.entry for line in journal.lines) if journal.lines else MISSING

    def heads(self, evaluation: str) -> tuple[str, ...] | Failed:
        """The hash of each version's line: of that version and all before it."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return journal
        return tuple(line.sha256 for line in journal.lines) if journal.lines else MISSING

    def at(self, evaluation: str, version: int) -> Versioned | Failed:
        """The evaluation as it stood at a version."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return journal
        if not 0 <= version <= journal.version:
            return Failed(f"version {version} finns inte i historiken", "Ladda om sidan")
        return _versioned(version, journal.at(version))

    def restore(
        self, evaluation: str, version: int, actor: str, path: KeyPath = (), key: str = ""
    ) -> SaveOutcome:
        """A new version in which what is under the path is as it was at an earlier one."""
        with self._lock:
            journal = self._journal(evaluation)
            if isinstance(journal, Failed):
                return journal
            if not 0 <= version <= journal.version:
                return Failed(f"version {version} finns inte i historiken", "Ladda om sidan")
            changes = restoring(journal, journal.state or {}, version, path)
            return self._write(Save(evaluation, journal.version, changes, actor, key, "restore"))

    def delete(self, evaluation: str, base_version: int, actor: str) -> Saved | Failed:
        """Put the evaluation aside."""
        with self._lock:
            journal = self._journal(evaluation)
            if isinstance(journal, Failed) or not journal.state:
                return journal if isinstance(journal, Failed) else MISSING
            changed = any(line.changes for line in journal.lines[base_version:])
            if changed or base_version > journal.version:
                return Failed("utvärderingen har ändrats sedan du öppnade den", "Ladda om sidan")
            line = self._put(evaluation, new_line("delete", base_version, actor, ""), journal.state)
            self._aside[evaluation] = self._journals.pop(evaluation)
            del self._written[evaluation]
            return Saved(line.seq)

    def deleted(self, evaluation: str) -> Entry | None:
        """Who last put an evaluation with this id aside, and when; None where nobody has."""
        aside = self._aside.get(evaluation)
        return aside.lines[-1].entry if aside else None

    def bring_back(self, evaluation: str, actor: str) -> Saved | Failed:
        """The evaluation last put aside under this id, there again with all its history."""
        with self._lock:
            journal = self._journal(evaluation)
            if isinstance(journal, Failed):
                return journal
            if journal.state:
                return Failed(
                    f"det finns en annan utvärdering med id '{evaluation}'", "Ta bort den först"
                )
            if evaluation not in self._aside:
                return MISSING
            kept = self._journals[evaluation] = self._aside.pop(evaluation)
            again = new_line("restore", kept.version, actor, "")
            return Saved(self._put(evaluation, again, kept.state or {}).seq)

    def verify(self, evaluation: str) -> tuple[Problem, ...]:
        """What is wrong with the history, by line."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return (Problem(evaluation, 0, journal.what, journal.remedy),)
        return journal_problems(journal, evaluation)

    def mend(self) -> None:
        """A crash leaves nothing behind."""

    def unwritable(self) -> None:
        """Nothing keeps memory from being written."""

    def selftest(self) -> tuple[Failed, ...]:
        """Nothing keeps memory from being written."""
        return ()

    def _state(self, evaluation: str) -> State:
        return self._journals.get(evaluation, Journal()).state or {}

    def _journal(self, evaluation: str) -> Journal | Failed:
        return refused_name(evaluation) or self._journals.get(evaluation, Journal())

    def _write(self, save: Save) -> SaveOutcome:
        with self._lock:
            journal = self._journal(save.evaluation)
            if isinstance(journal, Failed):
                return journal
            now = Sheaf(save.evaluation, journal.state or {})
            step = decide(journal, now, save, self._judged_by)
            if not isinstance(step, Step):
                return step
            return outcome_of(self._put(save.evaluation, step.line, step.after.state))

    def _put(self, evaluation: str, line: Line, state: State) -> Line:
        journal = self._journals.get(evaluation, Journal())
        lines = journal.next_lines(line, journal.state or {}, state, {})
        raw = b"".join(line_bytes(each) for each in lines)
        self._written[evaluation] = self._written.get(evaluation, b"") + raw
        self._journals[evaluation] = journal.grown(raw)
        return lines[-1]


def _in_folder(name: str) -> tuple[int, str]:
    own = (EVALUATION, *COPIES)
    return own.index(name) if name in own else len(own), name


def _versioned(version: int, state: State) -> Versioned:
    return Versioned(version, deepcopy(dict(state)), state_hash(state))
