"""How well several assessors agree, in whole and theme by theme.

Kendall's W (Kendall & Babington Smith 1939, corrected for ties) asks whether they put the answers
in the same order; the intraclass correlation ICC(A,k) (McGraw & Wong 1996, two-way, absolute
agreement) whether what k of them say together would come out the same with k others. It is the mean
of k that is so reliable; where their median is used it is the nearest figure there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from natverkskollen.analysis.assessors import separate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted, listed, lower_first

FEWEST_ASSESSORS, FEWEST_CELLS = 3, 5
Table = Sequence[Sequence[Fraction]]  # a row per answer asked for, a column per assessor

# Schmidt (1997) reads W as .1 very weak, .3 weak, .5 moderate, .7 strong, .9 unusually strong;
# the limits lie between. Koo & Li (2016) for the ICC.
_ORDER = ((0.2, "mycket olika"), (0.4, "ganska olika"), (0.6, "delvis lika"), (0.8, "lika"))
_SCORES = ((0.5, "låg"), (0.75, "måttlig"), (0.9, "god"))


@dataclass(frozen=True)
class Agreement:
    """Kendall's W and ICC(A,k) over the cells that every one of k assessors has scored.

    `w` or `icc` is None where it is not defined: everybody gave every cell the same score.
    `furthest` is how many steps lie between the two scores of one cell that differ most. `left_out`
    are the roles of those who have scored too little to be compared.
    """

    assessors: int
    cells: int
    w: float | None
    icc: float | None
    furthest: Fraction = Fraction(0)
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What the figures say, as Swedish sentences with the figures in brackets."""
        who = f"De {self.assessors} bedömarna"
        about = f"Det bygger på {self.cells} svar som alla har gett."
        if self.left_out:
            names = listed([lower_first(role) for role in self.left_out])
            about = (
                f"Det bygger på {self.cells} svar som de har gemensamt; {names} har svarat på för "
                "lite för att jämföras."
            )
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
            said += (
                f" Samstämmigheten i det som de {self.assessors} säger tillsammans är {level} "
                f"(ICC(A,{self.assessors}) {figure})."
            )
        return f"{said} {about}"


def agreement(dossier: Dossier) -> Agreement | None:
    """The agreement of the separate assessors; None where they or the answers are too few."""
    return _agreement(dossier, dossier.criteria.criteria)


def theme_agreements(dossier: Dossier) -> Iterator[str]:
    """The agreement in each theme that has enough to say, as one sentence a theme."""
    for theme in dossier.criteria.themes:
        found = _agreement(dossier, theme.criteria)
        if found is None:
            continue
        if found.w is None:
            said = (
                "samma poäng på allt" if not found.furthest else "var för sig samma poäng på allt"
            )
            yield f"{theme.title}: {said} ({found.cells} svar)."
            continue
        figures = [f"W {number(round(found.w, 2), 2)}"]
        if found.icc is not None:
            icc = number(round(found.icc, 2), 2)
            figures.append(f"ICC(A,{found.assessors}) {icc}")
        order = _word(found.w, _ORDER, "mycket lika")
        yield f"{theme.title}: {order} ordning ({', '.join(figures)}; {found.cells} svar)."


def _agreement(dossier: Dossier, criteria: Sequence[Criterion]) -> Agreement | None:
    """Among those who have scored most: as many as give the most scores to compare."""
    judged = [each for each in criteria if each.judged]
    given = {
        each.role: _scores(dossier, dossier.sheets[each.id], judged)
        for each in separate(dossier.evaluation)
        if each.id in dossier.sheets
    }
    given = {role: scores for role, scores in given.items() if scores}
    by_most = sorted(given, key=lambda role: -len(given[role]))
    best: tuple[str, ...] = ()
    table: list[list[Fraction]] = []
    for many in range(len(by_most), FEWEST_ASSESSORS - 1, -1):
        roles = by_most[:many]
        cells = [at for at in given[roles[0]] if all(at in given[role] for role in roles)]
        if len(cells) >= FEWEST_CELLS and len(cells) * many > len(table) * len(best):
            best = tuple(roles)
            table = [[given[role][at] for role in roles] for at in cells]
    if not best:
        return None
    furthest = max(max(row) - min(row) for row in table)
    left_out = tuple(role for role in given if role not in best)
    return Agreement(len(best), len(table), kendalls_w(table), icc(table), furthest, left_out)


def _scores(
    dossier: Dossier, sheet: AnswerSheet, criteria: Sequence[Criterion]
) -> dict[tuple[str, str], Fraction]:
    """One assessor's scores, a span at its middle, by network and criterion."""
    found = {}
    for network in dossier.networks:
        for criterion in criteria:
            bounds = sheet.answer(network, criterion).bounds
            if bounds:
                found[network, criterion.id] = Fraction(sum(bounds)) / 2
    return found


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
    """ICC(A,k): how much of the variation of what k say together lies between the rows."""
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
    whole = rows + (raters - rest) / n
    return float((rows - rest) / whole) if whole else None


def _ranks(values: Sequence[Fraction]) -> list[Fraction]:
    """Ranks from 1; equal values share the mean of the ranks they take up."""
    ordered = sorted(values)
    first = {value: ordered.index(value) + 1 for value in set(values)}
    count = Counter(values)
    return [first[value] + Fraction(count[value] - 1, 2) for value in values]


def _word(figure: float, limits: Sequence[tuple[float, str]], highest: str) -> str:
    return next((word for limit, word in limits if figure < limit), highest)
