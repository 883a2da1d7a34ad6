"""The default store: a folder of YAML files per evaluation, and a journal that decides."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import TypeVar

from natverkskollen.dossier.library import judged_by
from natverkskollen.files.problem import Problem
from natverkskollen.store import disk, lock
from natverkskollen.store.commit import Refused, commit, failed
from natverkskollen.store.contract import (
    BY_HAND,
    Change,
    Conflict,
    Entry,
    Failed,
    KeyPath,
    Saved,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.files import EVALUATION, read_state
from natverkskollen.store.journal import Journal, new_line
from natverkskollen.store.names import refused_name
from natverkskollen.store.plain_data import State, differences, state_hash
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
from natverkskollen.store.saving import MISSING, Save, Step, decide, outcome_of, restoring
from natverkskollen.store.verifying import folder_problems

T = TypeVar("T")
DELETED = ".borttagna"
REBUILT = "återskapad ur historiken"


class YamlStore:
    """Evaluations as folders in a data folder's evaluations/; keeps the promises of Store."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._evaluations = folder / "evaluations"
        self._journals = Journals()

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now, with what was done by hand made a version."""
        opened = self._read(evaluation)
        if isinstance(opened, Failed):
            return opened
        journal, state = opened
        return _versioned(journal.version, state) if state else MISSING

    def save(
        self, evaluation: str, base_version: int, changes: Sequence[Change], actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none."""
        save = Save(evaluation, base_version, tuple(changes), actor, key)
        return self._locked(evaluation, actor, lambda c, now: self._write(c, now, save))

    def history(self, evaluation: str) -> tuple[Entry, ...] | Failed:
        """Every version from the first to the latest."""
        opened = self._read(evaluation)
        if isinstance(opened, Failed):
            return opened
        journal, state = opened
        return tuple(line.entry for line in journal.lines) if state else MISSING

    def at(self, evaluation: str, version: int) -> Versioned | Failed:
        """The evaluation as it stood at a version."""
        opened = self._read(evaluation)
        if isinstance(opened, Failed):
            return opened
        journal, state = opened
        if not 0 <= version <= journal.version:
            return Failed(f"version {version} finns inte i historiken", "Ladda om sidan")
        return _versioned(version, journal.at(version) if journal.lines else state)

    def restore(
        self, evaluation: str, version: int, actor: str, path: KeyPath = (), key: str = ""
    ) -> SaveOutcome:
        """A new version in which what is under the path is as it was at an earlier one."""

        def write(contents: Contents, now: State) -> SaveOutcome:
            journal = contents.journal
            if not 0 <= version <= journal.version:
                return Failed(f"version {version} finns inte i historiken", "Ladda om sidan")
            changes = restoring(journal, now, version, path) if journal.lines else ()
            save = Save(evaluation, journal.version, changes, actor, key, "restore")
            return self._write(contents, now, save)

        return self._locked(evaluation, actor, write)

    def delete(self, evaluation: str, base_version: int, actor: str) -> Saved | Failed:
        """Move the folder with its history to evaluations/.borttagna/, out of every list."""

        def move(contents: Contents, now: State) -> Saved | Failed:
            if not now:
                return MISSING
            changed = any(line.changes for line in contents.journal.lines[base_version:])
            if changed or base_version > max(1, contents.journal.version):
                return Failed("utvärderingen har ändrats sedan du öppnade den", "Ladda om sidan")
            folder = self._evaluations / evaluation
            line = commit(folder, contents, new_line("delete", base_version, actor, ""), now, now)
            disk.make_folder(self._evaluations / DELETED)
            stamp = f"{line.when:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
            disk.put_in_place(folder, self._evaluations / DELETED / f"{evaluation}.{stamp}")
            for place in (self._evaluations / DELETED, self._evaluations):
                disk.sync_folder(place)
            return Saved(line.seq)

        return self._locked(evaluation, actor, move)

    def verify(self, evaluation: str) -> tuple[Problem, ...]:
        """What is wrong with the history and the files, as they lie on disk; changes nothing."""
        refusal = refused_name(evaluation)
        if refusal:
            return (Problem(evaluation, 0, refusal.what, refusal.remedy),)
        return folder_problems(self._evaluations / evaluation, f"evaluations/{evaluation}")

    def selftest(self) -> tuple[Failed, ...]:
        """Write, move and remove a file, and put right every evaluation a crash left behind."""
        refusal = self.unwritable()
        found = [refusal] if refusal else []
        for path in sorted(self._evaluations.glob(f"*/{EVALUATION}")):
            opened = self._read(path.parent.name)
            if isinstance(opened, Failed):
                found.append(opened)
        return tuple(found)

    def mend(self) -> None:
        """Put right what a crash left behind, without reading the evaluations where it did not."""
        for path in sorted(self._evaluations.glob(f"*/{EVALUATION}")):
            if left_behind(path.parent):
                self._read(path.parent.name)

    def unwritable(self) -> Failed | None:
        """Why no file can be written in the folder; None where one can."""
        made = self._evaluations.is_dir()  # it is made at the first save
        place = self._evaluations if made else self.folder
        try:
            if made:
                disk.remove(disk.temporaries(place))
            trial = place / ".prov"
            disk.write_atomically(trial, b"prov\n")
            disk.remove((trial,))
            disk.sync_folder(place)
        except OSError as error:
            return failed("i mappen evaluations" if made else "i datamappen", error)
        return None

    def locked_contents(self, evaluation: str, work: Callable[[Contents], T]) -> T | Failed:
        """What `work` makes of an evaluation's files while nobody can write them."""
        return self._locked(evaluation, "säkerhetskopiering", lambda contents, _: work(contents))

    def _read(self, evaluation: str) -> tuple[Journal, State] | Failed:
        """The journal and the state; waits for nobody where nothing is to be put right."""
        if refusal := refused_name(evaluation):
            return refusal
        try:
            contents = look(self._evaluations / evaluation, self._journals)
            if contents.settled and contents.journal.lines:
                return contents.journal, contents.journal.state or {}
            unwritten = contents.settled and not contents.journal.lines
            state, problems = read_state(contents.raws, evaluation)
            if unwritten and not problems:
                return contents.journal, state
        except OSError as error:
            return failed(evaluation, error)
        settled = self._locked(evaluation, "", lambda c, now: (c.journal, now))
        if isinstance(settled, Failed) and not problems and not contents.journal.fault:
            return contents.journal, state  # a folder that cannot be written can still be read
        return settled

    def _locked(
        self, evaluation: str, holder: str, work: Callable[[Contents, State], T]
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

    def _put_right(self, evaluation: str) -> tuple[Contents, State]:
        folder = self._evaluations / evaluation
        contents = look(folder, self._journals)
        if not contents.settled:
            contents = mended_journal(folder, contents, self._journals)
            contents = finished_save(folder, contents, self._journals)
        journal = contents.journal
        state: State = journal.state or {}
        if journal.lines and contents.hashes != journal.files:
            now = by_hand(evaluation, contents)
            gone = EVALUATION not in contents.raws
            line = new_line(
                "rebuild" if gone else "import",
                journal.version,
                REBUILT if gone else BY_HAND,
                "",
                changes=tuple(differences(state, now)),
            )
            behind = files_behind(contents, now, evaluation)
            self._write_line(evaluation, contents, Step(line, now), now, behind)
            return self._put_right(evaluation)
        if contents.prepared:
            disk.remove(contents.prepared)
            contents = look(folder, self._journals)
        if not journal.lines and contents.raws:
            state = by_hand(evaluation, contents)
        return contents, state

    def _write(self, contents: Contents, now: State, save: Save) -> SaveOutcome:
        step = decide(contents.journal, now, save, lambda e: judged_by(self.folder, e))
        if not isinstance(step, Step):
            return step
        try:
            folder = self._evaluations / save.evaluation
            return outcome_of(commit(folder, contents, step.line, now, step.state))
        except Refused:
            if step.line.kind == "conflict":  # what was to be noted stands on the person's screen
                return Conflict(contents.journal.version, step.line.clashes)
            raise

    def _write_line(
        self, id_: str, contents: Contents, step: Step, before: State, behind: tuple[str, ...]
    ) -> None:
        commit(self._evaluations / id_, contents, step.line, before, step.state, behind)


def _versioned(version: int, state: State) -> Versioned:
    return Versioned(version, deepcopy(dict(state)), state_hash(state))
