"""Which of a network's facts it is asked to check: those that are used, disputed or uneven."""

from __future__ import annotations

from natverkskollen.analysis.facts import facts_used
from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.findings.asymmetry import ONE_SIDED
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact, Network

# What the municipality says of itself is nothing for the network to check.
_OWN_USE = "anvandning"


def checked_facts(dossier: Dossier, network: Network) -> tuple[Fact, ...]:
    """The newest of each figure that is evidence, and what findings say is disputed or uneven."""
    used = facts_used(dossier, network.id)
    disputed = {
        side.quote
        for finding in find_all(dossier)
        if finding.network == network.id
        and (finding.severity == "motsägelse" or finding.kind in ONE_SIDED)
        for side in finding.sides
    }
    newest = {
        fact.id: fact
        for fact in sorted(network.facts, key=lambda fact: fact.as_of)
        if fact.id in used and not isinstance(fact.value, str) and _OWN_USE not in fact.tags
    }
    return tuple(
        fact
        for fact in network.facts
        if fact.source.quote in disputed or newest.get(fact.id) is fact
    )
