"""A document put in the data folder: read first, kept whole, then listed among a network's own.

Each step is whole by itself. A file that was kept and never listed is found again by its bytes when
somebody puts it in once more, and stands among those that no network has until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from natverkskollen.dossier.library import Library
from natverkskollen.editing.listed_documents import listed_files
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Entry, typed_day, typed_text
from natverkskollen.editing.upload import Upload, ending_of
from natverkskollen.store import Change, Failed, NetworkStore, SaveOutcome
from natverkskollen.store.plain_data import value_at

_DOCUMENTS = ("network", "documents")


@dataclass(frozen=True)
class DocumentFields:
    """What a person says about a document they put in, as it is typed."""

    title: str = ""
    publisher: str = ""
    published: str = ""


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
    ending, names = ending_of(upload), listed_files(library)
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
