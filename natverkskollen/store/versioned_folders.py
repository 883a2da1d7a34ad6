"""Things kept as files with a journal each: read, saved field by field, and taken back in time."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from natverkskollen.dossier.library import judged_by
from natverkskollen.files.cache import Cache
from natverkskollen.store.commit import commit
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
from natverkskollen.store.write_failure import Refused


class VersionedFolders(MendedFolders):
    """What every store of files promises about a version; evaluations and networks alike."""

    def __init__(self, folder: Path, apart: Path | None = None):
        super().__init__(folder, apart)
        self._latest: Cache[tuple[State, Versioned]] = Cache(64)

    def get(self, evaluation: str) -> Versioned | Failed:
        """The evaluation as it stands now, with what was done by hand made a version."""
        opened = self._read(evaluation)
        if isinstance(opened, Failed):
            return opened
        journal, state = opened
        return self._now(evaluation, journal.version, state) if state else MISSING

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

    def _now(self, evaluation: str, version: int, state: State) -> Versioned:
        """The latest version, copied and hashed once for everybody who reads it."""

        def renew(kept: tuple[State, Versioned] | None) -> tuple[State, Versioned]:
            if kept and kept[0] is state and kept[1].version == version:
                return kept
            was, data = (kept[0], kept[1].data) if kept else ({}, {})
            return state, Versioned(version, _copied(state, was, data), state_hash(state))

        return self._latest.renewed(evaluation, renew)[1]

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


def _copied(value: Any, was: Any, copy: Any) -> Any:
    """A copy of a state, with what is the same object as in an earlier one out of its `copy`."""
    if value is was:
        return copy
    if isinstance(value, Mapping) and isinstance(was, Mapping):
        return {key: _copied(each, was.get(key), copy.get(key)) for key, each in value.items()}
    return deepcopy(value)
