"""The files that people write by hand and the program only reads: put in the data folder whole.

In a folder of one's own they are edited where they lie. Where several servers share a database a
file is put in it, and so on every server; one that could not be read is refused.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from natverkskollen.dossier.file_reading import read_content
from natverkskollen.files.data_folder import REFERENCE
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.access import ACCESS_FILE
from natverkskollen.model.principal import Principal
from natverkskollen.store import disk
from natverkskollen.store.area import Area
from natverkskollen.store.contract import Failed
from natverkskollen.store.door import rights_at, shared_refusal
from natverkskollen.store.permission import NOT_ADMIN
from natverkskollen.store.shared import within
from natverkskollen.store.write_failure import failed

_ROOMS = ("criteria", "templates", REFERENCE)
_PLACES = f"criteria/, templates/, {REFERENCE}/ eller är {ACCESS_FILE}"


def put_file(folder: Path, path: str, raw: bytes | None, by: Principal) -> Failed | None:
    """Let a file hold these bytes, None to take it away; why not, where it cannot be written.

    `path` is its place in the data folder. DataError where no such file is written by hand, or its
    content cannot be read as what it is to be.
    """
    _refuse_elsewhere(path)
    if path == ACCESS_FILE and not rights_at(folder, by).governs():
        return NOT_ADMIN
    if refused := shared_refusal(folder, by):
        return refused
    checked = path == ACCESS_FILE or path.startswith("criteria/")
    if raw is not None and checked and (wrong := read_content(raw, path).problems):
        raise DataError(list(wrong))
    return within(folder, Area(path, (path,)), lambda place: _put(place / path, raw))


def _put(path: Path, raw: bytes | None) -> Failed | None:
    try:
        if raw is None:
            path.unlink(missing_ok=True)
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.write_atomically(path, raw)
    except OSError as error:
        return failed(path.name, error)
    return None


def _refuse_elsewhere(path: str) -> None:
    parts = PurePosixPath(path).parts
    tame = not any(part.startswith(".") or set(part) & set('\\:"\0') for part in parts)
    known = path == ACCESS_FILE or (len(parts) > 1 and parts[0] in _ROOMS)
    if not (tame and known and str(PurePosixPath(path)) == path):
        what = f"ligger inte i {_PLACES}"
        remedy = "Nätverk, medlemskap och utvärderingar ändras i programmet"
        raise DataError([Problem(path[:200], 0, what, remedy)])
