"""The matrix: each network on each criterion, in words and in value."""

from __future__ import annotations

from collections.abc import Collection

from natverkskollen.analysis.result import CriterionResult, NetworkResult, Result, ThemeResult
from natverkskollen.analysis.wording import (
    bounds_words,
    by_limits,
    cell_words,
    level_words,
    value_words,
    verdict_name,
)
from natverkskollen.output.webpage.html_cell import Cell
from natverkskollen.output.webpage.html_table import table
from natverkskollen.output.webpage.markup import explained
from natverkskollen.swedish.numbers import percent


def matrix(result: Result, networks: Collection[str]) -> str:
    """These networks on each criterion in words and value, with the theme's value above them."""
    columns = [found for found in result.networks if found.network.id in networks]
    first = columns[0]
    rows: list[list[Cell | str]] = []
    for position, theme in enumerate(first.themes):
        weight = f"vikt {percent(result.weights[theme.theme.id])}"
        heads = [Cell(theme.theme.title, small=weight, heading=True)]
        rows.append([*heads, *(_theme_cell(found.themes[position]) for found in columns)])
        for place, cell in enumerate(theme.criteria):
            answers = [found.themes[position].criteria[place] for found in columns]
            rows.append([cell.criterion.title, *map(_criterion_cell, answers)])
    rows.append(
        [
            Cell("Sammanvägt", heading=True),
            *(_total_cell(result, found) for found in columns),
        ]
    )
    header = ["Tema och kriterium", *(found.network.short for found in columns)]
    words = explained(
        "Värde", "Intervall", "Vikt", "Sammanvägt värde", "Ej bedömt", "Ej tillämpligt"
    )
    return table("Nätverken kriterium för kriterium (värde 0–100)", header, rows) + words


def _theme_cell(theme: ThemeResult) -> Cell:
    small = f"intervall {bounds_words(theme.low, theme.high)}"
    return Cell(f"{value_words(theme.value)}", small=small, heading=True)


def _criterion_cell(cell: CriterionResult) -> Cell:
    words = level_words(cell)
    if cell.value is None:
        return Cell(words)
    small = f"värde {value_words(cell.value)}"
    if cell.low != cell.high:
        small += f" (intervall {bounds_words(cell.low, cell.high)})"
    more = "\n\n".join(filter(None, (cell_words(cell), *_reasons(cell))))
    return Cell(words, small=small, tint=float(cell.value), more=more)


def _reasons(cell: CriterionResult) -> list[str]:
    """Why the answer is as it is; with several assessors whose reason each one is."""
    given = [ground for ground in cell.assessment.grounds if ground.answer.rationale]
    if len(given) == 1:
        return [given[0].answer.rationale or ""]
    return [f"{each.assessor.role}: {each.answer.rationale}" for each in given]


def _total_cell(result: Result, found: NetworkResult) -> Cell:
    if found.told is None:
        return Cell(verdict_name(None, found.member), heading=True)
    small = f"intervall {bounds_words(found.low, found.high)}"
    return Cell(by_limits(result.criteria, found.told), small=small, heading=True)
