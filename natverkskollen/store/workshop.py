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
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from natverkskollen.store import disk
from natverkskollen.store.area import Area, bytes_in, paths_in

_BEGINNING = "verkstad-"


class Workshop:
    """A folder with the areas that this program has written, made under `within`."""

    def __init__(self, within: Path):
        within.mkdir(parents=True, exist_ok=True)
        _sweep(within)
        self.folder = within / f"{_BEGINNING}{secrets.token_hex(8)}"
        # Held for as long as the process lives: the folder is somebody's.
        self._held = FileLock(_lock_of(self.folder), blocking=False, fallback_to_soft=False)
        self._held.acquire()
        self.folder.mkdir(mode=0o750)
        self._guard = threading.Lock()
        self._areas: dict[str, threading.Lock] = {}

    def alone(self, area: Area) -> threading.Lock:
        """The lock of whoever is at work in an area; a write that must be alone has one too."""
        with self._guard:
            return self._areas.setdefault(area.name, threading.Lock())

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
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(raw)

    def lay(self, area: Area, copy: Path) -> set[str]:
        """Let a growing area hold the files of a folder beside it, the same on the disk."""
        names = set(paths_in(copy, area))
        for name in set(paths_in(self.folder, area)) - names:
            (self.folder / name).unlink()
        for name in names:
            place = self.folder / name
            if not (place.exists() and place.samefile(copy / name)):
                place.unlink(missing_ok=True)
                place.parent.mkdir(parents=True, exist_ok=True)
                os.link(copy / name, place)
        return names

    def found(self, area: Area) -> dict[str, bytes]:
        """What the area holds."""
        return bytes_in(self.folder, area)

    def new(self, area: Area, known: set[str]) -> dict[str, bytes]:
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
        lock = FileLock(_lock_of(left), blocking=False, fallback_to_soft=False)
        with contextlib.suppress(Timeout, OSError):
            lock.acquire()
            shutil.rmtree(left, ignore_errors=True)
            _lock_of(left).unlink(missing_ok=True)
            lock.release()


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.las")
