"""Where networks stand under other weights or other values: totals, coverage and verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.table import VERDICT_ORDER, Table


@dataclass(frozen=True, eq=False)
class Standings:
    """Totals 0–100 and coverage 0–1 (NaN where nothing counts), and verdicts as their places."""

    totals: Array
    coverage: Array
    codes: Array

    def verdict(self, *at: int) -> VerdictWord | None:
        """The verdict at a place; None where too little is assessed."""
        return verdict_at(int(self.codes[at]))


def verdict_at(code: int) -> VerdictWord | None:
    """The verdict with this place; None for -1."""
    return None if code < 0 else VERDICT_ORDER[code]


def standings(found: Table, weights: Array, values: Array, applies: Array) -> Standings:
    """The standings for theme weights (…, T), values (…, C) and what applies (…, C).

    The leading dimensions are broadcast: the same arithmetic as scoring.evaluate, on many
    variants at a time. Rounded to nine decimals, so that a value on a cut-off is on it.
    """
    known = applies & ~np.isnan(values)
    part = known * found.weights
    held = part @ found.belongs
    whole = (applies * found.weights) @ found.belongs
    sums = (np.where(known, values, 0) * part) @ found.belongs
    with np.errstate(invalid="ignore", divide="ignore"):
        theme = np.where(held > 0, sums / held, 0)
        covered = np.where(whole > 0, held / whole, 0)
        totals = (weights * theme).sum(-1) / (weights * (held > 0)).sum(-1)
        coverage = (weights * covered).sum(-1) / (weights * (whole > 0)).sum(-1)
    totals, coverage = totals.round(9), coverage.round(9)
    least = np.where(applies, found.least, -np.inf)
    reached = np.where(known, values, -np.inf).round(9) >= least.round(9)
    codes = np.ones(totals.shape, dtype=int)
    codes[totals < found.leave_below] = VERDICT_ORDER.index("leave")
    codes[(totals >= found.keep_from) & reached.all(-1)] = VERDICT_ORDER.index("keep")
    codes[np.isnan(totals) | ~(coverage * 100 >= found.min_coverage)] = -1
    return Standings(totals, coverage, codes)


def network_standings(
    found: Table,
    network: int,
    weights: Array | None = None,
    values: Array | None = None,
    applies: Array | None = None,
) -> Standings:
    """One network's standings; what is left out is as in the table."""
    return standings(
        found,
        found.points if weights is None else weights,
        found.values[network] if values is None else values,
        found.applies[network] if applies is None else applies,
    )


def with_share(points: Array, theme: int, share: Array | float) -> Array:
    """The weights (…, T) where one theme has a share (…) and the others keep their proportions."""
    at = np.asarray(share, dtype=float)[..., None]
    others = np.delete(points, theme).sum()
    weights = points * (1 - at) / others if others else np.broadcast_to(points, at.shape).copy()
    return np.where(np.arange(len(points)) == theme, at, weights)
