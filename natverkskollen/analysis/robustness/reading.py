"""One reading of the answers after another: from drawn weights to drawn totals.

An answer that may lie anywhere in its span is drawn there, uniformly in the figure that was
answered. Part of the error is common to all of an assessor's answers: whoever is strict on one
question is strict on the next (rule 3 of the method; docs/beslut/0012).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

Array = np.ndarray
# Multiplications per matrix product: so few that the linear algebra library stays on one thread.
# Waking threads costs more than the product, and sums must not depend on how many cores there are.
_WORK = 262_144


@dataclass(frozen=True, eq=False)
class Curve:
    """How a value rises from the lowest (0) to the highest (1) of its span: shares at places 0–1.

    Only for a measured criterion whose value function bends inside the span.
    """

    places: Array
    shares: Array


@dataclass(frozen=True, eq=False)
class Space:
    """What is drawn from: N networks × C criteria, weighted in U units (themes or criteria).

    `low` and `high` (A, N, C) are values 0–100, one layer per assessor's reading; `readers` (N)
    are the layers a network is read by, each for an equal part of the draws (all of them where it
    is empty). `parts` (N, C) is each criterion's part of its unit `unit_of` (C,): it sums to 1 in
    a unit that applies to the network and is 0 in one that does not. `group_of` (U,) is the theme
    of each unit where criteria are weighted one by one: what does not apply then gives its weight
    to the rest of its theme. `least` (C,) is the value without which a network is not kept.
    `keys` (N,) name each network's own stream of random numbers, so that no network's figures
    depend on which others there are. `common` (0–1) is the part of an answer's error that it
    shares with the others that `answered` (N, C) marks.
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
    readers: tuple[tuple[int, ...], ...] = ()
    group_of: Array | None = None
    answered: Array | None = None
    common: float = 0.0
    curves: Mapping[tuple[int, int, int], Curve] = field(default_factory=dict)

    def layers(self, network: int) -> tuple[int, ...]:
        """The layers that a network is read by."""
        return self.readers[network] if self.readers else tuple(range(len(self.low)))


