"""What was made of each file, kept for as long as the file is the same.

A file's stamp (times, size, inode) tells a change only once the clock has moved on from it: a file
edited twice within the grain of the disk's clock has the same stamp with another content. A stamp
is therefore trusted when it was old enough at the reading; before that the bytes are compared.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")
# The coarsest clock of a file system in use (FAT) counts in steps of two seconds.
GRAIN = 2_500_000_000
Stamp = tuple[int, ...]


@dataclass(frozen=True)
class _Kept(Generic[T]):
    stamp: Stamp
    trusted: bool
    digest: bytes
    made: T


class FileCache(Generic[T]):
    """Keeps what `make` makes of a file's bytes (None where it cannot be read), by key."""

    def __init__(self) -> None:
        self._kept: dict[Any, _Kept[T]] = {}

    def get(
        self,
        key: Any,
        path: Path,
        read: Callable[[], bytes | None],
        make: Callable[[bytes | None], T],
    ) -> T:
        """What was made of the file last time, or is made of it now that it is another."""
        now = time.time_ns()
        stamp = stamp_of(path)
        kept = self._kept.get(key)
        if kept and kept.stamp == stamp and kept.trusted:
            return kept.made
        raw = read()
        digest = b"" if raw is None else sha256(raw).digest()
        same = kept is not None and kept.digest == digest and raw is not None
        made = kept.made if kept and same else make(raw)
        changed = max(stamp[:2], default=now)  # one in the future is never old enough
        self._kept[key] = _Kept(stamp, now - changed > GRAIN, digest, made)
        return made


def stamp_of(path: Path) -> Stamp:
    """The times and size of a file; empty where there is none.

    The time of the last change of the inode is in it, since a tool can set the other back.
    """
    try:
        stat = os.stat(path)
    except OSError:
        return ()
    return (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
