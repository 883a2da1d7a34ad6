"""The default store: a folder of YAML files per evaluation, and a journal that decides."""

from __future__ import annotations

import errno
import time
from copy import deepcopy
from pathlib import Path

from natverkskollen.dossier.library import judged_by
from natverkskollen.files.data_folder import EVALUATIONS
from natverkskollen.files.fields import MOST_SLUG
from natverkskollen.files.problem import Problem
from natverkskollen.store import disk
from natverkskollen.store.commit import Refused, commit, failed
from natverkskollen.store.contract import (
    Changes,
    Conflict,
    Entry,
    Failed,
    KeyPath,
    Saved,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.journal import new_line
from natverkskollen.store.mended import MendedFolders
from natverkskollen.store.names import refused_name
from natverkskollen.store.plain_data import State, state_hash
from natverkskollen.store.recovery import Contents, Journals, look
from natverkskollen.store.saving import MISSING, Save, Step, decide, outcome_of, restoring
from natverkskollen.store.sheaf import Sheaf
from natverkskollen.store.verifying import folder_problems

DELETED = ".borttagna"
# As far down as anything lies in evaluations/, beside the temporary name that every file gets.
LONGEST = f"{'x' * MOST_SLUG}/answers/{'x' * MOST_SLUG}.yaml"
_TOO_FAR_DOWN = Failed(
    "sökvägen till datamappen är för lång för filerna i den",
    "Flytta datamappen närmare diskens rot, eller korta mapparnas namn",
)


class YamlStore(MendedFolders):
    """Evaluations as folders in a data folder's evaluations/; keeps the promises of Store."""

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now, with what was done by hand made a version."""
        opened = self._read(evaluation)
        if isinstance(opened, Failed):
            return opened
        journal, state = opened
        return _versioned(journal.version, state) if state else MISSING

    def save(
        self, evaluation: str, base_version: int | None, changes: Changes, actor: str, key: str
    ) -> SaveOutcome:
        """Make all the changes or none."""
        save = Save(evaluation, base_version, changes, actor, key)
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

        def write(contents: Contents, now: Sheaf) -> SaveOutcome:
            journal = contents.journal
            if not 0 <= version <= journal.version:
                return Failed(f"version {version} finns inte i historiken", "Ladda om sidan")
            changes = restoring(journal, now.state, version, path) if journal.lines else ()
            save = Save(evaluation, journal.version, changes, actor, key, "restore")
            return self._write(contents, now, save)

        return self._locked(evaluation, actor, write)

    def delete(self, evaluation: str, base_version: int, actor: str) -> Saved | Failed:
        """Move the folder with its history to evaluations/.borttagna/, out of every list."""

        def move(contents: Contents, now: Sheaf) -> Saved | Failed:
            if not now.state:
                return MISSING
            changed = any(line.changes for line in contents.journal.lines[base_version:])
            if changed or base_version > max(1, contents.journal.version):
                return Failed("utvärderingen har ändrats sedan du öppnade den", "Ladda om sidan")
            folder = self._evaluations / evaluation
            gone = new_line("delete", base_version, actor, "")
            line = commit(folder, contents, gone, now.state, now)
            disk.make_folder(self._evaluations / DELETED)
            stamp = f"{line.when:%Y%m%dT%H%M%SZ}-{time.time_ns()}"
            disk.put_in_place(folder, self._evaluations / DELETED / f"{evaluation}.{stamp}")
            for place in (self._evaluations / DELETED, self._evaluations):
                disk.sync_folder(place)
            return Saved(line.seq)

        return self._locked(evaluation, actor, move)

    def deleted(self, evaluation: str) -> Entry | None:
        """Who last put an evaluation with this id aside, and when; None where nobody has."""
        aside = None if refused_name(evaluation) else self._put_aside(evaluation)
        lines = look(aside, Journals()).journal.lines if aside else ()
        return lines[-1].entry if lines else None

    def bring_back(self, evaluation: str, actor: str) -> Saved | Failed:
        """Move the folder put aside last back among the others, as a version of its own."""

        def move(contents: Contents, now: Sheaf) -> Saved | Failed:
            folder, aside = self._evaluations / evaluation, self._put_aside(evaluation)
            if now.state or contents.raws:
                return Failed(
                    f"det finns en annan utvärdering med id '{evaluation}'", "Ta bort den först"
                )
            if aside is None:
                return MISSING
            disk.put_in_place(aside, folder)
            for place in (self._evaluations / DELETED, self._evaluations):
                disk.sync_folder(place)
            back = look(folder, self._journals)
            state = back.journal.state or {}
            again = new_line("restore", back.journal.version, actor, "")
            line = commit(folder, back, again, state, Sheaf(evaluation, state, back.raws))
            return Saved(line.seq)

        return self._locked(evaluation, actor, move)

    def _put_aside(self, evaluation: str) -> Path | None:
        """The newest folder that an evaluation was put aside as; its name tells when."""
        found = sorted((self._evaluations / DELETED).glob(f"{evaluation}.*"))
        return found[-1] if found else None

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
        for id_ in self.ids():
            opened = self._read(id_)
            if isinstance(opened, Failed):
                found.append(opened)
        return tuple(found)

    def unwritable(self) -> Failed | None:
        """Why no file can be written in the folder; None where one can."""
        made = self._evaluations.is_dir()  # it is made at the first save
        place = self._evaluations if made else self.folder
        try:
            if made:
                disk.remove(disk.temporaries(place))
            disk.try_to_write(place / ".prov")
            to_come = LONGEST if made else f"{EVALUATIONS}/{LONGEST}"
            return None if _reaches(place / ".prov".ljust(len(to_come), "x")) else _TOO_FAR_DOWN
        except OSError as error:
            return failed("i mappen evaluations" if made else "i datamappen", error)

    def _write(self, contents: Contents, now: Sheaf, save: Save) -> SaveOutcome:
        step = decide(contents.journal, now, save, lambda e: judged_by(self.folder, e))
        if not isinstance(step, Step):
            return step
        try:
            folder = self._evaluations / save.evaluation
            return outcome_of(commit(folder, contents, step.line, now.state, step.after))
        except Refused:
            if step.line.kind == "conflict":  # what was to be noted stands on the person's screen
                return Conflict(contents.journal.version, step.line.clashes)
            raise


def _reaches(path: Path) -> bool:
    """Whether a path of this length can be written: Windows has 260 characters for all of it."""
    try:
        disk.try_to_write(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        # Too long as one name, which ours are not, is another thing.
        if error.errno != errno.ENAMETOOLONG:
            raise
    return True


def _versioned(version: int, state: State) -> Versioned:
    return Versioned(version, deepcopy(dict(state)), state_hash(state))
