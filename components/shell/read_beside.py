"""The problems of every file, read beside the page where the evaluations are many."""

from __future__ import annotations

import time
from threading import Thread

from components.shell import data
from natverkskollen.dossier.library import Library
from natverkskollen.files.cache import Cache
from natverkskollen.files.problem import Problem


def problems() -> tuple[tuple[Problem, ...], int]:
    """Every problem in the files known so far, and how many evaluations are left to read.

    A few are read at once. Many are read one by one beside the page, which does not wait for them.
    """
    found = data.library()
    left = [id_ for id_ in found.ids if not found.is_read(id_)]
    if len(left) <= _AT_ONCE:
        return found.problems, 0
    _READERS.renewed(found.folder, lambda reader: _reading(reader, found, left))
    return found.problems_of(tuple(id_ for id_ in found.ids if id_ not in left)), len(left)


def _reading(reader: Thread | None, found: Library, left: list[str]) -> Thread:
    """The thread that reads what is left: the one that is at it, or a new one."""
    if reader and reader.is_alive():
        return reader
    started = Thread(target=_read_all, args=(found, left), name=READER, daemon=True)
    started.start()
    return started


def _read_all(found: Library, left: list[str]) -> None:
    for id_ in left:
        found.opened(id_)
        time.sleep(_PAUSE)


_AT_ONCE, _PAUSE, READER = 10, 0.02, "läser utvärderingar"
_READERS: Cache[Thread] = Cache(16)
