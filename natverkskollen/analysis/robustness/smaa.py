"""In what share of reasonable weightings and readings of the answers each outcome comes about.

Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen & Salminen 1998; SMAA-2,
Lahdelma & Salminen 2001) on fixed value anchors: draws of weights meet draws of scores.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.robustness.reading import Array, Readings, Space, blocks

Sampler = Callable[[np.random.Generator, Array], None]

# Rows at a time: the working arrays then stay in the processor's second-level cache.
CHUNK = 16_384
# Sums that differ by less than this are the same: their last bits depend on the order of adding.
_LEAST = 1e-9


@dataclass(frozen=True, eq=False)
class Acceptability:
    """Shares (0–1) of the draws: verdicts (N, 3: keep, come back, leave) and ranks (N, N).

    `mean` (N,) is the mean value 0–100. `central_first` and `central_keep` (N, U) are the mean
    weights of the draws that rank a network first and that keep it; NaN where none does.
    Networks with the same value share the better rank (1, 1, 3).
    """

    draws: int
    verdicts: Array
    ranks: Array
    mean: Array
    central_first: Array
    central_keep: Array


def smaa(space: Space, sample: Sampler, draws: int, seed: int) -> Acceptability:
    """The acceptabilities over `draws` draws; the same seed gives the same figures."""
    weights_stream, leaning_stream = _stream(seed, 0), _stream(seed, 2)
    streams = [_stream(seed, 1, key) for key in space.keys]
    if not streams:
        none = np.zeros((0, 0))
        return Acceptability(draws, none, none, none, none, none)
    count = _Count(len(streams), space.units)
    readings = Readings(space, draws)
    for start in range(0, draws, CHUNK):
        rows = min(CHUNK, draws - start)
        weights = count.weights_of(rows)
        sample(weights_stream, weights)
        lean = leaning_stream.random(rows, dtype=np.float32) if readings.correlated else None
        totals, blocked = readings.totals(start, weights, streams, lean)
        count.add(space, weights.astype(np.float32), totals, blocked)
    return count.shares(draws)


class _Count:
    """What has been counted so far, and the buffers that the chunks share."""

    def __init__(self, networks: int, units: int):
        self.units = units
        self.verdicts = np.zeros((networks, 3))
        self.ranks = np.zeros((networks, networks))
        self.total = np.zeros(networks)
        self.first = np.zeros((networks, units))
        self.kept = np.zeros((networks, units))
        self.weights = np.empty((units, 0))

    def weights_of(self, rows: int) -> Array:
        """A buffer (U, rows) for weights."""
        if self.weights.shape[1] != rows:
            self.weights = np.empty((self.units, rows))
        return self.weights

    def add(self, space: Space, weights: Array, totals: Array, blocked: dict[int, Array]) -> None:
        """Count one chunk."""
        self.total += totals.sum(axis=1)
        keep = totals >= space.keep_from - _LEAST
        for n, missed in blocked.items():
            keep[n] &= ~missed
        left = _true(totals < space.leave_below - _LEAST)
        kept = _true(keep)
        self.verdicts += np.stack([kept, totals.shape[1] - kept - left, left], axis=1)
        ranks = _ranks(totals)
        for place in range(len(totals)):
            there = ranks == place
            self.ranks[:, place] += _true(there)
            if place == 0:
                self.first += _sums(there, weights)
        self.kept += _sums(keep, weights)

    def shares(self, draws: int) -> Acceptability:
        """What was counted, as shares."""
        with np.errstate(invalid="ignore"):
            return Acceptability(
                draws=draws,
                verdicts=self.verdicts / draws,
                ranks=self.ranks / draws,
                mean=self.total / draws,
                central_first=self.first / self.ranks[:, :1],
                central_keep=self.kept / self.verdicts[:, :1],
            )


def _ranks(totals: Array) -> Array:
    """How many networks are better (N, rows)."""
    better = np.zeros(totals.shape, dtype=np.uint8)
    above = np.empty(totals.shape, dtype=bool)
    for row in totals - _LEAST:
        np.greater(row, totals, out=above)
        better += above.view(np.uint8)
    return better


def _true(mask: Array) -> Array:
    """How many are true in each row."""
    return np.array([np.count_nonzero(row) for row in mask])


def _sums(mask: Array, weights: Array) -> Array:
    """The sum (N, U) of the weights (U, rows) where the mask (N, rows) is true."""
    chosen = mask.astype(np.float32)
    sums = np.zeros((len(mask), len(weights)))
    for block in blocks(sums.size, mask.shape[1]):
        sums += chosen[:, block] @ weights[:, block].T
    return sums


def _stream(seed: int, *key: int) -> np.random.Generator:
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=key)))
