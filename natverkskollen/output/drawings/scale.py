"""The scales under a drawing: 0–100 with the cut-offs, and kronor in round steps."""

from __future__ import annotations

import math
from collections.abc import Collection
from decimal import Decimal

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import ENDS, verdict_heading
from natverkskollen.output.drawings.shapes import Anchor, level, text, upright
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import lower_first


def by_value(result: Result) -> list[NetworkResult]:
    """The networks with the highest value first; those without a result last, as they stand."""
    return sorted(
        result.networks,
        key=lambda each: (each.verdict is None, -(each.total or 0) if each.verdict else 0),
    )


def hundred(y: int) -> str:
    """A line marked 0, 20, … 100 at the foot of the bars."""
    return level(0, 100, y) + "".join(_tick(mark, y, number(mark)) for mark in range(0, 101, 20))


NOTHING = "För lite är bedömt för att säga något"


def kronor_steps(most: Decimal) -> tuple[Decimal, ...]:
    """Round amounts from 0 to at least `most`, five or six of them."""
    if most <= 0:
        return (Decimal(0), Decimal(1000))
    rough = most / 5
    power = Decimal(10) ** rough.adjusted()
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    return tuple(step * n for n in range(math.ceil(most / step) + 1))


def kronor_scale(steps: tuple[Decimal, ...], y: int) -> str:
    """A line marked with round amounts."""
    ticks = (_tick(float(100 * each / steps[-1]), y, number(each)) for each in steps)
    return level(0, 100, y) + "".join(ticks)


def _tick(x: float, y: int, words: str) -> str:
    anchor: Anchor = "start" if x == 0 else "end" if x == 100 else "middle"
    return upright(x, y, y + 5) + text(x, y + 20, words, anchor)


def cutoffs(result: Result, bottom: int) -> str:
    """Where the verdict changes, as two upright lines named at the top (within 38 pixels)."""
    rules = result.criteria.verdict
    below, from_ = cutoff_words({found.member for found in result.networks})
    leave, keep = float(rules.leave_below), float(rules.keep_from)
    beside = leave >= 34 and keep <= 66
    drawn = []
    for x, words, anchor, y in (
        (leave, below, "end" if leave >= 34 else "start", 16),
        (keep, from_, "start" if keep <= 66 else "end", 16 if beside else 34),
    ):
        named = text(x, y, f"{words} {number(x)}", "start" if anchor == "start" else "end")
        drawn += [upright(x, y + 6, bottom, "ink", 1.4, dash="5 4"), named]
    return "".join(drawn)


def cutoff_words(members: Collection[bool]) -> tuple[str, str]:
    """What stands before the two cut-offs: what the values below the one and from the other say."""
    if len(set(members)) > 1:
        return "nedre gränsen", "övre gränsen"
    keep, leave = (lower_first(verdict_heading(word, members)) for word in ENDS)
    return f"{leave} under", f"{keep} från"
