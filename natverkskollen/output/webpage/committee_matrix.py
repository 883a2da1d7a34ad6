"""The matrix that the committee reads: each level by its criterion, with the themes' values."""

from __future__ import annotations

from natverkskollen.analysis.result import CriterionResult, Result
from natverkskollen.analysis.wording import STATES, bounds_words, level_words, value_words
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.output.webpage.html_cell import Cell
from natverkskollen.output.webpage.html_table import table
from natverkskollen.swedish.numbers import percent, span


def committee_matrix(result: Result) -> str:
    """Every network on each criterion as a table of HTML, with the total and its interval below."""
    rows: list[list[Cell | str]] = []
    for position, theme in enumerate(result.criteria.themes):
        parts = [found.themes[position] for found in result.networks]
        weight = percent(result.weights[theme.id])
        rows.append(
            [
                Cell(f"{theme.title}, {weight}", heading=True),
                *(Cell(f"värde {value_words(part.value)}", heading=True) for part in parts),
            ]
        )
        for place, criterion in enumerate(theme.criteria):
            cells = [_answer(result.criteria, part.criteria[place]) for part in parts]
            rows.append([criterion.title, *cells])
    totals = [
        Cell(
            "–" if n.told is None else f"{value_words(n.told)} ({bounds_words(n.low, n.high)})",
            heading=True,
        )
        for n in result.networks
    ]
    rows.append([Cell("Sammanvägt, med intervall", heading=True), *totals])
    scale = result.criteria.scale
    caption = (
        f"Nivå {span(scale.min, scale.max)} på varje kriterium och temats värde av 100. "
        "Ju mörkare ruta, desto högre värde."
    )
    return table(caption, ("Kriterium", *(n.network.short for n in result.networks)), rows)


def _answer(criteria: CriteriaSet, cell: CriterionResult) -> Cell:
    if cell.value is None:
        return Cell(STATES.get(cell.assessment.state, STATES["not-assessed"]))
    return Cell(level_words(cell), tint=float(cell.value))
