"""One fact of a network as a person fills it in, with the words that a document says it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from natverkskollen.dossier.document_reading import Read
from natverkskollen.dossier.sentences import STANDS_NOT, stands
from natverkskollen.editing.cited_document import Documents, listed_document, place_of
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Entry, Unclear, typed_day, typed_text, written_amount
from natverkskollen.files.reading import read_data
from natverkskollen.model.network import Fact, Network
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain, same, value_at
from natverkskollen.swedish.typed_numbers import doubt, parse_figures
from natverkskollen.swedish.words import capital

OTHER = "annat"  # a document that the network does not list yet; its own ids are never this one
_FACTS, _DOCUMENTS = ("network", "facts"), ("network", "documents")


@dataclass(frozen=True)
class FactFields:
    """The fields as they are typed; `title` and `found` count where `document` is OTHER."""

    label: str = ""
    value: str = ""
    unit: str = ""
    as_of: str = ""
    kind: str = "result"
    approximate: bool = False
    tags: str = ""
    note: str = ""
    document: str = ""
    title: str = ""
    found: str = ""
    place: str = ""
    quote: str = ""
    read: str = ""


def fields_of(fact: Fact) -> FactFields:
    """What the fields show before anybody has typed in them."""
    text = isinstance(fact.value, str)
    return FactFields(
        label=fact.label,
        value=str(fact.value) if text else written_amount(fact.value),  # type: ignore[arg-type]
        unit=fact.unit or "",
        as_of=fact.as_of.isoformat(),
        kind=fact.kind,
        approximate=fact.approximate,
        tags=", ".join(fact.tags),
        note=fact.note or "",
        document=fact.source.document,
        place=fact.source.place,
        quote=fact.source.quote,
        read=fact.source.read.isoformat() if fact.source.read else "",
    )


@dataclass(frozen=True)
class Wanted:
    """A fact that has been read from the fields, and the documents with the one it cites."""

    fact: Mapping[str, Any]
    documents: Documents


def fact_from(
    entry: Entry, fields: FactFields, network: Network, old: Fact | None, text: Read | None
) -> Wanted | None:
    """The fact; None with what is wrong kept in the entry by the field's name.

    `text` is what stands in the document, where it is kept in the data folder and can be read: a
    quote that is not there is refused, so that `check --sources` proves every fact picked here.
    """
    read = entry.read
    label = read("label", typed_text, fields.label, "Skriv vad uppgiften gäller.")
    value = read("value", _value, fields.value)
    unit = read("unit", typed_text, fields.unit)
    as_of = read("as_of", typed_day, fields.as_of, "Skriv vilken dag uppgiften gäller.")
    tags = read("tags", _tags, fields.tags) or ()
    note = read("note", typed_text, fields.note)
    place = read("place", typed_text, fields.place, "Skriv var i dokumentet det står.")
    quote = read("quote", typed_text, fields.quote, "Skriv av meningen, eller välj den ovanför.")
    seen = read("read", typed_day, fields.read)
    documents, document = _document(entry, fields, network)
    unread = old is not None and old.source.original and quote == old.source.quote
    if quote and isinstance(text, tuple) and not unread and not stands(quote, text):
        entry.wrong["quote"] = STANDS_NOT
    if entry.wrong or not (label and as_of and place and quote and document):
        return None
    source = {"document": document, "place": place, "quote": quote}
    if unread and old:
        source["original"] = str(old.source.original)
    kept = {} if old is None else dict(plain(old))
    found = {
        **kept,
        "id": old.id if old else _id(label, network),
        "label": label,
        "value": value,
        "unit": unit or None,
        "as_of": as_of.isoformat(),
        "kind": None if fields.kind == "result" else fields.kind,
        "approximate": fields.approximate or None,
        "tags": tags or None,
        "note": note or None,
        "source": source | ({"read": seen.isoformat()} if seen else {}),
    }
    fact = plain({key: each for key, each in found.items() if each is not None})
    if _twin(network, fact, old):
        entry.wrong["as_of"] = "Uppgiften finns redan för den dagen och det dokumentet."
        return None
    reading = read_data(fact, "uppgiften", Fact)
    if reading.model is None:
        told = reading.problems[0]
        entry.wrong["label"] = f"{capital(told.what)}. {told.remedy}."
        return None
    return Wanted(fact, documents)


def fact_changes(
    network: Mapping[str, Any], old: Mapping[str, Any] | None, wanted: Wanted | None
) -> tuple[Change, ...]:
    """What is to be saved on a network's data as it is now: one fact more, another, or less.

    `old` is the fact as the person saw it. Where somebody has changed it since, the change is made
    from what the person saw, so that the store tells of it.
    """
    now: dict[str, Any] = {"network": dict(network)}
    facts, listed = value_at(now, _FACTS) or (), value_at(now, _DOCUMENTS) or ()
    there = next((n for n, each in enumerate(facts) if old and same(each, old)), None)
    seen = facts if old is None or there is not None else (*facts, old)
    if wanted:
        wanted = _beside(wanted, listed)
    new = [] if wanted is None else [wanted.fact]
    at = len(facts) if there is None else there
    changes = [Change(_FACTS, seen, (*facts[:at], *new, *facts[at + 1 :]))]
    if wanted:
        known = {each["id"] for each in listed}
        more = tuple(each for each in wanted.documents if each["id"] not in known)
        changes += [Change(_DOCUMENTS, listed, (*listed, *more))] if more else []
    return tuple(changes)


def _beside(wanted: Wanted, listed: Sequence[Mapping[str, Any]]) -> Wanted:
    """The same fact where somebody else has listed another document under the id of its own."""
    cited = wanted.fact["source"]["document"]
    mine, theirs = (
        next((each for each in documents if each["id"] == cited), None)
        for documents in (wanted.documents, listed)
    )
    if mine is None or theirs is None or place_of(mine) == place_of(theirs):
        return wanted
    own = proposed_id(mine["title"], {each["id"] for each in listed}, "dokument")
    source = {**wanted.fact["source"], "document": own}
    documents = tuple({**e, "id": own} if e is mine else e for e in wanted.documents)
    return Wanted({**wanted.fact, "source": source}, documents)


def _value(text: str) -> Any:
    """A number where it is one, else the words."""
    found = typed_text(text, "Skriv värdet: ett tal eller några ord.")
    if asked := doubt(found):
        raise Unclear(asked)
    figures = parse_figures(found)
    return figures[0] if figures and figures[0] == figures[1] else found


def _tags(text: str) -> tuple[str, ...]:
    words = [word.strip() for word in typed_text(text).split(",")]
    return tuple(dict.fromkeys(proposed_id(word, (), "amne") for word in words if word))


def _document(entry: Entry, fields: FactFields, network: Network) -> tuple[Documents, str]:
    """The documents, and the id of the one that is cited; empty where none is."""
    documents: Sequence[Mapping[str, Any]] = plain(network).get("documents", ())
    if fields.document != OTHER:
        if fields.document not in {each["id"] for each in documents}:
            entry.wrong["document"] = "Välj vilket dokument uppgiften står i."
            return tuple(documents), ""
        return tuple(documents), fields.document
    title = entry.read("title", typed_text, fields.title, "Skriv vad dokumentet heter.")
    found = entry.read("found", typed_text, fields.found, "Skriv var dokumentet finns.")
    return listed_document(documents, title, found) if title and found else (tuple(documents), "")


def _id(label: str, network: Network) -> str:
    """The same id for the same label, which makes several days a series; else one of its own."""
    for fact in network.facts:
        if fact.label.casefold() == label.casefold():
            return fact.id
    return proposed_id(label, {fact.id for fact in network.facts}, "uppgift")


def _twin(network: Network, fact: Mapping[str, Any], old: Fact | None) -> bool:
    """Whether another fact says the same thing for the same day out of the same document."""
    mine = (fact["id"], fact["as_of"], fact["source"]["document"], fact.get("kind", "result"))
    return any(
        (each.id, each.as_of.isoformat(), each.source.document, each.kind) == mine
        for each in network.facts
        if each != old
    )
