"""The same fact with different values: by its id, or by what the file says should be the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from natverkskollen.analysis.facts import scaled_value
from natverkskollen.analysis.findings.fact_agreement import agree, same_time
from natverkskollen.analysis.findings.finding import Finding, fact_side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact, Network
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import listed, lower_first

_STATED = ("result", "done", "claim")


def different_values(dossier: Dossier) -> Iterator[Finding]:
    """Facts with one id that different documents give different values at about the same time."""
    for network in dossier.networks.values():
        for id_ in dict.fromkeys(fact.id for fact in network.facts):
            facts = [f for f in network.facts if f.id == id_ and f.kind in _STATED]
            apart = [
                pair
                for pair in combinations(facts, 2)
                if pair[0].source.document != pair[1].source.document
                and same_time(*pair)
                and not agree(*pair)
            ]
            told = [f for f in facts if any(f is each for pair in apart for each in pair)]
            if told:
                yield _contradiction(network, id_, told)


def same_as_another(dossier: Dossier) -> Iterator[Finding]:
    """Facts that should say the same as another by `same_as`, and do not."""
    for network in dossier.networks.values():
        for fact in network.facts:
            for other in network.facts:
                if other.id == fact.same_as and same_time(fact, other) and not agree(fact, other):
                    yield _contradiction(network, fact.id, [other, fact])


def easily_mixed_up(dossier: Dossier) -> Iterator[Finding]:
    """Facts that are both true but easily taken for each other, by `not_same_as`."""
    for network in dossier.networks.values():
        for fact in network.facts:
            for other in network.facts:
                if other.id != fact.not_same_as or fact.value == other.value:
                    continue
                words = [f"{lower_first(f.label)} ({scaled_value(f)})" for f in (other, fact)]
                yield Finding(
                    finding_id("forvaxling", network.id, fact.id),
                    "forvaxling",
                    "att pröva",
                    network.id,
                    f"{network.short}: {listed(words)} är lätta att förväxla.",
                    (fact_side(network, other), fact_side(network, fact)),
                    "Kontrollera vilken av dem som texten menar.",
                )


def _contradiction(network: Network, id_: str, facts: list[Fact]) -> Finding:
    values = [f"{scaled_value(f)} per{HARD}{f.as_of.isoformat()}" for f in facts]
    said = f"källorna ger olika svar på {lower_first(facts[0].label)}: {' men '.join(values)}"
    if len({f.label for f in facts}) > 1:
        each = [f"{lower_first(f.label)} är {v}" for v, f in zip(values, facts, strict=True)]
        said = ", men ".join(each)
    return Finding(
        finding_id("motsagelse", network.id, id_),
        "motsagelse",
        "motsägelse",
        network.id,
        f"{network.short}: {said}.",
        tuple(fact_side(network, fact) for fact in facts),
        f"Fråga nätverket vilken uppgift som gäller om {lower_first(facts[0].label)}.",
    )
