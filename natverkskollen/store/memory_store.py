"""A store without a disk, for tests and for trying things out: the same promises, nothing kept."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from copy import deepcopy

from natverkskollen.files.problem import Problem
from natverkskollen.store.contract import (
    Change,
    Entry,
    Failed,
    KeyPath,
    Saved,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.files import JudgedBy
from natverkskollen.store.journal import Journal, new_line
from natverkskollen.store.journal_line import Line, line_bytes
from natverkskollen.store.names import refused_name
from natverkskollen.store.plain_data import State, state_hash
from natverkskollen.store.saving import MISSING, Save, Step, decide, outcome_of, restoring
from natverkskollen.store.verifying import journal_problems


class MemoryStore:
    """Evaluations in memory; keeps the promises of Store."""

    def __init__(self, judged_by: JudgedBy):
        self._judged_by = judged_by
        self._journals: dict[str, Journal] = {}
        self._lock = threading.RLock()

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return journal
        return _versioned(journal.version, journal.state) if journal.state else MISSING

    def save(
        self, evaluation: str, base_version: int, changes: Sequence[Change], actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none."""
        return self._write(Save(evaluation, base_version, tuple(changes), actor, key))

    def history(self, evaluation: str) -> tuple[Entry, ...] | Failed:
        """Every version from the first to the latest."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return journal
        return tuple(line.entry for line in journal.lines) if journal.lines else MISSING

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
        """Forget the evaluation."""
        with self._lock:
            journal = self._journal(evaluation)
            if isinstance(journal, Failed) or not journal.state:
                return journal if isinstance(journal, Failed) else MISSING
            changed = any(line.changes for line in journal.lines[base_version:])
            if changed or base_version > journal.version:
                return Failed("utvärderingen har ändrats sedan du öppnade den", "Ladda om sidan")
            line = self._put(evaluation, new_line("delete", base_version, actor, ""), journal.state)
            del self._journals[evaluation]
            return Saved(line.seq)

    def verify(self, evaluation: str) -> tuple[Problem, ...]:
        """What is wrong with the history, by line."""
        journal = self._journal(evaluation)
        if isinstance(journal, Failed):
            return (Problem(evaluation, 0, journal.what, journal.remedy),)
        return journal_problems(journal, evaluation)

    def selftest(self) -> tuple[Failed, ...]:
        """Nothing keeps memory from being written."""
        return ()

    def _journal(self, evaluation: str) -> Journal | Failed:
        return refused_name(evaluation) or self._journals.get(evaluation, Journal())

    def _write(self, save: Save) -> SaveOutcome:
        with self._lock:
            journal = self._journal(save.evaluation)
            if isinstance(journal, Failed):
                return journal
            step = decide(journal, journal.state or {}, save, self._judged_by)
            if not isinstance(step, Step):
                return step
            return outcome_of(self._put(save.evaluation, step.line, step.state))

    def _put(self, evaluation: str, line: Line, state: State) -> Line:
        journal = self._journals.get(evaluation, Journal())
        lines = journal.next_lines(line, journal.state or {}, state, {})
        raw = b"".join(line_bytes(each) for each in lines)
        self._journals[evaluation] = journal.grown(raw)
        return lines[-1]


def _versioned(version: int, state: State) -> Versioned:
    return Versioned(version, deepcopy(dict(state)), state_hash(state))
