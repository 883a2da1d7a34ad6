"""The networks side by side in a table: result, value, span, coverage and yearly cost."""

from __future__ import annotations

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.wording import (
    bounds_words,
    by_limits,
    coverage_words,
    value_words,
    verdict_name,
)
from natverkskollen.analysis.zero_alternative import NAME, zero_alternative
from natverkskollen.output.webpage.cost_tables import cost_cell
from natverkskollen.output.webpage.html_cell import Cell
from natverkskollen.output.webpage.html_table import table
from natverkskollen.output.webpage.markup import explained


def summary_table(result: Result) -> str:
    """The networks side by side: verdict, value, span, coverage and yearly cost."""
    rows = [
        (
            found.network.short,
            verdict_name(found.verdict, found.member),
            Cell(by_limits(result.criteria, found.told), number=True),
            Cell(bounds_words(found.low, found.high) if found.answered else "–", number=True),
            Cell(coverage_words(found), wide=True),
            cost_cell(found),
        )
        for found in result.networks
    ]
    nothing = zero_alternative(result).total
    if nothing is not None:
        worth = Cell(value_words(nothing), number=True)
        basis = Cell("räknat ur kriterierna", wide=True)
        rows.append((NAME, "–", worth, worth, basis, Cell("0 kr", number=True)))
    header = ("Nätverk", "Resultat", "Värde av 100", "Lägst–högst", "Underlag", "Kostnad per år")
    words = explained("Resultat", "Sammanvägt värde", "Lägst–högst", "Andel bedömd")
    return table("Nätverken i sammandrag", header, rows) + words
