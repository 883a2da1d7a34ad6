"""The first step in a data folder with nothing in it: the program's own criteria and networks.

They are copied and not read from the program's folder, so that a new version of the program never
changes what an evaluation is judged by (docs/beslut/0010).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from natverkskollen.files.data_folder import MEMBERSHIPS, PROGRAM_FOLDER
from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import Failed, disk
from natverkskollen.store.area import EVERY_ROOM
from natverkskollen.store.door import shared_refusal
from natverkskollen.store.shared import within
from natverkskollen.store.write_failure import failed

JUDGED_BY = ("criteria", "networks")
_WRITTEN_HERE = (MEMBERSHIPS, "evaluations")
_EXAMPLE = (*JUDGED_BY, *_WRITTEN_HERE)
# Guides and schemas are for whoever opens the folder; the shipped examples stay behind.
_GUIDES = {".md", ".json"}


def lacking(folder: Path) -> tuple[str, ...]:
    """The rooms of a data folder that hold no file at all to judge by: criteria, networks."""
    return tuple(room for room in JUDGED_BY if not any((folder / room).glob("*.yaml")))


def start_folder(
    folder: Path, program: Path = PROGRAM_FOLDER, by: Principal = LOCAL
) -> tuple[Path, ...] | Failed:
    """Fill the lacking rooms from the program's own and make the others; the files written.

    A file that is there is never replaced. What could not be finished is taken back.
    """
    if refused := shared_refusal(folder, by):
        return refused

    def start(place: Path) -> tuple[Path, ...] | Failed:
        return _start(place, program)

    written = within(folder, EVERY_ROOM, start)
    if isinstance(written, Failed):
        return written
    return tuple(folder / name for name in written)


def _start(folder: Path, program: Path) -> tuple[Path, ...] | Failed:
    written: list[Path] = []
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        for original, copy in list(_copies(folder, program)):
            copy.parent.mkdir(parents=True, exist_ok=True)
            disk.refuse_link(copy.parent)
            disk.write_atomically(copy, original.read_bytes())
            written.append(copy)
        for room in _WRITTEN_HERE:
            (folder / room).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        disk.remove(written)
        return failed("i datamappen", error)
    return tuple(path.relative_to(folder) for path in written)


def example_folder(folder: Path, program: Path = PROGRAM_FOLDER) -> Failed | None:
    """Make a data folder with the program's criteria, networks and example evaluations in it.

    It is there whole or not at all; one that somebody else has made meanwhile is left as it is.
    The templates stay behind: the program's own are read from the program.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as apart:
            made = Path(apart) / folder.name
            for room in _EXAMPLE:
                for original in sorted((program / room).rglob("*")):
                    copy = made / original.relative_to(program)
                    if original.is_file():
                        copy.parent.mkdir(parents=True, exist_ok=True)
                        copy.write_bytes(original.read_bytes())
            made.rename(folder)
    except OSError as error:
        return None if folder.is_dir() else failed("i datamappen", error)
    return None


def _copies(folder: Path, program: Path) -> Iterator[tuple[Path, Path]]:
    """Every file to copy, from where and to where."""
    for room in (*lacking(folder), *_WRITTEN_HERE):
        files = sorted((program / room).glob("*"))
        for original in files:
            wanted = original.suffix in _GUIDES or room not in _WRITTEN_HERE
            copy = folder / room / original.name
            if original.is_file() and wanted and not copy.exists():
                yield original, copy
