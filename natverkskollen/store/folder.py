"""Evaluations as folders of files: which there are, and what lies in each, for whoever reads.

A folder that a person has made by hand is read as it is, with a name that no id may have; only
what would lead out of evaluations/ is not there. Writing is in yaml_store.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from natverkskollen.dossier.file_reading import COPIES, EVALUATION, assessor_of, is_part
from natverkskollen.dossier.strays import evaluation_strays, evaluations_strays
from natverkskollen.files.data_folder import EVALUATIONS, names_in
from natverkskollen.files.file_cache import Stamp, stamp_of
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import read_bytes
from natverkskollen.store import clock, disk, lock

_AT_WORK = timedelta(minutes=10)  # longer than any save takes


class EvaluationFolders:
    """The reading half of the store that keeps evaluations as folders.

    They lie in the data folder; `apart` is another place for them, where a write is tried.
    """

    def __init__(self, folder: Path, apart: Path | None = None):
        self.folder = folder
        self._evaluations = (apart or folder) / EVALUATIONS

    @property
    def place(self) -> str:
        """The data folder."""
        return str(self.folder)

    def ids(self) -> tuple[str, ...]:
        """The folders that hold an evaluation, in order."""
        # Joining paths costs more than asking the disk, and this is done at every click.
        root = str(self._evaluations)
        return tuple(
            name for name in names_in(root) if os.path.exists(f"{root}/{name}/{EVALUATION}")
        )

    def taken(self) -> frozenset[str]:
        """Every name in evaluations/, whatever lies under it; on Windows "Liten" is liten."""
        try:
            return frozenset(name.lower() for name in os.listdir(self._evaluations))
        except OSError:
            return frozenset()

    def names(self, evaluation: str) -> tuple[str, ...]:
        """The files of an evaluation that are there."""
        if not _tame(evaluation):
            return ()
        here = f"{self._evaluations}/{evaluation}"
        sheets = (f"answers/{name}" for name in names_in(f"{here}/answers"))
        # Asked for by name, since Windows finds a file whatever letters its name is listed with.
        own = [name for name in (EVALUATION, *COPIES) if os.path.exists(f"{here}/{name}")]
        return (*own, *filter(is_part, sheets))

    def unread(self, evaluation: str = "") -> tuple[Problem, ...]:
        """What lies in an evaluation's folder, or beside all of them, and is not read."""
        room = self._evaluations
        if not evaluation:
            return (*evaluations_strays(room, self.ids()), *self._never_finished())
        if not _tame(evaluation):
            return ()
        return (*evaluation_strays(room, evaluation), *self._left_behind(evaluation))

    def _left_behind(self, evaluation: str) -> Iterator[Problem]:
        """Temporary files of a save that was cut short, once no save can be at them any more."""
        for place in (evaluation, f"{evaluation}/answers"):
            for path in disk.temporary_in(self._evaluations / place):
                if _since(path) > _AT_WORK:
                    file = f"evaluations/{place}/{path.name}"
                    what = "en fil är kvar efter ett avbrott medan något sparades"
                    yield Problem(file, 0, what, "Inget svar är borta: ta bort filen")

    def _never_finished(self) -> Iterator[Problem]:
        """Folders that are left of an evaluation whose creation was cut short."""
        known = self.ids()
        for name in names_in(self._evaluations):
            place = self._evaluations / name
            empty = name not in known and place.is_dir() and not names_in(place)
            if empty and _since(place) > _AT_WORK:
                what = "mappen är tom: en utvärdering som inte hann skapas"
                yield Problem(f"evaluations/{name}/", 0, what, "Ta bort mappen och skapa den igen")

    def stamp(self, evaluation: str, name: str) -> Stamp:
        """The times, size and inode of a file."""
        path = self._path(evaluation, name)
        return stamp_of(path) if path else ()

    def read(self, evaluation: str, name: str) -> bytes:
        """The bytes of a file, as many as it takes to refuse it; raises OSError."""
        path = self._path(evaluation, name)
        if path is None:
            raise FileNotFoundError(name)
        return read_bytes(path)

    def _path(self, evaluation: str, name: str) -> str | None:
        known = is_part(name) and _tame(assessor_of(name) or name) and _tame(evaluation)
        return f"{self._evaluations}/{evaluation}/{name}" if known else None

    def _all_of(self, evaluation: str) -> dict[str, bytes]:
        """Every file in the folder of an evaluation, by its name there."""
        return dict(disk.files_within(self._evaluations / evaluation))

    def _all_but(self, evaluations: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        """Every file in evaluations/ that lies under none of these: guides, what is put aside."""
        there = os.listdir(self._evaluations) if self._evaluations.is_dir() else ()
        for name in sorted({*there} - {*evaluations, lock.FOLDER}):
            place = self._evaluations / name
            for inner, raw in disk.files_within(place):
                yield f"{name}/{inner}" if inner else name, raw


def _since(path: Path) -> timedelta:
    """How long ago a file or folder was changed; none where it is gone by now."""
    try:
        return clock.now() - datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return timedelta()


def _tame(name: str) -> bool:
    """Whether a name is one step down, and no hidden or other place of the program's own."""
    return bool(name) and not name.startswith(".") and not set(name) & set('/\\:"\0')
