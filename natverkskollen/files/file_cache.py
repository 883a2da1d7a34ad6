"""What was made of each file, kept for as long as the file is the same.

A file's stamp (times, size, inode) tells a change only once the clock has moved on from it: a file
edited twice within the grain of the disk's clock has the same stamp with another content. A stamp
is therefore trusted when it was old enough at the reading; before that the bytes are compared.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from natverkskollen.files.cache import Cache

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
    """Keeps what `make` makes of a file's bytes (or of why they cannot be read), by key."""

    def __init__(self, most: int) -> None:
        self._kept: Cache[_Kept[T]] = Cache(most)

    def get(
        self,
        key: Hashable,
        stamp: Callable[[], Stamp],
        read: Callable[[], bytes],
        make: Callable[[bytes | OSError], T],
    ) -> T:
        """What was made of the file last time, or is made of it now that it is another.

        `stamp` is taken before `read`, which raises OSError where there is nothing to read: a file
        that changes in between is read once too often and never once too seldom.
        """

        def renew(kept: _Kept[T] | None) -> _Kept[T]:
            now = time.time_ns()
            mark = stamp()
            if kept and kept.stamp == mark and kept.trusted:
                return kept
            try:
                raw: bytes | OSError = read()
            except OSError as error:
                raw = error
            digest = b"" if isinstance(raw, OSError) else sha256(raw).digest()
            made = kept.made if kept and digest and kept.digest == digest else make(raw)
            changed = max(mark[:2], default=now)  # one in the future is never old enough
            return _Kept(mark, now - changed > GRAIN, digest, made)

        return self._kept.renewed(key, renew).made


def stamp_of(path: Path | str) -> Stamp:
    """The times and size of a file; empty where there is none.

    The time of the last change of the inode is in it, since a tool can set the other back.
    """
    try:
        stat = os.stat(path)
    except OSError:
        return ()
    return (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
