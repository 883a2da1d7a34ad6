"""The text of a document as whoever picks a sentence in it sees it: read apart, and kept.

A document is a stranger's file. It is read in a process with limits of its own, once for as long as
the file is the same.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from natverkskollen.dossier.document_text import (
    Part,
    UnreadableDocument,
    document_bytes,
    is_page,
)
from natverkskollen.files.cache import Cache
from natverkskollen.files.child_process import answer_of
from natverkskollen.files.data_folder import DOCUMENTS
from natverkskollen.files.file_cache import Stamp, stamp_of
from natverkskollen.swedish.numbers import number

MOST_MEGABYTES, MOST_PARTS = 25, 1000
_CPU_SECONDS, _PATIENCE = 40, 80
_CHILD = "natverkskollen.dossier.document_child"
_SMALLER = "Dela upp dokumentet, eller spara de sidor som behövs"
Read = tuple[Part, ...] | UnreadableDocument


def read_apart(raw: bytes, name: str) -> Read:
    """The parts of a document by its bytes and its file's name, or why they cannot be had.

    What could be read once is not read again, under whatever name it is kept.
    """
    key = sha256(raw).digest(), is_page(name)
    return _CONTENT.renewed(key, lambda kept: kept if isinstance(kept, tuple) else _read(raw, name))


def _read(raw: bytes, name: str) -> Read:
    if not raw.strip():
        return UnreadableDocument("är tomt", "Välj en annan fil")
    if len(raw) > MOST_MEGABYTES * 1_000_000:
        return UnreadableDocument(f"är större än {MOST_MEGABYTES} MB", _SMALLER)
    given = json.dumps({"name": name}).encode() + b"\n" + raw
    told, content = answer_of(_CHILD, given, _CPU_SECONDS, _PATIENCE)
    if "what" in told:
        return UnreadableDocument(told["what"], told["remedy"])
    if told:
        what = "tar för lång tid att läsa" if told.get("slow") else "tar för mycket minne att läsa"
        return UnreadableDocument(what, _SMALLER)
    parts = tuple(Part(place, text) for place, text in json.loads(content))
    if len(parts) > MOST_PARTS:
        return UnreadableDocument(f"har fler än {number(MOST_PARTS)} sidor", _SMALLER)
    if not any(part.text.strip() for part in parts):
        return UnreadableDocument("har ingen text", "Välj en annan fil")
    return parts


def kept_document(folder: Path, file: str) -> Read | None:
    """The parts of a document in a data folder's documents/; None where there is no such file."""
    path = folder / DOCUMENTS / file
    if not (stamp := stamp_of(path)):
        return None

    def renew(kept: tuple[Stamp, Read] | None) -> tuple[Stamp, Read]:
        if kept and kept[0] == stamp:
            return kept
        try:
            raw = document_bytes(folder / DOCUMENTS, file)
            read = read_apart(raw or b"", file)
        except UnreadableDocument as error:
            read = error
        except OSError as error:
            what = f"går inte att läsa ({error.strerror})"
            read = UnreadableDocument(what, "Kontrollera rättigheterna")
        return stamp, read

    return _READ.renewed((str(folder), file), renew)[1]


# Shared by all sessions: what is kept is a pure function of the file.
_CONTENT: Cache[Read] = Cache(12)
_READ: Cache[tuple[Stamp, Read]] = Cache(12)
