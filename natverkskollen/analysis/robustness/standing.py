"""Where networks stand under other weights or other values: totals, coverage and verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.table import VERDICT_ORDER, Table


@dataclass(frozen=True, eq=False)
class Standings:
    """Totals 0–100 and coverage 0–1 (NaN where nothing counts), and verdicts as their places.

    `least` and `most` are the totals with every unanswered question at its worst and at its best,
    `applicable` (0–1) is how much of the weight applies. `codes` are the verdicts, `by_value` those
    that the totals give also where unanswered questions alone could change them.
    """

    totals: Array
    coverage: Array
    least: Array
    most: Array
    applicable: Array
    codes: Array
    by_value: Array

    def verdict(self, *at: int) -> VerdictWord | None:
        """The verdict at a place; None where too little is assessed."""
        return verdict_at(int(self.codes[at]))


def verdict_at(code: int) -> VerdictWord | None:
    """The verdict with this place; None for -1."""
    return None if code < 0 else VERDICT_ORDER[code]


def standings(
    found: Table, weights: Array, values: Array, applies: Array, asked: Array
) -> Standings:
    """The standings for theme weights (…, T), values (…, C), what applies and what is asked (…, C).

    The leading dimensions are broadcast: the same arithmetic as scoring.evaluate, on many
    variants at a time. Rounded to nine decimals, so that a value on a cut-off is on it.
    """
    known = applies & ~np.isnan(values)
    part = known * found.weights
    held = part @ found.belongs
    whole = (applies * found.weights) @ found.belongs
    sums = (np.where(known, values, 0) * part) @ found.belongs
    every = (asked * found.weights) @ found.belongs
    with np.errstate(invalid="ignore", divide="ignore"):
        theme = np.where(held > 0, sums / held, 0)
        covered = np.where(whole > 0, held / whole, 0)
        applying = (weights * (whole > 0)).sum(-1)
        totals = (weights * theme).sum(-1) / (weights * (held > 0)).sum(-1)
        coverage = (weights * covered).sum(-1) / applying
        least, most = (
            (weights * np.where(whole > 0, (sums + at * (whole - held)) / whole, 0)).sum(-1)
            / applying
            for at in (0, 100)
        )
        part_of = np.where(every > 0, whole / every, 0)
        applicable = (weights * part_of).sum(-1) / (weights * (every > 0)).sum(-1)
    totals, coverage = totals.round(9), coverage.round(9)
    least, most, applicable = least.round(9), most.round(9), applicable.round(9)
    minimum = np.where(applies, found.least, -np.inf)
    reached = np.all(np.where(known, values, -np.inf).round(9) >= minimum.round(9), axis=-1)
    by_value = _codes(found, totals, reached)
    by_value[np.isnan(totals) | ~(coverage * 100 >= found.min_coverage)] = -1
    by_value[~(applicable * 100 >= found.min_applicable)] = -1
    codes = by_value.copy()
    if not found.missing_may_decide:
        codes[_codes(found, least, reached) != _codes(found, most, reached)] = -1
    return Standings(totals, coverage, least, most, applicable, codes, by_value)


def _codes(found: Table, totals: Array, reached: Array | np.bool) -> Array:
    codes = np.ones(totals.shape, dtype=int)
    codes[totals < found.leave_below] = VERDICT_ORDER.index("leave")
    codes[(totals >= found.keep_from) & reached] = VERDICT_ORDER.index("keep")
    return codes


def network_standings(
    found: Table,
    network: int,
    weights: Array | None = None,
    values: Array | None = None,
    applies: Array | None = None,
    asked: Array | None = None,
) -> Standings:
    """One network's standings; what is left out is as in the table, where everything is asked."""
    return standings(
        found,
        found.points if weights is None else weights,
        found.values[network] if values is None else values,
        found.applies[network] if applies is None else applies,
        np.ones(len(found.criteria), dtype=bool) if asked is None else asked,
    )


def with_share(points: Array, theme: int, share: Array | float) -> Array:
    """The weights (…, T) where one theme has a share (…) and the others keep their proportions."""
    at = np.asarray(share, dtype=float)[..., None]
    others = np.delete(points, theme).sum()
    weights = points * (1 - at) / others if others else np.broadcast_to(points, at.shape).copy()
    return np.where(np.arange(len(points)) == theme, at, weights)
