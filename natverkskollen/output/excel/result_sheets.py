"""What the scores say as tables: a row for each network, and a row for each of its criteria."""

from __future__ import annotations

from fractions import Fraction

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.wording import cell_words, verdict_name
from natverkskollen.model.outcome import OUTCOME_WORDS
from natverkskollen.output.excel.column import AS_IT_IS, MONEY, NAME, Column, Rows

POINTS = _SHARE = "0.0"
RESULT = [
    NAME,
    Column("Medlem i dag", 10),
    Column("Värde (0–100)", 10, POINTS),
    Column("Lägst (0–100)", 10, POINTS),
    Column("Högst (0–100)", 10, POINTS),
    Column("Nytta utan kostnad (0–100)", 14, POINTS),
    Column("Resultat", 24),
    Column("Förslag till beslut", 24),
    Column("Bedömd del av vikten (procent)", 14, _SHARE),
    Column("Kostnad (kronor per år)", 14, MONEY),
    Column("Kostnad (kronor per invånare)", 14, MONEY),
    Column("Arbetstiden är med", 11),
]


def result_rows(result: Result) -> Rows:
    """Each network's result with the cells of RESULT, and then one for each theme's value."""
    for each in result.networks:
        yield (
            each.network.name,
            each.member,
            each.total,
            each.low,
            each.high,
            each.benefit,
            verdict_name(each.verdict, each.member),
            OUTCOME_WORDS[each.decision.outcome] if each.decision else None,
            each.coverage * 100,
            each.cost.total,
            each.cost.per_inhabitant,
            each.cost.hours_counted,
            *(theme.value for theme in each.themes),
        )


CRITERIA = [
    NAME,
    Column("Tema", 26),
    Column("Kriterium", 34),
    Column("Svar", 44),
    Column("Tal", 12, AS_IT_IS),
    Column("Talets enhet", 16),
    Column("Värde (0–100)", 10, POINTS),
    Column("Lägst (0–100)", 10, POINTS),
    Column("Högst (0–100)", 10, POINTS),
    Column("Vikt (procent)", 10, _SHARE),
]


def criterion_rows(result: Result) -> Rows:
    """Each criterion of each network, one row each, with the cells of CRITERIA."""
    for each in result.networks:
        for cell in each.criteria:
            criterion = cell.criterion
            unit = criterion.figure_unit or "steg på skalan"
            figure: Fraction | None = cell.assessment.figure
            yield (
                each.network.name,
                cell.theme.title,
                criterion.title,
                cell_words(cell),
                figure,
                unit if figure is not None else None,
                cell.value,
                cell.low,
                cell.high,
                cell.share * 100,
            )
