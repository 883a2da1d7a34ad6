"""What a network's file says of it as a table: each fact, its number or text, and its source."""

from __future__ import annotations

from natverkskollen.analysis.facts import KINDS, source_words
from natverkskollen.model.network import Network
from natverkskollen.output.excel.column import AS_IT_IS, NAME, Column, Rows

FACTS = [
    NAME,
    Column("Uppgift", 40),
    Column("Tal", 12, AS_IT_IS),
    Column("Text", 30),
    Column("Enhet", 16),
    Column("Per", 12),
    Column("Cirka", 8),
    Column("Slag", 16),
    Column("Skala", 8),
    Column("Svarande (antal)", 10, "0"),
    Column("Källa", 40),
    Column("Citat", 60),
    Column("Anmärkning", 40),
]


def fact_rows(network: Network) -> Rows:
    """Every fact of a network, one row each, with the cells of FACTS."""
    for fact in network.facts:
        words = fact.value if isinstance(fact.value, str) else None
        yield (
            network.name,
            fact.label,
            None if isinstance(fact.value, str) else fact.value,
            words,
            fact.unit,
            fact.as_of,
            fact.approximate,
            KINDS.get(fact.kind, "resultat"),
            f"{fact.scale.min}–{fact.scale.max}" if fact.scale else None,
            fact.respondents,
            source_words(network, fact.source),
            fact.source.quote,
            fact.note,
        )
