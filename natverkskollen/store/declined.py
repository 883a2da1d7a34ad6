"""Which of the program's offers about a network somebody has declined, kept beside its history."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from natverkskollen.model.principal import LOCAL, Principal
from natverkskollen.store import disk, lock
from natverkskollen.store.area import file_area
from natverkskollen.store.contract import Failed
from natverkskollen.store.door import shared_refusal
from natverkskollen.store.place import HISTORIES
from natverkskollen.store.shared import within
from natverkskollen.store.write_failure import failed

_FILE = "avbojt.json"
_ROOM = "networks"


def declined(folder: Path, network: str) -> frozenset[str]:
    """The marks of the offers that have been declined; none where the file cannot be read."""
    try:
        kept = json.loads(disk.read_bytes(_path(folder, network)) or b"[]")
    except (OSError, ValueError):
        return frozenset()
    return frozenset(str(each) for each in kept) if isinstance(kept, list) else frozenset()


def decline(
    folder: Path, network: str, marks: Sequence[str], actor: str, by: Principal
) -> Failed | None:
    """Remember some more; why not, where it cannot be written."""
    if refused := shared_refusal(folder, by):
        return refused
    area = file_area(_ROOM, network)
    holder = actor if by == LOCAL else ""  # a lock names nobody who is signed in
    return within(folder, area, lambda place: _decline(place, network, marks, holder))


def _decline(folder: Path, network: str, marks: Sequence[str], actor: str) -> Failed | None:
    path = _path(folder, network)
    try:
        with lock.held(folder / _ROOM, network, actor):
            disk.make_folder(path.parent.parent)
            disk.make_folder(path.parent)
            every = sorted(declined(folder, network) | set(marks))
            disk.write_atomically(path, json.dumps(every, indent=0).encode())
    except lock.Busy:
        return Failed("någon annan sparar i nätverket just nu", "Försök igen om några sekunder")
    except OSError as error:
        return failed(_FILE, error)
    return None


def _path(folder: Path, network: str) -> Path:
    return folder / _ROOM / HISTORIES / network / _FILE
