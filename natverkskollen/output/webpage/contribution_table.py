"""What each theme adds to the networks' values, as a table."""

from __future__ import annotations

from collections.abc import Collection

from natverkskollen.analysis.result import NetworkResult, Result, ThemeResult
from natverkskollen.analysis.wording import by_limits, value_words
from natverkskollen.analysis.zero_alternative import NAME, zero_alternative
from natverkskollen.output.webpage.html_cell import Cell
from natverkskollen.output.webpage.html_table import table
from natverkskollen.swedish.numbers import percent


def contribution_table(result: Result, networks: Collection[str]) -> str:
    """What each theme adds to these networks' values; the columns sum to the total."""
    columns = [found for found in result.networks if found.network.id in networks]
    rows: list[list[Cell | str]] = []
    nothing = zero_alternative(result)
    for position, theme in enumerate(result.criteria.themes):
        cells = [_contribution(found, found.themes[position]) for found in columns]
        none = Cell(value_words(nothing.contributions[theme.id]), number=True)
        rows.append([theme.title, *cells, none])
    whole = (*(f.told for f in columns), nothing.total)
    totals = [Cell(by_limits(result.criteria, each), number=True, heading=True) for each in whole]
    rows.append([Cell("Sammanvägt", heading=True), *totals])
    header = ["Tema", *(found.network.short for found in columns), NAME]
    return table(f"Poäng av 100 från varje tema ({result.weighting_title.lower()})", header, rows)


def _contribution(found: NetworkResult, part: ThemeResult) -> Cell:
    """What a theme adds; nothing where the network has no total to add to."""
    if found.told is None:
        return Cell("–", number=True)
    small = f"{value_words(part.value)} × {percent(part.share)}"
    return Cell(value_words(part.contribution), small=small, number=True)
