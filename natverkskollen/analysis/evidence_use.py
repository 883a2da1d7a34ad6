"""Which facts the answers about a network rest on: named by id, or quoted in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from natverkskollen.dossier.library import Dossier
from natverkskollen.model.answer import Evidence
from natverkskollen.model.network import Network

_SHORTEST_QUOTE = 20


def facts_used(dossier: Dossier, network: str) -> dict[str, set[str]]:
    """The ids of the facts used as evidence about a network, each with the criteria it is for."""
    used: dict[str, set[str]] = {}
    held = dossier.networks[network]
    for sheet in dossier.sheets.values():
        for criterion, answer in sheet.answers.get(network, {}).items():
            for evidence in answer.evidence:
                for fact in _facts(held, evidence):
                    used.setdefault(fact, set()).add(criterion)
    return used


def _facts(network: Network, evidence: Evidence) -> Iterator[str]:
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
