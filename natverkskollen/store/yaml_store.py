"""The default store: a folder of YAML files per evaluation, and a journal that decides."""

from __future__ import annotations

import errno
import time
from pathlib import Path

from natverkskollen.files.data_folder import EVALUATIONS
from natverkskollen.files.fields import MOST_SLUG
from natverkskollen.files.problem import Problem
from natverkskollen.store import disk
from natverkskollen.store.area import DELETED
from natverkskollen.store.commit import commit
from natverkskollen.store.contract import (
    Entry,
    Failed,
    Saved,
)
from natverkskollen.store.journal import new_line
from natverkskollen.store.names import refused_name
from natverkskollen.store.place import Place
from natverkskollen.store.recovery import Contents, Journals, look
from natverkskollen.store.saving import MISSING
from natverkskollen.store.sheaf import Sheaf
from natverkskollen.store.verifying import place_problems
from natverkskollen.store.versioned_folders import VersionedFolders
from natverkskollen.store.write_failure import failed

# As far down as anything lies in evaluations/, beside the temporary name that every file gets.
LONGEST = f"{'x' * MOST_SLUG}/answers/{'x' * MOST_SLUG}.yaml"
_TOO_FAR_DOWN = Failed(
    "sökvägen till datamappen är för lång för filerna i den",
    "Flytta datamappen närmare diskens rot, eller korta mapparnas namn",
)


class YamlStore(VersionedFolders):
    """Evaluations as folders in a data folder's evaluations/; keeps the promises of Store."""

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
            line = commit(self._place(evaluation), contents, gone, now.state, now)
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
        lines = look(Place(evaluation, aside), Journals()).journal.lines if aside else ()
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
            back = look(self._place(evaluation), self._journals)
            state = back.journal.state or {}
            again = new_line("restore", back.journal.version, actor, "")
            line = commit(
                self._place(evaluation), back, again, state, Sheaf(evaluation, state, back.raws)
            )
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
        return place_problems(self._place(evaluation), f"evaluations/{evaluation}")

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
