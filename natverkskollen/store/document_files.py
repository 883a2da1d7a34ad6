"""Documents as files in documents/: each kept whole under a name of its own, and never replaced."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from natverkskollen.files.data_folder import DOCUMENTS, names_in
from natverkskollen.store import disk, lock
from natverkskollen.store.area import ALL_DOCUMENTS
from natverkskollen.store.contract import Failed
from natverkskollen.store.shared import within
from natverkskollen.store.write_failure import failed

_BUSY = Failed("någon annan lägger in ett dokument just nu", "Vänta några sekunder och försök igen")


def keep_document(
    folder: Path,
    stem: str,
    ending: str,
    raw: bytes,
    actor: str,
    listed: Collection[str] = (),
) -> str | Failed:
    """The name in documents/ that some bytes are kept under; the same bytes are kept once.

    `stem` is an id and `ending` begins with a full stop. What was cut short before is cleared away.
    `listed` are the names that files have for documents of theirs, which may lie elsewhere: no
    other document takes such a name.
    """

    def keep(place: Path) -> str | Failed:
        return _kept(place, stem, ending, raw, actor, listed)

    return within(folder, ALL_DOCUMENTS, keep)


def _kept(
    folder: Path, stem: str, ending: str, raw: bytes, actor: str, listed: Collection[str]
) -> str | Failed:
    room = folder / DOCUMENTS
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with lock.held(room, DOCUMENTS, actor):
            disk.remove(disk.temporaries(room))
            if there := _same(room, raw):
                return there
            name = _free(stem, ending, {each.lower() for each in (*names_in(room), *listed)})
            disk.write_atomically(room / name, raw)
            return name
    except lock.Busy:
        return _BUSY
    except OSError as error:
        return failed("i mappen documents", error)


def clear_documents(folder: Path) -> None:
    """Take away what a process that died left in documents/, where nobody is at work there."""
    room = folder / DOCUMENTS
    if not disk.temporaries(room):
        return
    try:
        with lock.held(room, DOCUMENTS, ""):
            disk.remove(disk.temporaries(room))
    except (lock.Busy, OSError):  # it is cleared away with the next document
        return


def _same(room: Path, raw: bytes) -> str:
    """The name of a file with these bytes; empty where there is none."""
    for name in names_in(room):
        path = room / name
        alike = path.is_file() and not path.is_symlink() and path.stat().st_size == len(raw)
        if alike and disk.read_bytes(path) == raw:
            return name
    return ""


def _free(stem: str, ending: str, taken: set[str]) -> str:
    name, number = f"{stem}{ending}", 2
    while name in taken:
        name, number = f"{stem}-{number}{ending}", number + 1
    return name
