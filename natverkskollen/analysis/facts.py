"""Facts in words, what their tags are called, and which of them the answers rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Evidence
from natverkskollen.model.network import Fact, Network
from natverkskollen.model.source import Source
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD

KINDS = {"goal": "mål", "plan": "plan", "done": "genomfört", "claim": "uppgift från annan"}


def fact_value(fact: Fact) -> str:
    """A figure with its unit, and `cirka` where it is approximate; words as they stand."""
    if isinstance(fact.value, str):
        return fact.value
    unit = f"{HARD}{fact.unit}" if fact.unit else ""
    return f"{f'cirka{HARD}' if fact.approximate else ''}{number(fact.value)}{unit}"


def scaled_value(fact: Fact) -> str:
    """A fact's value with its scale and how many answered: `5,6 på skalan 1–6, 40 svarande`."""
    if not fact.scale:
        return fact_value(fact)
    mean = fact.value if isinstance(fact.value, str) else number(fact.value)
    asked = f", {number(fact.respondents)} svarande" if fact.respondents is not None else ""
    return f"{mean} på skalan {fact.scale.min}–{fact.scale.max}{asked}"


def source_words(network: Network, source: Source) -> str:
    """The document and the place in it: `Verksamhetsberättelse 2024, Ekonomi`."""
    return f"{network.document(source.document).title}, {source.place}"


_NAMES = {
    "anvandning": "Användning",
    "ataganden": "Åtaganden",
    "hallbarhet": "Hållbarhet",
    "lokalt-intresse": "Lokalt intresse",
    "omvarldsbevakning": "Omvärldsbevakning",
    "overlapp": "Överlapp",
    "paverkan": "Påverkan",
    "rattvis-handel": "Rättvis handel",
    "symbolvarde": "Symbolvärde",
    "uppfoljning": "Uppföljning",
}


def tag_words(tag: str) -> str:
    """The tag as a heading: `Påverkan`, `Nyckeltal`."""
    return _NAMES.get(tag) or tag.replace("-", " ").capitalize()


_SHORTEST_QUOTE = 20


def facts_used(dossier: Dossier, network: str) -> dict[str, set[str]]:
    """The ids of the facts used as evidence about a network, each with the criteria it is for."""
    used: dict[str, set[str]] = {}
    held = dossier.networks[network]
    for sheet in dossier.sheets.values():
        for criterion, answer in sheet.answers.get(network, {}).items():
            for evidence in answer.evidence:
                for fact in _used_by(held, evidence):
                    used.setdefault(fact, set()).add(criterion)
    return used


def _used_by(network: Network, evidence: Evidence) -> Iterator[str]:
    if evidence.fact:
        yield evidence.fact
    if evidence.source is None:
        return
    words = _plain(evidence.source.quote)
    for fact in network.facts:
        quote = _plain(fact.source.quote)
        if min(len(quote), len(words)) >= _SHORTEST_QUOTE and (quote in words or words in quote):
            yield fact.id


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
