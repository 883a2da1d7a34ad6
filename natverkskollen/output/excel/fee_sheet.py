"""Each network's fees as a table: the rule in words, what it becomes here, and the source."""

from __future__ import annotations

from natverkskollen.analysis.facts import source_words
from natverkskollen.analysis.fee import applicable_fee
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.analysis.population import fee_for
from natverkskollen.analysis.result import Result
from natverkskollen.output.excel.column import MONEY, NAME, Column, Rows

FEES = [
    NAME,
    Column("Avgiftens år", 9, "0"),
    Column("Gäller", 10),
    Column("Slag av medlemskap", 20),
    Column("Regel", 60),
    Column("Blir för er, utan moms", 14, MONEY),
    Column("Valuta", 8),
    Column("Källa", 40),
    Column("Citat", 60),
]


def fee_rows(result: Result) -> Rows:
    """Every fee of each network with the cells of FEES; only the one that holds says its sum."""
    evaluation = result.evaluation
    for each in result.networks:
        network = each.network
        today = applicable_fee(
            network.fees, evaluation.year, evaluation.municipality.kind, each.membership.category
        )
        for fee in network.fees:
            found = fee_for(evaluation.municipality, fee, evaluation.year) if fee is today else None
            yield (
                network.name,
                fee.year,
                fee.member,
                fee.category,
                rule_words(fee),
                found.net if found else None,
                fee.currency,
                source_words(network, fee.source),
                fee.source.quote,
            )
