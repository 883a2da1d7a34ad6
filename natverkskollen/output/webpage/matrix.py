"""The performance matrix: criteria as rows, networks as columns, readable without any weights."""

from __future__ import annotations

from natverkskollen.analysis.result import CriterionResult, NetworkResult, Result, ThemeResult
from natverkskollen.analysis.wording import bounds_words, cell_words, value_words
from natverkskollen.output.webpage.markup import Cell, explained, table
from natverkskollen.swedish.text import percent


def matrix(result: Result) -> str:
    """Each network on each criterion in words and value, with the theme's value above them."""
    first = result.networks[0]
    rows: list[list[Cell | str]] = []
    for position, theme in enumerate(first.themes):
        weight = f"vikt {percent(result.weights[theme.theme.id])}"
        heads = [Cell(theme.theme.title, small=weight, heading=True)]
        rows.append([*heads, *(_theme_cell(found.themes[position]) for found in result.networks)])
        for place, cell in enumerate(theme.criteria):
            answers = [found.themes[position].criteria[place] for found in result.networks]
            rows.append([cell.criterion.title, *map(_criterion_cell, answers)])
    rows.append([Cell("Sammanvägt", heading=True), *map(_total_cell, result.networks)])
    header = ["Tema och kriterium", *(found.network.short for found in result.networks)]
    words = explained("Värde", "Spann", "Vikt", "Sammanvägt värde", "Ej bedömt", "Ej tillämpligt")
    return table("Nätverken kriterium för kriterium (värde 0–100)", header, rows) + words


def _theme_cell(theme: ThemeResult) -> Cell:
    small = f"spann {bounds_words(theme.low, theme.high)}"
    return Cell(f"{value_words(theme.value)}", small=small, heading=True)


def _criterion_cell(cell: CriterionResult) -> Cell:
    if cell.value is None:
        return Cell(cell_words(cell))
    small = f"värde {value_words(cell.value)}"
    if cell.low != cell.high:
        small += f" (spann {bounds_words(cell.low, cell.high)})"
    return Cell(cell_words(cell), small=small, tint=float(cell.value))


def _total_cell(found: NetworkResult) -> Cell:
    small = f"spann {bounds_words(found.low, found.high)}"
    return Cell(value_words(found.total), small=small, heading=True)
