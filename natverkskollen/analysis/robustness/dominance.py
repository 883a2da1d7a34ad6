"""Which network is at least as good as another on every criterion, whatever the weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.robustness.table import Table


@dataclass(frozen=True)
class Dominance:
    """One network is at least as good on every criterion, and better on one.

    `certain` where it holds for every reading of the answers: its worst is at least the other's
    best on every criterion.
    """

    better: str
    worse: str
    certain: bool


def dominance(found: Table) -> tuple[Dominance, ...]:
    """Every pair where one dominates; only networks to which the same criteria apply compare."""
    low, high = found.low.min(axis=0), found.high.max(axis=0)
    pairs = []
    for i, better in enumerate(found.networks):
        for j, worse in enumerate(found.networks):
            applies = found.applies[i]
            if i == j or (applies != found.applies[j]).any() or not applies.any():
                continue
            certain = _dominates(low[i][applies], high[j][applies])
            if certain or _dominates(found.values[i][applies], found.values[j][applies]):
                pairs.append(Dominance(better, worse, certain))
    return tuple(pairs)


def _dominates(mine: np.ndarray, theirs: np.ndarray) -> bool:
    """NaN (not assessed) compares false, so nothing is said about what is not known."""
    return bool((mine >= theirs).all() and (mine > theirs).any())