class Readings:
    """Every layer of a space, ready to be weighted."""

    def __init__(self, space: Space, draws: int):
        self.space, self.draws = space, draws
        self.belongs = np.eye(space.units)[space.unit_of]
        self.applies = (space.parts @ self.belongs > 0).astype(float)
        self.layers = [_Layer(space, layer, self.belongs) for layer in range(len(space.low))]
        self.uneven = [n for n in range(len(space.keys)) if self._uneven(n)]
        self.correlated = space.common > 0 and any(layer.common.any() for layer in self.layers)

    def _uneven(self, n: int) -> bool:
        """Whether a theme applies to a network in part only, criterion by criterion."""
        groups = self.space.group_of
        if groups is None:
            return False
        partly = {int(g) for g in groups if 0 < self.applies[n][groups == g].mean() < 1}
        return bool(partly)

    def totals(
        self, start: int, weights: Array, streams: list[np.random.Generator], lean: Array | None
    ) -> tuple[Array, dict[int, Array]]:
        """Totals (N, rows) of the draws from `start`, and where a minimum level is missed.

        `lean` (rows,) is the common error 0–1 of each draw, None where there is none.
        """
        rows = weights.shape[1]
        single = weights.astype(np.float32)
        pieces = [list(self._pieces(n, start, rows)) for n in range(len(streams))]
        totals = self._base(weights, pieces, lean)
        blocked: dict[int, Array] = {}
        for n, stream in enumerate(streams):
            mine, light = weights, single
            if n in self.uneven:
                mine = self._shared_out(n, weights)
                light = mine.astype(np.float32)
            for piece, layer in pieces[n]:
                reading = self.layers[layer]
                if n in self.uneven:
                    totals[n, piece] = reading.base[n] @ mine[:, piece]
                leaning = None if lean is None else lean[piece]
                if n in self.uneven and leaning is not None:
                    totals[n, piece] += leaning * (reading.common[n] @ mine[:, piece])
                missed = reading.add(n, stream, light[:, piece], totals[n, piece], leaning)
                if missed is not None:
                    blocked.setdefault(n, np.zeros(rows, dtype=bool))[piece] = missed
        if not self.applies.all():
            weight = _product(self.applies, weights)
            for n in self.uneven:
                weight[n] = self.applies[n] @ self._shared_out(n, weights)
            np.divide(totals, weight, out=totals, where=weight > 0)
        return totals, blocked

    def _pieces(self, n: int, start: int, rows: int) -> Iterator[tuple[slice, int]]:
        """Which part of the draws each of a network's layers reads."""
        layers = self.space.layers(n)
        edges = [-(-at * self.draws // len(layers)) for at in range(len(layers) + 1)]
        for layer, first, last in zip(layers, edges, edges[1:], strict=False):
            low, high = max(first - start, 0), min(last - start, rows)
            if low < high:
                yield slice(low, high), layer

    def _base(
        self, weights: Array, pieces: list[list[tuple[slice, int]]], lean: Array | None
    ) -> Array:
        """The totals (N, rows) with every answer at its lowest but for the common error."""
        used = sorted({layer for each in pieces for _, layer in each})
        totals = self.layers[used[0]].certain(weights, lean)
        for layer in used[1:]:
            other = self.layers[layer].certain(weights, lean)
            for n, each in enumerate(pieces):
                for piece, at in each:
                    if at == layer:
                        totals[n, piece] = other[n, piece]
        return totals

    def _shared_out(self, n: int, weights: Array) -> Array:
        """The weights (U, rows) where what does not apply has given its own to its theme."""
        groups = self.space.group_of
        assert groups is not None
        mine = weights * self.applies[n][:, None]
        for group in np.unique(groups):
            inside = groups == group
            left = mine[inside].sum(axis=0)
            if self.applies[n][inside].any() and not self.applies[n][inside].all():
                mine[inside] *= weights[inside].sum(axis=0) / np.where(left > 0, left, 1)
        return np.asarray(mine)


class _Layer:
    """One assessor's spans: what is certain, and what is open in each network."""

    def __init__(self, space: Space, layer: int, belongs: Array):
        low, high = space.low[layer], space.high[layer]
        counts = space.parts > 0
        self.base = np.where(counts, low * space.parts, 0) @ belongs
        width = np.where(counts, (high - low) * space.parts, 0)
        answered = np.zeros(low.shape, bool) if space.answered is None else space.answered
        self.open = [np.flatnonzero(row) for row in width]
        self.units = [_rows(space.unit_of[k]) for k in self.open]
        self.curves: list[list[tuple[int, Curve]]] = []
        self.common = np.zeros((len(low), belongs.shape[1]))
        self.width: list[Array] = []
        self.part = [
            np.where(answered[n][k], np.float32(space.common), np.float32(0))
            for n, k in enumerate(self.open)
        ]
        for n, k in enumerate(self.open):
            curves = [(at, space.curves.get((layer, n, int(c)))) for at, c in enumerate(k)]
            bent = [(at, curve) for at, curve in curves if curve is not None]
            self.curves.append(bent)
            straight = np.ones(len(k), bool)
            straight[[at for at, _ in bent]] = False
            # What is straight is added up once for all: the common error times the whole width.
            shared = np.where(straight, self.part[n], 0)
            self.common[n] = (shared * width[n][k]) @ belongs[k]
            self.width.append((width[n][k] * (1 - shared)).astype(np.float32))
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

    def certain(self, weights: Array, lean: Array | None) -> Array:
        """What the totals (N, rows) are before anything of an answer's own is drawn."""
        totals = _product(self.base, weights)
        if lean is not None and self.common.any():
            shared = _product(self.common, weights)
            shared *= lean
            totals += shared
        return totals

    def add(
        self, n: int, stream: np.random.Generator, single: Array, totals: Array, lean: Array | None
    ) -> Array | None:
        """Add what is open of one network to its totals (rows,); where a minimum is missed."""
        certain, limits = self.limits[n]
        missed = np.full(len(totals), certain) if certain or limits else None
        if not self.open[n].size:
            return missed
        drawn = stream.random((len(self.open[n]), len(totals)), dtype=np.float32)
        for row, least in limits:
            assert missed is not None
            missed |= self._leaning(n, row, drawn[row], lean) < least
        for row, curve in self.curves[n]:
            place = self._leaning(n, row, drawn[row], lean)
            drawn[row] = np.interp(place, curve.places, curve.shares)
        drawn *= single[self.units[n]]
        totals += np.einsum("k,kr->r", self.width[n], drawn)
        return missed

    def _leaning(self, n: int, row: int, drawn: Array, lean: Array | None) -> Array:
        part = self.part[n][row]
        return drawn if lean is None or not part else (1 - part) * drawn + part * lean


def _rows(units: Array) -> Array | slice:
    """Which rows of the weights belong to some criteria: without a copy where they are in a row."""
    row = np.arange(units.size) + (units[0] if units.size else 0)
    return slice(row[0], row[-1] + 1) if units.size and np.array_equal(units, row) else units


def _product(left: Array, right: Array) -> Array:
    """The matrix product of (N, U) and (U, rows)."""
    product = np.empty((len(left), right.shape[1]))
    for block in blocks(left.size, right.shape[1]):
        np.matmul(left, right[:, block], out=product[:, block])
    return product


def blocks(size: int, rows: int) -> Iterator[slice]:
    """The rows of a matrix product in parts of a size that stays on one thread."""
    step = max(_WORK // size, 1)
    return (slice(at, at + step) for at in range(0, rows, step))
