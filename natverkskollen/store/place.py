"""Where an evaluation, a network or a membership lies: its files, and the history of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from natverkskollen.dossier.file_reading import COPIES, EVALUATION, sheet_name
from natverkskollen.files.fields import is_slug
from natverkskollen.store import disk
from natverkskollen.store.contract import JOURNAL

ANSWERS = "answers"
HISTORIES = ".historik"


@dataclass(frozen=True)
class Place:
    """An evaluation's folder: the files and the journal beside each other, the sheets below."""

    id: str
    folder: Path

    @property
    def own(self) -> str:
        """The file without which there is nothing here."""
        return EVALUATION

    @property
    def journal(self) -> Path:
        """The file with the history."""
        return self.folder / JOURNAL

    @property
    def folders(self) -> tuple[tuple[Path, str], ...]:
        """The folders its files lie in, each with what its files' names begin with."""
        return ((self.folder, ""), (self.folder / ANSWERS, f"{ANSWERS}/"))

    def path(self, name: str) -> Path:
        """Where a file lies."""
        return self.folder / name

    def names(self) -> tuple[str, ...]:
        """The files that may be there, as far as the folder tells."""
        copies = (name for name in COPIES if (self.folder / name).exists())
        return (EVALUATION, *copies, *self._sheets())

    def _sheets(self) -> list[str]:
        try:
            found = sorted((self.folder / ANSWERS).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        stems = (path.stem for path in found if path.suffix == ".yaml")
        return [sheet_name(stem) for stem in stems if is_slug(stem)]

    def prepared(self) -> dict[Path, str]:
        """The files prepared to take another's place, each with the name of that one."""
        return {
            path: prefix + own
            for place, prefix in self.folders
            for path, own in disk.temporaries(place).items()
        }

    def make(self, names: tuple[str, ...]) -> None:
        """Make the folders that some files, and the history, are to be written in."""
        disk.make_folder(self.folder)
        if any(name.startswith(f"{ANSWERS}/") for name in names):
            disk.make_folder(self.folder / ANSWERS)


@dataclass(frozen=True)
class FilePlace(Place):
    """One file among others in a room, with its history in a hidden folder there.

    `file` is the name that every such file has within its history (NETWORK, MEMBERSHIP).
    """

    file: str

    @property
    def own(self) -> str:
        """The file, by the name that it has within its history."""
        return self.file

    @property
    def journal(self) -> Path:
        """The file with the history."""
        return self.folder / HISTORIES / self.id / JOURNAL

    @property
    def folders(self) -> tuple[tuple[Path, str], ...]:
        """The one folder of them all."""
        return ((self.folder, ""),)

    def path(self, name: str) -> Path:
        """Where the file lies: named by its id."""
        return self.folder / f"{self.id}.yaml"

    def names(self) -> tuple[str, ...]:
        """The one file."""
        return (self.file,)

    def prepared(self) -> dict[Path, str]:
        """What is prepared to take this file's place, and no other's."""
        mine = f"{self.id}.yaml"
        found = disk.temporaries(self.folder).items()
        return {path: self.file for path, own in found if own == mine}

    def make(self, names: tuple[str, ...]) -> None:
        """Make the folders that the file, and the history, are to be written in."""
        disk.make_folder(self.folder)
        disk.make_folder(self.folder / HISTORIES)
        disk.make_folder(self.journal.parent)
