"""In what share of reasonable weightings and readings of the answers each outcome comes about.

Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen & Salminen 1998; SMAA-2,
Lahdelma & Salminen 2001) on fixed value anchors: draws of weights meet draws of scores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

Array = np.ndarray
Sampler = Callable[[np.random.Generator, Array], None]

# Rows at a time: the working arrays then stay in the processor's second-level cache.
CHUNK = 16_384
# Multiplications per matrix product: so few that the linear algebra library stays on one thread.
# Waking threads costs more than the product, and sums must not depend on how many cores there are.
_WORK = 262_144


@dataclass(frozen=True, eq=False)
class Space:
    """What is drawn from: N networks × C criteria, weighted in U units (themes or criteria).

    `low` and `high` (A, N, C) are values 0–100, one layer per assessor's reading, each with an
    equal part of the draws. `parts` (N, C) is each criterion's part of its unit `unit_of` (C,):
    it sums to 1 in a unit that applies to the network and is 0 in one that does not. `least` (C,)
    is the value without which a network is not kept. `keys` (N,) name each network's own stream
    of random numbers, so that no network's figures depend on which others there are.
    """

    low: Array
    high: Array
    parts: Array
    unit_of: Array
    units: int
    least: Array
    keep_from: float
    leave_below: float
    keys: tuple[int, ...]


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
    layers, networks, _ = space.low.shape
    weights_stream = _stream(seed, 0)
    streams = [_stream(seed, 1, key) for key in space.keys]
    count = _Count(networks, space.units)
    for layer, part in enumerate(_parts(draws, layers)):
        reading = _Reading(space, layer)
        for rows in _chunks(part):
            weights = count.weights_of(rows)
            sample(weights_stream, weights)
            single = weights.astype(np.float32)
            totals, blocked = reading.totals(weights, single, streams)
            count.add(space, single, totals, blocked)
    return count.shares(draws)


class _Reading:
    """One assessor's spans, ready to be weighted."""

    def __init__(self, space: Space, layer: int):
        low, high = space.low[layer], space.high[layer]
        belongs = np.eye(space.units)[space.unit_of]
        counts = space.parts > 0
        self.base = np.where(counts, low * space.parts, 0) @ belongs
        self.applies = (space.parts @ belongs > 0).astype(float)
        width = np.where(counts, (high - low) * space.parts, 0)
        self.open = [np.flatnonzero(row) for row in width]
        self.width = [row[k].astype(np.float32) for row, k in zip(width, self.open, strict=True)]
        self.units = [space.unit_of[k] for k in self.open]
        self.limits = [self._limits(space, low[n], high[n], n) for n in range(len(low))]

    def _limits(
        self, space: Space, low: Array, high: Array, n: int
    ) -> tuple[bool, list[tuple[int, float]]]:
        """Whether a minimum is missed for certain, and the (row, least number) of the others."""
        limits: list[tuple[int, float]] = []
        for criterion in np.flatnonzero((space.least > -np.inf) & ~np.isnan(high)):
            least = space.least[criterion]
            if high[criterion] < least:
                return True, []
            if low[criterion] < least:
                at = (least - low[criterion]) / (high[criterion] - low[criterion])
                limits.append((int(np.searchsorted(self.open[n], criterion)), at))
        return False, limits

    def totals(
        self, weights: Array, single: Array, streams: list[np.random.Generator]
    ) -> tuple[Array, dict[int, Array | bool]]:
        """Totals (N, rows), and for the networks with a minimum level where it is missed."""
        totals = _product(self.base, weights)
        blocked: dict[int, Array | bool] = {}
        for n, stream in enumerate(streams):
            certain, limits = self.limits[n]
            if certain:
                blocked[n] = True
            if not self.open[n].size:
                continue
            drawn = stream.random((len(self.open[n]), weights.shape[1]), dtype=np.float32)
            for row, least in limits:
                blocked[n] = blocked.get(n, False) | (drawn[row] < least)
            drawn *= single[self.units[n]]
            totals[n] += np.einsum("k,kr->r", self.width[n], drawn)
        if not self.applies.all():
            # Where nothing that applies has a weight there is no total, and no verdict either.
            weight = _product(self.applies, weights)
            np.divide(totals, weight, out=totals, where=weight > 0)
        return totals, blocked


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

    def add(
        self, space: Space, weights: Array, totals: Array, blocked: dict[int, Array | bool]
    ) -> None:
        """Count one chunk."""
        self.total += totals.sum(axis=1)
        # Single precision rounds away the last bits, in which a matrix product may differ between
        # equal networks: so equal ones tie, and a value on a cut-off is on it.
        scores = totals.astype(np.float32)
        keep = scores >= np.float32(space.keep_from)
        for n, missed in blocked.items():
            keep[n] &= np.logical_not(missed)
        left = _true(scores < np.float32(space.leave_below))
        kept = _true(keep)
        self.verdicts += np.stack([kept, scores.shape[1] - kept - left, left], axis=1)
        ranks = _ranks(scores)
        for place in range(len(scores)):
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


def _ranks(scores: Array) -> Array:
    """How many networks are better (N, rows)."""
    better = np.zeros(scores.shape, dtype=np.uint8)
    above = np.empty(scores.shape, dtype=bool)
    for score in scores:
        np.greater(score, scores, out=above)
        better += above.view(np.uint8)
    return better


def _true(mask: Array) -> Array:
    """How many are true in each row."""
    return np.array([np.count_nonzero(row) for row in mask])


def _product(left: Array, right: Array) -> Array:
    """The matrix product of (N, U) and (U, rows)."""
    product = np.empty((len(left), right.shape[1]))
    for block in _blocks(left.size, right.shape[1]):
        np.matmul(left, right[:, block], out=product[:, block])
    return product


def _sums(mask: Array, weights: Array) -> Array:
    """The sum (N, U) of the weights (U, rows) where the mask (N, rows) is true."""
    chosen = mask.astype(np.float32)
    sums = np.zeros((len(mask), len(weights)))
    for block in _blocks(sums.size, mask.shape[1]):
        sums += chosen[:, block] @ weights[:, block].T
    return sums


def _blocks(size: int, rows: int) -> Iterator[slice]:
    step = max(_WORK // size, 1)
    return (slice(at, at + step) for at in range(0, rows, step))


def _stream(seed: int, *key: int) -> np.random.Generator:
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=key)))


def _parts(draws: int, parts: int) -> list[int]:
    return [draws // parts + (at < draws % parts) for at in range(parts)]


def _chunks(draws: int) -> Iterator[int]:
    for done in range(0, draws, CHUNK):
        yield min(CHUNK, draws - done)
