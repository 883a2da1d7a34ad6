"""The part of a data folder that one write may touch: what it locks, reads and compares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from natverkskollen.files.data_folder import DOCUMENTS, EVALUATIONS, ROOMS
from natverkskollen.model.access import ACCESS_FILE
from natverkskollen.model.history_names import NAMES_FILE
from natverkskollen.model.own_municipality import MUNICIPALITY_FILE
from natverkskollen.store import disk, lock
from natverkskollen.store.place import HISTORIES

DELETED = ".borttagna"
ALONE = "allt"  # what a write is called that no other goes on beside


@dataclass(frozen=True)
class Area:
    """Some files by their paths in the data folder, and all whose paths begin in some way.

    The files of a `growing` area are added and never changed.
    """

    name: str
    files: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    growing: bool = False

    @property
    def alone(self) -> bool:
        """Whether no other write may go on beside one in it."""
        return self.name == ALONE


def evaluation_area(id_: str) -> Area:
    """An evaluation with its history, and those put aside under the same id."""
    beginnings = (f"{EVALUATIONS}/{id_}/", f"{EVALUATIONS}/{DELETED}/{id_}.")
    return Area(f"{EVALUATIONS}/{id_}", beginnings=beginnings)


def file_area(room: str, id_: str) -> Area:
    """One file in a room of single files, with its history and what lies beside that."""
    return Area(f"{room}/{id_}", (f"{room}/{id_}.yaml",), (f"{room}/{HISTORIES}/{id_}/",))


MUNICIPALITY = Area(MUNICIPALITY_FILE, (MUNICIPALITY_FILE,))
NAMES = Area(NAMES_FILE, (NAMES_FILE,))
ALL_DOCUMENTS = Area(DOCUMENTS, beginnings=(f"{DOCUMENTS}/",), growing=True)
_ROOMS = tuple(f"{room}/" for room in ROOMS if room != DOCUMENTS)
ROOT_FILES = (MUNICIPALITY_FILE, ACCESS_FILE, NAMES_FILE)
EVERY_ROOM = Area(ALONE, ROOT_FILES, _ROOMS)  # but the documents


def paths_in(folder: Path, area: Area) -> Iterator[str]:
    """The files of an area that lie in a folder; not what is only prepared, nor locks."""
    yield from (name for name in area.files if (folder / name).is_file())
    for beginning in area.beginnings:
        above, _, start = beginning.rpartition("/")
        place = folder / above
        for found in sorted(place.glob(f"{start}*")) if place.is_dir() else ():
            inside = found.rglob("*") if found.is_dir() else (found,)
            for path in sorted(inside):
                name = path.relative_to(folder).as_posix()
                ours = path.is_file() and not path.is_symlink() and path.suffix != ".tmp"
                if ours and f"/{lock.FOLDER}/" not in name:
                    yield name


def bytes_in(folder: Path, area: Area) -> dict[str, bytes]:
    """The same with their bytes."""
    found = {name: disk.read_bytes(folder / name) for name in paths_in(folder, area)}
    return {name: raw for name, raw in found.items() if raw is not None}
