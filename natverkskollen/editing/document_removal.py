"""A document taken off a network's list, where nothing rests on it; its file stays where it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.dossier.library import Library
from natverkskollen.dossier.network_use import missed
from natverkskollen.files.reading import read_data
from natverkskollen.model.network import Network
from natverkskollen.store import Change, Failed, NetworkStore, SaveOutcome
from natverkskollen.store.plain_data import value_at
from natverkskollen.swedish.words import counted, listed

_DOCUMENTS = ("network", "documents")
_EMPTY: dict[str, Any] = {"documents": (), "fees": (), "facts": ()}


def resting_on(network: Network, document: str) -> str:
    """What of the network itself is fetched from a document, in words; empty where nothing is."""
    facts = sum(each.source.document == document for each in network.facts)
    fees = [each.year for each in network.fees if each.source.document == document]
    terms = network.terms.source and network.terms.source.document == document
    members = network.members and network.members.source.document == document
    parts = [
        *([counted(facts, "en uppgift", "uppgifter")] if facts else []),
        *(f"avgiften från {year}" for year in fees),
        *(["villkoren"] if terms else []),
        *(["medlemslistan"] if members else []),
    ]
    return listed(parts)


def take_off(
    store: NetworkStore, library: Library, network: str, document: str, actor: str, key: str
) -> SaveOutcome:
    """Take a document off the list; Failed, with what rests on it, where something does.

    What a colleague has saved meanwhile is looked at too: a fact added just now keeps its document.
    """

    def changes(now: Mapping[str, Any]) -> tuple[Change, ...] | Failed:
        there = value_at(now, _DOCUMENTS) or ()
        found = read_data({**_EMPTY, **now["network"]}, network, Network).model
        left = tuple(each for each in there if each["id"] != document)
        if found is None or len(left) == len(there):
            return Failed("dokumentet finns inte i listan längre", "Ladda om sidan")
        if words := resting_on(found, document):
            remedy = "Byt dokument för det, eller ta bort det, först"
            return Failed(f"dokumentet är källa till {words}", remedy)
        kept = tuple(each for each in found.documents if each.id != document)
        if words := missed(library, found, found.model_copy(update={"documents": kept})):
            return Failed("dokumentet används", words.removesuffix("."))
        return (Change(_DOCUMENTS, there, left),)

    return store.save(network, None, changes, actor, key)
