"""What a year costs and what it gives, as tables."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.cost import MembershipCost, cost_words, line_words
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import bounds_words, value_words
from natverkskollen.output.webpage.html_cell import Cell, Row
from natverkskollen.output.webpage.html_table import table
from natverkskollen.swedish.money import kr


def benefit_table(result: Result) -> str:
    """Benefit without the cost theme beside what a year costs."""
    rows: list[Row] = [
        (
            found.network.short,
            Cell(value_words(found.benefit if found.verdict else None), number=True),
            Cell(_benefit_reach(found), number=True),
            cost_cell(found),
            Cell(money(found.cost.per_inhabitant, found.cost.least), number=True),
        )
        for found in result.networks
    ]
    header = ("Nätverk", "Nytta av 100", "Lägst–högst", "Kostnad per år", "Per invånare")
    return table("Nytta utan kostnadstemat, och kostnad", header, rows)


def _benefit_reach(found: NetworkResult) -> str:
    return bounds_words(found.benefit_low, found.benefit_high) if found.verdict else "–"


def cost_table(result: Result) -> str:
    """What a year of each membership costs, line by line."""
    labels = tuple(dict.fromkeys(line.label for n in result.networks for line in n.cost.lines))
    rows: list[Row] = [
        (
            found.network.short,
            *(Cell(_line(found.cost, label), number=True) for label in labels),
            cost_cell(found),
        )
        for found in result.networks
    ]
    return table("Kostnad per år", ("Nätverk", *labels, "Summa"), rows)


def cost_cell(found: NetworkResult) -> Cell:
    """The yearly cost, and that it is what a membership would cost where there is none."""
    small = "" if found.member else "skulle kosta"
    return Cell(cost_words(found.cost), small=small, number=True)


def _line(cost: MembershipCost, label: str) -> str:
    found = [line_words(line) for line in cost.lines if line.label == label]
    return found[0] if found else "–"


def money(amount: Decimal | Fraction | None, least: str = "") -> str:
    """An amount in a table, with what stands before it, or that it is not known."""
    return "okänt" if amount is None else f"{least}{kr(amount)}"
