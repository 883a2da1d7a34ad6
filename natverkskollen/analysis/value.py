"""What a figure is worth, 0–100, on anchors fixed in the criteria file and never by the data.

Multi-attribute value theory with written anchors (Belton & Stewart 2002, ch. 5). All arithmetic
is in exact fractions, so that a value on a cut-off is on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from natverkskollen.analysis.cost import MembershipCost
from natverkskollen.model.criterion import ComputedCriterion, Criterion, JudgedCriterion
from natverkskollen.model.rules import Scale

BEST = Fraction(100)
WORST = Fraction(0)


def level_value(step: Fraction | Decimal | int, scale: Scale) -> Fraction:
    """The value 0–100 of a step on a judged scale; steps outside count as the nearest end."""
    share = (Fraction(step) - scale.min) / (scale.max - scale.min)
    return min(max(share, Fraction(0)), Fraction(1)) * 100


def piecewise_value(breakpoints: Mapping[Decimal, Decimal], figure: Fraction | Decimal) -> Fraction:
    """The value 0–100 of a figure, linear between break points and flat outside them."""
    points = sorted((Fraction(x), Fraction(y)) for x, y in breakpoints.items())
    at = Fraction(figure)
    if at <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
    return points[-1][1]


def criterion_value(criterion: Criterion, figure: Fraction, scale: Scale) -> Fraction:
    """The value 0–100 of an answer's figure, by its kind: a step or a measurement."""
    if isinstance(criterion, JudgedCriterion):
        return level_value(figure, scale)
    return piecewise_value(criterion.value, figure)


@dataclass(frozen=True)
class Anchor:
    """A figure whose value is fixed in the criteria file, with what it means where that is said."""

    figure: Fraction
    meaning: str
    value: Fraction


def anchors(criterion: Criterion, scale: Scale) -> tuple[Anchor, ...]:
    """Every step of a judged criterion, or every break point of a value function, lowest first."""
    if isinstance(criterion, JudgedCriterion):
        figures = {Fraction(step): criterion.levels[step] for step in scale.steps}
    else:
        figures = {Fraction(at): "" for at in sorted(criterion.value)}
    return tuple(
        Anchor(at, meaning, criterion_value(criterion, at, scale))
        for at, meaning in figures.items()
    )


def bending(
    criterion: Criterion, low: Fraction, high: Fraction
) -> tuple[tuple[Fraction, Fraction], ...]:
    """The value function over a span as (figure, value) from end to end with its break points.

    Empty where the value is a straight line over the whole span.
    """
    if isinstance(criterion, JudgedCriterion):
        return ()
    inside = (Fraction(at) for at in sorted(criterion.value) if low < at < high)
    points = criterion.value
    figures = (low, *inside, high)
    return tuple((at, piecewise_value(points, at)) for at in figures) if len(figures) > 2 else ()


def computed_figure(criterion: Criterion, cost: MembershipCost) -> Fraction | None:
    """The figure of a criterion that nobody answers; None where a part of the cost is unknown."""
    if not isinstance(criterion, ComputedCriterion):
        return None
    figures = {
        "annual_cost_sek": cost.total,
        "cost_per_inhabitant": cost.per_inhabitant,
        "outlay_per_inhabitant": cost.outlay_per_inhabitant,
    }
    figure = figures[criterion.computed]
    return None if figure is None else Fraction(figure)


def may_be_more(criterion: Criterion, cost: MembershipCost) -> bool:
    """Whether a computed figure is the least it can be: working hours that are not in it count."""
    counts = isinstance(criterion, ComputedCriterion) and "cost" in criterion.computed
    return counts and not cost.hours_counted


def weighted_mean(pairs: Iterable[tuple[Fraction | Decimal, Fraction]]) -> Fraction | None:
    """The mean of (weight, value) pairs; None where the weights are all zero or there are none."""
    total = weight_sum = Fraction(0)
    for weight, value in pairs:
        total += Fraction(weight) * value
        weight_sum += Fraction(weight)
    return total / weight_sum if weight_sum else None
