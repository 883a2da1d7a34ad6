"""One save written down: everything prepared first, then one synced line decides, then the files.

Up to the sync of the journal's line nothing has happened; from it on the save will be finished,
if not by this process then by the next one that opens the evaluation.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from natverkskollen.files.yaml_tree import Refusal
from natverkskollen.store import disk
from natverkskollen.store.contract import JOURNAL, Failed
from natverkskollen.store.files import touched
from natverkskollen.store.journal import Journal
from natverkskollen.store.journal_line import Line, line_bytes
from natverkskollen.store.place import Place
from natverkskollen.store.plain_data import State
from natverkskollen.store.prepared_files import prepared_files
from natverkskollen.store.recovery import Contents, sha256
from natverkskollen.store.sheaf import Sheaf
from natverkskollen.store.write_failure import Refused, failed


def commit(
    place: Place,
    contents: Contents,
    line: Line,
    before: State,
    after: Sheaf,
    behind: tuple[str, ...] = (),
) -> Line:
    """Write a line and the files it changes (and those `behind` it); the line as it was written."""
    names = dict.fromkeys((*touched(before, after.state, contents.raws), *behind))
    try:
        texts = {name: after.text(name, contents.raws.get(name)) for name in names}
    except Refusal as refusal:
        raise Refused(Failed(refusal.what, refusal.remedy)) from None
    files = {name: hash_ for name, hash_ in contents.hashes.items() if name not in texts}
    files |= {name: sha256(raw) for name, raw in texts.items() if raw is not None}
    journal = contents.journal
    lines = journal.next_lines(replace(line, files=files), before, after.state, contents.hashes)
    prepared = prepared_files(place, texts)
    try:
        disk.append(place.journal, b"".join(line_bytes(each) for each in lines))
    except OSError as error:
        raise Refused(_taken_back(place, journal, prepared, error, JOURNAL)) from error
    _moved(place, journal, prepared, texts)
    return lines[-1]


def _moved(
    place: Place, journal: Journal, prepared: dict[str, Path], texts: Mapping[str, bytes | None]
) -> None:
    done = 0
    name = JOURNAL
    try:
        for name, path in prepared.items():
            settle = disk.take_away if texts[name] is None else disk.put_in_place
            settle(path, place.path(name))
            done += 1
        for folder in {path.parent for path in prepared.values()}:
            disk.sync_folder(folder)
    except OSError as error:
        if done:
            raise Refused(failed(name, error, sure=False)) from error
        raise Refused(_taken_back(place, journal, prepared, error, name)) from error


def _taken_back(
    place: Place, journal: Journal, prepared: dict[str, Path], error: OSError, name: str
) -> Failed:
    """Nobody has been told of the line yet: without it, nothing has happened."""
    with contextlib.suppress(OSError):
        disk.cut(place.journal, journal.length)
        disk.remove(prepared.values())
        return failed(name, error)
    return failed(name, error, sure=False)
