"""How many needs the best set of networks meets for each sum, as steps; one's own set marked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from natverkskollen.analysis.budget_sets import BudgetCurve, NetworkSet
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.scale import kronor_scale, kronor_steps
from natverkskollen.output.drawings.shapes import Anchor, at, level, look, text, upright
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital, counted, listed, number_word

_TOP, _HIGH = 44, 220
_LINES = 8  # at most so many lines across


def budget_steps(curve: BudgetCurve) -> Drawing:
    """The steps from nothing to the most that can be met, with the set of today as a ring."""
    most = max(curve.steps[-1].cost, curve.own.cost, Decimal(1))
    scale = kronor_steps(most)
    foot = _TOP + _HIGH
    every = max(1, -(-curve.needs // _LINES))
    grid = [
        level(0, 100, _y(curve, mark), "grid") + text(0, _y(curve, mark) - 4, number(mark))
        for mark in range(0, curve.needs + 1, every)
    ]
    labels = (
        text(0, 14, "Behov som tillgodoses", bold=True),
        text(100, foot + 40, "Kostnad per år, kronor", "end", bold=True),
    )
    strokes = (*grid, *_steps(curve, scale[-1]), _own(curve, scale[-1]), *labels)
    return Drawing(
        key="budget",
        finding=budget_finding(curve),
        alt=_alt(curve),
        height=foot + 48,
        strokes="".join((*strokes, kronor_scale(scale, foot))),
    )


def _y(curve: BudgetCurve, needs: int) -> int:
    return round(_TOP + _HIGH * (1 - needs / max(curve.needs, 1)))


def _x(cost: Decimal, most: Decimal) -> float:
    return float(100 * cost / most)


def _steps(curve: BudgetCurve, most: Decimal) -> Iterator[str]:
    """The line: level for as long as no more money buys anything, then up."""
    for one, other in pairwise(curve.rises):
        here, there = _x(one.cost, most), _x(other.cost, most)
        y = _y(curve, len(one.needs))
        yield level(here, there, y, "ink", 2)
        yield upright(there, _y(curve, len(other.needs)), y, "ink", 2)
    last = curve.rises[-1]
    yield level(_x(last.cost, most), 100, _y(curve, len(last.needs)), "ink", 2)


def _own(curve: BudgetCurve, most: Decimal) -> str:
    x, y = _x(curve.own.cost, most), _y(curve, len(curve.own.needs))
    anchor: Anchor = "end" if x > 60 else "start"
    words = at(x, y, f'<circle {look("paper", "ink")} r="6" stroke-width="2.5"/>')
    beside = -12 if anchor == "end" else 12
    name = f'<g transform="translate({beside} 22)">{text(0, 0, "Som i dag", anchor)}</g>'
    return words + at(x, y, name)


def budget_finding(curve: BudgetCurve) -> str:
    """Whether another set meets as much for less, or more for the same, in one sentence."""
    own, best = curve.own, curve.within(curve.own.cost)
    met = counted(len(own.needs), "ett behov", "behov") if own.needs else "inget behov"
    cheaper = next(step for step in curve.steps if len(step.needs) >= len(own.needs))
    if len(best.needs) > len(own.needs):
        more = counted(len(best.needs), "ett behov", "behov")
        return f"Det ni betalar i dag räcker till {more}, och ni tillgodoser {met}"
    if not own.needs:
        return "Inget behov är tillgodosett i dag"
    as_many = f"lika många behov som i dag ({number_word(len(own.needs), 'ett')})"
    if cheaper.cost < own.cost:
        names = set_words(cheaper)
        return f"{capital(as_many)} tillgodoses av {names} för {kronor(cheaper.cost)} om året"
    return f"Ingen billigare uppsättning tillgodoser {as_many}"


def set_words(one: NetworkSet) -> str:
    """A set by its networks' names."""
    return listed(one.names) if one.names else "inget nätverk"


def _alt(curve: BudgetCurve) -> str:
    parts = [f"för {kronor(step.cost)} {len(step.needs)} behov" for step in curve.rises]
    met, cost = len(curve.own.needs), kronor(curve.own.cost)
    own = f"Er uppsättning i dag kostar {cost} och tillgodoser {met}."
    return f"Trappdiagram: {', '.join(parts)}. {own} Samma tal står i tabellen efter diagrammet."
