"""Every set of networks that a sum can buy: which meets most needs, and is worth most.

All 2^n sets are weighed, so that nothing better is left out; n is at most MOST.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from natverkskollen.analysis.needs import Meeting, meetings
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.model.need import Need

MOST, MOST_NEEDS = 20, 64
_SHIFT = 40  # one need more goes before any value; values are kept in millionths
_MILLION = 10**6


@dataclass(frozen=True)
class NetworkSet:
    """Some networks together: what they cost a year, the needs met, and their benefit summed."""

    networks: tuple[NetworkResult, ...]
    cost: Decimal
    needs: tuple[Need, ...]
    value: Fraction

    @property
    def names(self) -> tuple[str, ...]:
        """What the networks are called."""
        return tuple(found.network.short for found in self.networks)


@dataclass(frozen=True)
class BudgetCurve:
    """The best set for every sum: each of the `steps` is better than all that cost less.

    `own` is the municipality's set of today, `needs` how many needs there are. `left_out` are the
    networks whose cost or benefit is not known, which no set can have.
    """

    steps: tuple[NetworkSet, ...]
    own: NetworkSet
    needs: int
    left_out: tuple[str, ...]

    @property
    def rises(self) -> tuple[NetworkSet, ...]:
        """The cheapest step for each number of needs met, from none on."""
        first: dict[int, NetworkSet] = {}
        for step in self.steps:
            first.setdefault(len(step.needs), step)
        return tuple(first.values())

    def within(self, budget: Decimal) -> NetworkSet:
        """The best set that costs at most a sum; the empty one where nothing can be bought."""
        return [step for step in self.steps if step.cost <= budget][-1]


def budget_curve(result: Result) -> BudgetCurve | None:
    """The curve of an evaluation's networks and needs; None where they are too many to weigh.

    Of two sets that meet as many needs the one with the greater benefit is better, and of equals
    the cheaper.
    """
    rows = meetings(result)
    known = [f for f in result.networks if f.cost.total is not None and f.benefit is not None]
    if len(known) > MOST or len(rows) > MOST_NEEDS:
        return None
    met = [
        sum(1 << at for at, row in enumerate(rows) if _meets(row, found.network.id))
        for found in known
    ]
    costs = [int((found.cost.total or Decimal(0)) * 100) for found in known]
    values = [round((found.benefit or Fraction(0)) * _MILLION) for found in known]
    own = sum(1 << at for at, found in enumerate(known) if found.member)

    def named(chosen: int) -> NetworkSet:
        networks = tuple(found for at, found in enumerate(known) if chosen >> at & 1)
        needs = {m.need.id for row in rows for m in row if m.level == "met" and _in(m, networks)}
        return NetworkSet(
            networks,
            sum((found.cost.total or Decimal(0) for found in networks), Decimal(0)),
            tuple(row[0].need for row in rows if row[0].need.id in needs),
            sum((found.benefit or Fraction(0) for found in networks), Fraction(0)),
        )

    left_out = tuple(f.network.short for f in result.networks if f not in known)
    steps = tuple(named(chosen) for chosen in best_sets(costs, values, met))
    return BudgetCurve(steps, named(own), len(rows), left_out)


def _meets(row: Sequence[Meeting], network: str) -> bool:
    return any(meeting.network == network and meeting.level == "met" for meeting in row)


def _in(meeting: Meeting, networks: Sequence[NetworkResult]) -> bool:
    return any(meeting.network == found.network.id for found in networks)


def best_sets(costs: Sequence[int], values: Sequence[int], met: Sequence[int]) -> list[int]:
    """The sets no cheaper or equally dear set is as good as, cheapest first, as bits of a number.

    For each thing its cost, its value (0 to 100 millions) and the needs it meets as bits of a
    number below 2^64. Goodness is the number of needs met, then the sum of the values.
    """
    cost, value = _sums(costs), _sums(values)
    needs = np.zeros(1, np.uint64)
    for bits in met:
        needs = np.concatenate((needs, needs | np.uint64(bits)))
    good = (np.bitwise_count(needs).astype(np.int64) << _SHIFT) + value
    order = np.lexsort((-good, cost))
    ranked = good[order]
    before = np.concatenate(([-1], np.maximum.accumulate(ranked)[:-1]))
    return [int(each) for each in order[ranked > before]]


def _sums(parts: Sequence[int]) -> NDArray[np.int64]:
    """The sum of every subset, by the subset's bits."""
    sums = np.zeros(1, np.int64)
    for part in parts:
        sums = np.concatenate((sums, sums + part))
    return sums
