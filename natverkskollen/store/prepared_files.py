"""The next text of every file of a save, written beside its place before anything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from natverkskollen.store import disk
from natverkskollen.store.place import Place
from natverkskollen.store.write_failure import Refused, failed


def prepared_files(place: Place, texts: Mapping[str, bytes | None]) -> dict[str, Path]:
    """Where each text lies synced, by the name of its file; a removal (None) as a sign of it.

    Nothing is left where something could not be written: Refused tells what.
    """
    prepared: dict[str, Path] = {}
    name = place.own
    try:
        if texts:
            place.make(tuple(texts))
        for name, raw in texts.items():
            prepared[name] = disk.prepare(place.path(name), disk.GONE if raw is None else raw)
        for folder in {path.parent for path in prepared.values()}:
            disk.sync_folder(folder)
    except OSError as error:
        disk.remove(prepared.values())
        raise Refused(failed(name, error)) from error
    return prepared
