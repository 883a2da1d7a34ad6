"""The tables beside the charts: the same numbers, in the same order."""

from __future__ import annotations

from components import html
from natverkskollen.result import Result
from natverkskollen.swedish import kr, percent
from natverkskollen.wording import bounds_words, value_words


def show_contribution_table(result: Result) -> None:
    """What each theme adds to each network's value; the columns sum to the total."""
    rows: list[list[html.Cell | str]] = []
    for position, theme in enumerate(result.criteria.themes):
        parts = [found.themes[position] for found in result.networks]
        cells = [
            html.Cell(
                value_words(part.contribution),
                small=f"{value_words(part.value)} × {percent(part.share)}",
                number=True,
            )
            for part in parts
        ]
        rows.append([theme.title, *cells])
    totals = [html.Cell(value_words(f.total), number=True, heading=True) for f in result.networks]
    rows.append([html.Cell("Sammanvägt", heading=True), *totals])
    header = ["Tema", *(found.network.short for found in result.networks)]
    html.table(f"Poäng av 100 från varje tema ({result.weighting_title.lower()})", header, rows)


def show_benefit_table(result: Result) -> None:
    """Benefit without the cost theme beside what a year costs."""
    rows = [
        (
            found.network.short,
            html.Cell(value_words(found.benefit), number=True),
            html.Cell(bounds_words(found.benefit_low, found.benefit_high), number=True),
            html.Cell(money(found.cost.total), number=True),
            html.Cell(money(found.cost.per_inhabitant), number=True),
        )
        for found in result.networks
    ]
    header = ("Nätverk", "Nytta av 100", "Lägst–högst", "Kostnad per år", "Per invånare")
    html.table("Nytta utan kostnadstemat, och kostnad", header, rows)


def money(amount: object) -> str:
    """An amount in a table, or that it is not known."""
    return "okänt" if amount is None else kr(amount)  # type: ignore[arg-type]
