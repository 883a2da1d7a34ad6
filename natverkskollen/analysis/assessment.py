"""What the assessors together say about one network on one criterion.

A joint answer speaks for all. Otherwise the median of the answers counts, and the bounds take in
every assessor's span, widened by how well each answer is supported.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Literal

from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion

Grade = Literal["A", "B", "C"]
State = Literal["assessed", "not-assessed", "not-applicable"]


@dataclass(frozen=True)
class Ground:
    """One assessor's answer, as it is shown and printed."""

    assessor: Assessor
    answer: Answer


@dataclass(frozen=True)
class Assessment:
    """The figure that counts, with its bounds, in the criterion's own unit (steps or figures).

    `figure`, `low` and `high` are None unless the state is assessed. `grounds` holds every
    assessor's answer, also where a joint answer decides. `at_least` tells that the figure is a cost
    that may be more than it says.
    """

    state: State
    figure: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    grounds: tuple[Ground, ...] = ()
    at_least: bool = False

    @property
    def speaking(self) -> tuple[Ground, ...]:
        """The answers that count: the joint one where there is one, otherwise every assessor's."""
        given = tuple(g for g in self.grounds if g.answer.given)
        return tuple(g for g in given if g.assessor.joint) or self.grounds


def assess(
    criteria: CriteriaSet,
    criterion: Criterion,
    network: str,
    assessors: tuple[Assessor, ...],
    sheets: dict[str, AnswerSheet],
) -> Assessment:
    """What counts as the answer about one network on one criterion."""
    told = (
        Ground(assessor, sheets[assessor.id].answer(network, criterion))
        for assessor in assessors
        if assessor.id in sheets
    )
    # Those who have not agreed on an answer have not left one out: there is nobody to miss.
    grounds = tuple(each for each in told if each.assessor.alone or each.answer != Answer())
    given = [g for g in grounds if g.answer.given]
    counted = [g for g in given if g.assessor.joint] or given
    scored = [g.answer for g in counted if g.answer.score is not None]
    if not scored:
        return Assessment("not-applicable" if counted else "not-assessed", grounds=grounds)
    middles, lows, highs = zip(*(_bounds(criteria, criterion, a) for a in scored), strict=True)
    return Assessment("assessed", median(middles), min(lows), max(highs), grounds)


ONE = Decimal(1)


def _grade(criteria: CriteriaSet, criterion: Criterion, answer: Answer) -> Grade:
    """How well an answer counts as supported: A takes evidence where the criterion requires it."""
    unproved = answer.grade == "A" and not answer.evidence and criterion.evidence == "required"
    if unproved and criteria.documented_needs_evidence:
        return "C"
    return answer.grade or "C"


def within(
    criteria: CriteriaSet, grade: Grade, low: Fraction, high: Fraction
) -> tuple[Fraction, Fraction]:
    """A figure's span, wider by as many per cent as the criteria set says of how it is known."""
    share = Fraction(criteria.number_grades.get(grade, Decimal(0))) / 100
    return low - abs(low) * share, high + abs(high) * share


def _bounds(
    criteria: CriteriaSet, criterion: Criterion, answer: Answer
) -> tuple[Fraction, Fraction, Fraction]:
    """One answer's middle, low and high; a judged step is widened by its evidence grade."""
    bounds = answer.bounds
    assert bounds is not None, "only scored answers have bounds"
    low, high = Fraction(bounds[0]), Fraction(bounds[1])
    middle = (low + high) / 2
    if criterion.measured_in:
        low, high = within(criteria, _grade(criteria, criterion, answer), low, high)
        least, most = getattr(criterion, "min", None), getattr(criterion, "max", None)
        low = low if least is None else max(low, Fraction(least))
        high = high if most is None else min(high, Fraction(most))
    if criterion.judged:
        width = Fraction(criteria.evidence_grades.get(_grade(criteria, criterion, answer), ONE))
        low = max(low - width, Fraction(criteria.scale.min))
        high = min(high + width, Fraction(criteria.scale.max))
    return middle, low, high
