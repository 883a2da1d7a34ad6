"""How well the assessors agree, in words with the figure beside, when there is enough to say it of.

Kendall's W (Kendall & Babington Smith 1939, corrected for ties) asks whether they put the answers
in the same order; the intraclass correlation ICC(A,1) (McGraw & Wong 1996, two-way, absolute
agreement, one assessor) whether they give the same scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from natverkskollen.dossier.library import Dossier
from natverkskollen.model.criterion import JudgedCriterion
from natverkskollen.swedish.text import number

FEWEST_ASSESSORS, FEWEST_CELLS = 3, 5
Table = Sequence[Sequence[Fraction]]  # a row per answer asked for, a column per assessor

# Schmidt (1997) reads W as .1 very weak, .3 weak, .5 moderate, .7 strong, .9 unusually strong;
# the limits lie between. Koo & Li (2016) for the ICC.
_ORDER = ((0.2, "mycket olika"), (0.4, "ganska olika"), (0.6, "delvis lika"), (0.8, "lika"))
_SCORES = ((0.5, "låg"), (0.75, "måttlig"), (0.9, "god"))


@dataclass(frozen=True)
class Agreement:
    """Kendall's W and ICC over the cells that every assessor has scored.

    `w` or `icc` is None where it is not defined: everybody gave every cell the same score.
    """

    assessors: int
    cells: int
    w: float | None
    icc: float | None

    @property
    def words(self) -> str:
        """What the figures say, as Swedish sentences with the figures in brackets."""
        who = f"De {self.assessors} bedömarna"
        about = f"Det bygger på {self.cells} svar som alla har gett."
        if self.w is None:
            return f"{who} har gett alla svar samma poäng. {about}"
        order = _word(self.w, _ORDER, "mycket lika")
        said = f"{who} rangordnar svaren {order} (Kendalls W {number(round(self.w, 2), 2)})."
        if self.icc is not None:
            level = _word(self.icc, _SCORES, "mycket god")
            figure = number(round(self.icc, 2), 2)
            said += f" Samstämmigheten i själva poängen är {level} (ICC {figure})."
        return f"{said} {about}"


def agreement(dossier: Dossier) -> Agreement | None:
    """The agreement of the separate assessors; None where they or the answers are too few."""
    sheets = [
        dossier.sheets[each.id]
        for each in dossier.evaluation.assessors
        if not each.joint and each.id in dossier.sheets
    ]
    sheets = [sheet for sheet in sheets if any(sheet.answers.values())]
    table = []
    for network in dossier.networks:
        for criterion in dossier.criteria.criteria:
            if not isinstance(criterion, JudgedCriterion):
                continue
            bounds = [sheet.answer(network, criterion).bounds for sheet in sheets]
            if all(bounds):
                table.append([Fraction(sum(each)) / 2 for each in bounds if each])
    if len(sheets) < FEWEST_ASSESSORS or len(table) < FEWEST_CELLS:
        return None
    return Agreement(len(sheets), len(table), kendalls_w(table), icc(table))


def kendalls_w(table: Table) -> float | None:
    """Kendall's W with the correction for ties; None where nobody tells one row from another."""
    rows, raters = len(table), len(table[0])
    ranks = [_ranks([row[rater] for row in table]) for rater in range(raters)]
    sums = [sum(column[row] for column in ranks) for row in range(rows)]
    mean = Fraction(sum(sums), rows)
    spread = sum((each - mean) ** 2 for each in sums)
    ties = sum(n**3 - n for column in ranks for n in Counter(column).values())
    most = raters**2 * (rows**3 - rows) - raters * ties
    return float(12 * spread / most) if most else None


def chi_square(w: float, rows: int, raters: int) -> float:
    """The test statistic of W, the same as Friedman's; it has rows - 1 degrees of freedom."""
    return raters * (rows - 1) * w


def icc(table: Table) -> float | None:
    """ICC(A,1): the share of the scores' variation that lies between the rows."""
    n, k = len(table), len(table[0])
    grand = sum(sum(row, Fraction(0)) for row in table) / (n * k)
    by_row = [sum(row, Fraction(0)) / k for row in table]
    by_rater = [sum((row[rater] for row in table), Fraction(0)) / n for rater in range(k)]
    total = sum((value - grand) ** 2 for row in table for value in row)
    between_rows = k * sum((mean - grand) ** 2 for mean in by_row)
    between_raters = n * sum((mean - grand) ** 2 for mean in by_rater)
    rows = between_rows / (n - 1)
    raters = between_raters / (k - 1)
    rest = (total - between_rows - between_raters) / ((n - 1) * (k - 1))
    whole = rows + (k - 1) * rest + Fraction(k, n) * (raters - rest)
    return float((rows - rest) / whole) if whole else None


def _ranks(values: Sequence[Fraction]) -> list[Fraction]:
    """Ranks from 1; equal values share the mean of the ranks they take up."""
    ordered = sorted(values)
    first = {value: ordered.index(value) + 1 for value in set(values)}
    count = Counter(values)
    return [first[value] + Fraction(count[value] - 1, 2) for value in values]


def _word(figure: float, limits: Sequence[tuple[float, str]], highest: str) -> str:
    return next((word for limit, word in limits if figure < limit), highest)
