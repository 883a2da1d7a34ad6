"""Things kept as files with a journal each: read, saved field by field, and taken back in time."""

from __future__ import annotations

from copy import deepcopy

from natverkskollen.dossier.library import judged_by
from natverkskollen.store.commit import Refused, commit
from natverkskollen.store.contract import (
    Changes,
    Conflict,
    Entry,
    Failed,
    KeyPath,
    SaveOutcome,
    Versioned,
)
from natverkskollen.store.mended import MendedFolders
from natverkskollen.store.plain_data import State, state_hash
from natverkskollen.store.recovery import Contents
from natverkskollen.store.saving import MISSING, Save, Step, decide, outcome_of, restoring
from natverkskollen.store.sheaf import Sheaf


class VersionedFolders(MendedFolders):
    """What every store of files promises about a version; evaluations and networks alike."""

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

    def heads(self, evaluation: str) -> tuple[str, ...] | Failed:
        """The hash of each version's line: of that version and all before it."""
        opened = self._read(evaluation)
        if isinstance(opened, Failed):
            return opened
        return tuple(line.sha256 for line in opened[0].lines)

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

    def _write(self, contents: Contents, now: Sheaf, save: Save) -> SaveOutcome:
        step = decide(contents.journal, now, save, lambda e: judged_by(self.folder, e))
        if not isinstance(step, Step):
            return step
        try:
            place = self._place(save.evaluation)
            return outcome_of(commit(place, contents, step.line, now.state, step.after))
        except Refused:
            if step.line.kind == "conflict":  # what was to be noted stands on the person's screen
                return Conflict(contents.journal.version, step.line.clashes)
            raise


def _versioned(version: int, state: State) -> Versioned:
    return Versioned(version, deepcopy(dict(state)), state_hash(state))
