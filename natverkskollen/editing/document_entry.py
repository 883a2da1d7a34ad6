"""A document put in the data folder: read first, kept whole, then listed among a network's own.

Each step is whole by itself. A file that was kept and never listed is found again by its bytes when
somebody puts it in once more, and stands among those that no network has until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from natverkskollen.dossier.document_reading import Read, read_apart
from natverkskollen.dossier.document_text import UnreadableDocument, is_page
from natverkskollen.dossier.library import Library
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Entry, typed_day, typed_text
from natverkskollen.files.data_folder import DOCUMENTS, names_in
from natverkskollen.store import Change, Failed, NetworkStore, SaveOutcome
from natverkskollen.store.plain_data import value_at

TYPES = ("pdf", "docx", "txt", "html", "htm")
_DOCUMENTS = ("network", "documents")
_STARTS = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"))


@dataclass(frozen=True)
class DocumentFields:
    """What a person says about a document they put in, as it is typed."""

    title: str = ""
    publisher: str = ""
    published: str = ""


@dataclass(frozen=True)
class Upload:
    """A file as it came from a person's computer."""

    name: str
    raw: bytes

    @property
    def digest(self) -> str:
        """What tells its content from every other."""
        return sha256(self.raw).hexdigest()

    @property
    def title(self) -> str:
        """What the document may be called, by its file's name."""
        return " ".join(PurePath(self.name.replace("\\", "/")).stem.replace("_", " ").split())

    @property
    def read(self) -> Read:
        """Its text part by part, or why it cannot be read; worked out once."""
        ending = PurePath(self.name).suffix.lower().lstrip(".")
        if ending not in TYPES:
            kinds = "PDF, Word (.docx), text (.txt) och sparade webbsidor (.html)"
            what = f"är av en sort som inte läses här ({ending or 'utan ändelse'})"
            return UnreadableDocument(what, f"Spara det som något av {kinds}")
        return read_apart(self.raw, self.name)


def document_from(entry: Entry, fields: DocumentFields) -> dict[str, Any] | None:
    """What is said of the document; None with what is wrong kept in the entry."""
    title = entry.read("title", typed_text, fields.title, "Skriv vad dokumentet heter.")
    publisher = entry.read("publisher", typed_text, fields.publisher)
    day: date | None = entry.read("published", typed_day, fields.published)
    if entry.wrong or not title:
        return None
    said = {"title": title, "publisher": publisher, "published": day and day.isoformat()}
    return {key: value for key, value in said.items() if value}


def put_in(
    store: NetworkStore,
    library: Library,
    network: str,
    said: Mapping[str, Any],
    upload: Upload,
    actor: str,
    key: str,
) -> SaveOutcome:
    """Keep a document that can be read, and list it last among a network's."""
    stem = proposed_id(upload.title, (), "dokument")
    ending, names = _ending(upload), _listed(library)
    file = store.keep_document(stem, ending, upload.raw, actor, names)
    return (
        file if isinstance(file, Failed) else list_document(store, network, said, file, actor, key)
    )


def list_document(
    store: NetworkStore, network: str, said: Mapping[str, Any], file: str, actor: str, key: str
) -> SaveOutcome:
    """List a file in documents/ last among a network's documents; Failed where it is there."""

    def added(now: Mapping[str, Any]) -> tuple[Change, ...] | Failed:
        there = value_at(now, _DOCUMENTS) or ()
        if known := next((each for each in there if each.get("file") == file), None):
            what = f"dokumentet finns redan och heter ”{known['title']}”"
            return Failed(what, "Välj det när du lägger till en uppgift")
        id_ = proposed_id(str(said["title"]), {each["id"] for each in there}, "dokument")
        return (Change(_DOCUMENTS, there, (*there, {"id": id_, **said, "file": file})),)

    return store.save(network, None, added, actor, key)


def unlisted(library: Library) -> list[str]:
    """The files in documents/ that nothing in the data folder has among its documents."""
    known = _listed(library)
    room = library.folder / DOCUMENTS
    names = (name for name in names_in(room) if PurePath(name).suffix.lower()[1:] in TYPES)
    return [name for name in names if name not in known and (room / name).is_file()]


def _listed(library: Library) -> set[str]:
    """The file of every document that a network, a membership or an evaluation has."""
    lists = [network.documents for network in library.networks.values()]
    lists += [membership.documents for membership in library.memberships.values()]
    lists += [dossier.evaluation.documents for dossier in library.dossiers.values()]
    return {each.file for documents in lists for each in documents if each.file}


def _ending(upload: Upload) -> str:
    """What the file's name ends with, by what is in it and not by what it was called."""
    for start, ending in _STARTS:
        if upload.raw.startswith(start):
            return ending
    return ".html" if is_page(upload.name) else ".txt"
