"""Evidence of an assessor's own, as it is filled in, with a document that is not listed yet."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from natverkskollen.dossier.document_reading import Read
from natverkskollen.dossier.sentences import STANDS_NOT, stands
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Unclear, typed_day, typed_figure, typed_text
from natverkskollen.model.answer import Evidence
from natverkskollen.model.source import Document, Source
from natverkskollen.store import Change, Failed, SaveOutcome, Store
from natverkskollen.store.plain_data import plain, value_at

NEW_DOCUMENT = "+"  # no id can be this
_DOCUMENTS = ("evaluation", "documents")


@dataclass(frozen=True)
class EvidenceFields:
    """The fields as they are typed; those of a document count where `document` is NEW_DOCUMENT."""

    claim: str = ""
    figure: str = ""
    unit: str = ""
    as_of: str = ""
    document: str = ""
    place: str = ""
    quote: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    diarienummer: str = ""
    url: str = ""
    note: str = ""


def own_evidence(
    fields: EvidenceFields,
    listed: Sequence[Document],
    taken: Collection[str] = (),
    read: Read | None = None,
) -> tuple[Evidence, Document | None]:
    """The evidence, and the document to be added where it is new; Unclear with what is missing.

    `listed` are the documents there are to choose among; `taken` are further ids in use.
    `read` is what stands in the document, where it is kept in the data folder and can be read.
    """
    claim = typed_text(fields.claim, "Skriv påståendet: vad som stöder svaret.")
    figure = typed_figure(fields.figure)
    unit = typed_text(fields.unit)
    as_of = typed_day(fields.as_of)
    document = _new_document(fields, listed, taken) if fields.document == NEW_DOCUMENT else None
    source = _source(fields, document.id if document else fields.document)
    if source and isinstance(read, tuple) and not stands(source.quote, read):
        raise Unclear(STANDS_NOT)
    evidence = Evidence(claim=claim, figure=figure, unit=unit or None, as_of=as_of, source=source)
    return evidence, document


def add_document(store: Store, evaluation: str, document: Document, actor: str) -> SaveOutcome:
    """Put a document last among those of the evaluation, whoever else has added one."""
    found = store.get(evaluation)
    if isinstance(found, Failed):
        return found
    there = value_at(found.data, _DOCUMENTS)
    change = Change(_DOCUMENTS, there, (*(there or ()), plain(document)))
    return store.save(evaluation, found.version, (change,), actor, secrets.token_hex(8))


def _source(fields: EvidenceFields, document: str) -> Source | None:
    place, quote = typed_text(fields.place), typed_text(fields.quote)
    if not document:
        if place or quote:
            raise Unclear("Välj vilket dokument citatet står i.")
        return None
    if not (place and quote):
        raise Unclear("Skriv var i dokumentet det står, och citera det.")
    return Source(document=document, place=place, quote=quote)


def _new_document(
    fields: EvidenceFields, listed: Sequence[Document], taken: Collection[str]
) -> Document:
    title = typed_text(fields.title, "Skriv dokumentets titel.")
    publisher = typed_text(fields.publisher, "Skriv vem som har gett ut dokumentet.")
    published = typed_day(fields.published, "Skriv dokumentets dag, till exempel 2026-03-31.")
    number, url, note = map(typed_text, (fields.diarienummer, fields.url, fields.note))
    if url and not re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", url):
        raise Unclear("Webbadressen ska börja med https:// och inte ha mellanslag.")
    if not (number or url or note):
        raise Unclear("Skriv diarienummer, webbadress eller var dokumentet finns.")
    for each in listed:
        if (each.title.casefold(), each.published) == (title.casefold(), published):
            raise Unclear(f"Dokumentet ”{each.title}” finns redan. Välj det i listan.")
    return Document(
        id=proposed_id(title, {*taken, *(each.id for each in listed)}, "dokument"),
        title=title,
        publisher=publisher,
        published=published,
        diarienummer=number or None,
        url=url or None,
        note=note or None,
    )
