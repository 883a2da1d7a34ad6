"""Where a program tries a write before it is committed: files of its own that nobody else reads.

Before each write the area is made to hold exactly what the database does; what a write that came
to nothing has left there is so swept away by the next.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import threading
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from filelock import FileLock, Timeout

from natverkskollen.store import disk
from natverkskollen.store.area import ALONE, Area, bytes_in, paths_in

_BEGINNING = "verkstad-"


class Workshop:
    """A folder with the areas that this program has written, made under `within`."""

    def __init__(self, within: Path):
        disk.make_folders(within)
        _sweep(within)
        self.folder = within / f"{_BEGINNING}{secrets.token_hex(8)}"
        # Held for as long as the process lives: the folder is somebody's.
        self._held = FileLock(
            _lock_of(self.folder), blocking=False, mode=0o640, fallback_to_soft=False
        )
        self._held.acquire()
        self.folder.mkdir(mode=0o750)
        self._door = threading.Condition()
        self._inside: set[str] = set()

    @contextlib.contextmanager
    def at_work(self, area: Area) -> Iterator[None]:
        """While no other thread is at work in the area; none at all where it must be alone."""
        with self._door:
            self._door.wait_for(lambda: not self._in_the_way(area))
            self._inside.add(area.name)
        try:
            yield
        finally:
            with self._door:
                self._inside.remove(area.name)
                self._door.notify_all()

    def _in_the_way(self, area: Area) -> bool:
        return bool(self._inside) if area.alone else bool({area.name, ALONE} & self._inside)

    def fill(self, area: Area, files: Mapping[str, bytes]) -> None:
        """Let the area hold these files and nothing else."""
        for name in area.files:
            if name not in files:
                (self.folder / name).unlink(missing_ok=True)
        for beginning in area.beginnings:
            above, _, start = beginning.rpartition("/")
            for found in (self.folder / above).glob(f"{start}*"):
                _clear(self.folder, found, files)
        for name, raw in files.items():
            place = self.folder / name
            if disk.read_bytes(place) != raw:
                disk.make_folders(place.parent)
                disk.write_unsynced(place, raw)

    def lay(self, area: Area, copy: Path, names: Set[str]) -> None:
        """Let a growing area hold these files of a folder beside it, the same on the disk."""
        for name in set(paths_in(self.folder, area)) - names:
            (self.folder / name).unlink()
        for name in names:
            place = self.folder / name
            if not (place.exists() and place.samefile(copy / name)):
                place.unlink(missing_ok=True)
                disk.make_folders(place.parent)
                os.link(copy / name, place)

    def found(self, area: Area) -> dict[str, bytes]:
        """What the area holds."""
        return bytes_in(self.folder, area)

    def new(self, area: Area, known: Set[str]) -> dict[str, bytes]:
        """What has come to a growing area."""
        names = set(paths_in(self.folder, area)) - known
        return {name: disk.read_bytes(self.folder / name) or b"" for name in sorted(names)}


def _clear(root: Path, found: Path, kept: Mapping[str, bytes]) -> None:
    """Take away the files that are not kept, and the folders that are empty then."""
    inside = sorted(found.rglob("*"), reverse=True) if found.is_dir() else []
    for path in (*inside, found):
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):
                path.rmdir()
        elif path.relative_to(root).as_posix() not in kept:
            path.unlink()


def _sweep(within: Path) -> None:
    """Take away the workshops of programs that are no more."""
    for left in within.glob(f"{_BEGINNING}*"):
        if left.suffix:
            continue
        lock = FileLock(_lock_of(left), blocking=False, mode=0o640, fallback_to_soft=False)
        with contextlib.suppress(Timeout, OSError):
            lock.acquire()
            shutil.rmtree(left, ignore_errors=True)
            _lock_of(left).unlink(missing_ok=True)
            lock.release()


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.las")
