"""Several assessors: how far each has come, how their answers spread, how well they agree.

Kendall's W (Kendall & Babington Smith 1939, corrected for ties) asks whether they put the answers
in the same order; the intraclass correlation ICC(A,1) (McGraw & Wong 1996, two-way, absolute
agreement, one assessor) whether they give the same scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted

JOINT = Assessor(id="gemensam", role="Gemensam bedömning", joint=True)


@dataclass(frozen=True)
class Spread:
    """How the submitted answers about one network on one criterion lie.

    `dots` counts the answers on each step (a span at its middle); `answers` is by role.
    """

    middle: Fraction | None
    low: Fraction | None
    high: Fraction | None
    dots: Counter[Fraction]
    answers: tuple[tuple[str, Answer], ...]


def separate(evaluation: Evaluation) -> tuple[Assessor, ...]:
    """Those who score each for themselves."""
    return tuple(each for each in evaluation.assessors if not each.joint)


def several(evaluation: Evaluation) -> bool:
    """Whether there is more than one to wait for."""
    return len(separate(evaluation)) > 1


def all_submitted(evaluation: Evaluation) -> bool:
    """Whether the answers may be laid side by side."""
    return several(evaluation) and all(each.submitted for each in separate(evaluation))


def progress(dossier: Dossier, assessor: str) -> tuple[int, int]:
    """How many answers an assessor has given, and of how many."""
    asked = [c for c in dossier.criteria.criteria if c.asked]
    sheet = dossier.own_sheet(assessor)
    given = [
        sheet.answer(network, criterion) if sheet else Answer()
        for network in dossier.networks
        for criterion in asked
    ]
    return sum(answer.given for answer in given), len(given)


def spread(dossier: Dossier, network: str, criterion: Criterion) -> Spread:
    """The separate assessors' answers together; only for an evaluation where all have submitted."""
    answers = tuple(
        (each.role, dossier.sheets[each.id].answer(network, criterion))
        for each in separate(dossier.evaluation)
        if each.id in dossier.sheets
    )
    bounds = [
        (Fraction(a.bounds[0]), Fraction(a.bounds[1])) for _, a in answers if a.bounds is not None
    ]
    middles = [(low + high) / 2 for low, high in bounds]
    return Spread(
        median(middles) if middles else None,
        min((low for low, _ in bounds), default=None),
        max((high for _, high in bounds), default=None),
        Counter(middles),
        answers,
    )


def with_submitted(evaluation: Evaluation, assessor: str, day: date | None) -> tuple[Assessor, ...]:
    """The assessors with one of them submitted on a day, or open again (None)."""
    return tuple(
        each.model_copy(update={"submitted": day}) if each.id == assessor else each
        for each in evaluation.assessors
    )


def with_joint(evaluation: Evaluation) -> tuple[Assessor, ...]:
    """The assessors with a joint one among them."""
    if any(each.joint for each in evaluation.assessors):
        return evaluation.assessors
    taken = {each.id for each in evaluation.assessors}
    id_ = next(i for i in (JOINT.id, "gemensam-bedomning", "joint") if i not in taken)
    return (*evaluation.assessors, JOINT.model_copy(update={"id": id_}))


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
    `furthest` is how many steps lie between the two scores of one cell that differ most.
    """

    assessors: int
    cells: int
    w: float | None
    icc: float | None
    furthest: Fraction = Fraction(0)

    @property
    def words(self) -> str:
        """What the figures say, as Swedish sentences with the figures in brackets."""
        who = f"De {self.assessors} bedömarna"
        about = f"Det bygger på {self.cells} svar som alla har gett."
        if self.w is None:
            if not self.furthest:
                return f"{who} har gett alla svar samma poäng. {about}"
            return (
                f"{who} har var för sig gett alla svar samma poäng, men de skiljer sig åt: "
                f"{counted_steps(self.furthest)} mellan den lägsta och den högsta. {about}"
            )
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
            if not criterion.judged:
                continue
            bounds = [sheet.answer(network, criterion).bounds for sheet in sheets]
            if all(bounds):
                table.append([Fraction(sum(each)) / 2 for each in bounds if each])
    if len(sheets) < FEWEST_ASSESSORS or len(table) < FEWEST_CELLS:
        return None
    furthest = max(max(row) - min(row) for row in table)
    return Agreement(len(sheets), len(table), kendalls_w(table), icc(table), furthest)


def counted_steps(steps: Fraction) -> str:
    """How many steps, in words where they are whole: `ett steg`, `fyra steg`, `1,5 steg`."""
    whole = steps.denominator == 1
    return counted(int(steps), "ett steg", "steg") if whole else f"{number(steps)}{HARD}steg"


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
