"""The tables beside the charts: the same numbers, in the same order."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.cost import MembershipCost
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.wording import bounds_words, value_words
from natverkskollen.output.webpage.markup import Cell, table
from natverkskollen.swedish.text import kr, percent


def contribution_table(result: Result) -> str:
    """What each theme adds to each network's value; the columns sum to the total."""
    rows: list[list[Cell | str]] = []
    for position, theme in enumerate(result.criteria.themes):
        parts = [found.themes[position] for found in result.networks]
        cells = [
            Cell(
                value_words(part.contribution),
                small=f"{value_words(part.value)} × {percent(part.share)}",
                number=True,
            )
            for part in parts
        ]
        rows.append([theme.title, *cells])
    totals = [Cell(value_words(f.total), number=True, heading=True) for f in result.networks]
    rows.append([Cell("Sammanvägt", heading=True), *totals])
    header = ["Tema", *(found.network.short for found in result.networks)]
    return table(f"Poäng av 100 från varje tema ({result.weighting_title.lower()})", header, rows)


def benefit_table(result: Result) -> str:
    """Benefit without the cost theme beside what a year costs."""
    rows = [
        (
            found.network.short,
            Cell(value_words(found.benefit), number=True),
            Cell(bounds_words(found.benefit_low, found.benefit_high), number=True),
            Cell(money(found.cost.total), number=True),
            Cell(money(found.cost.per_inhabitant), number=True),
        )
        for found in result.networks
    ]
    header = ("Nätverk", "Nytta av 100", "Lägst–högst", "Kostnad per år", "Per invånare")
    return table("Nytta utan kostnadstemat, och kostnad", header, rows)


def cost_table(result: Result) -> str:
    """What a year of each membership costs, line by line."""
    labels = tuple(dict.fromkeys(line.label for n in result.networks for line in n.cost.lines))
    rows = [
        (
            found.network.short,
            *(Cell(_line(found.cost, label), number=True) for label in labels),
            Cell(money(found.cost.total), number=True),
        )
        for found in result.networks
    ]
    return table("Kostnad per år", ("Nätverk", *labels, "Summa"), rows)


def _line(cost: MembershipCost, label: str) -> str:
    amounts = [line.amount for line in cost.lines if line.label == label]
    return money(amounts[0]) if amounts else "–"


def money(amount: Decimal | None) -> str:
    """An amount in a table, or that it is not known."""
    return "okänt" if amount is None else kr(amount)
