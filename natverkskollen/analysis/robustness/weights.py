"""Weights from points, from a ranking, or drawn at random among those that are reasonable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.smaa import Sampler
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.swedish.numbers import Figure


def shares(points: Mapping[str, Figure]) -> dict[str, Fraction]:
    """Each one's part of the whole weight, from direct points or swing points; they sum to 1.

    Swing points: the theme one would rather lift from worst to best gets 100, the others in
    proportion (von Winterfeldt & Edwards 1986). DataError where no point is above 0 or one is
    below.
    """
    exact = {id_: Fraction(value) for id_, value in points.items()}
    if any(value < 0 for value in exact.values()):
        raise _refused("en vikt är mindre än 0", "Ange 0 eller mer för varje tema")
    whole = sum(exact.values(), Fraction(0))
    if not whole:
        raise _refused("alla vikter är 0", "Ge minst ett tema en vikt större än 0")
    return {id_: value / whole for id_, value in exact.items()}


def rank_order_shares(ranks: Mapping[str, int]) -> dict[str, Fraction]:
    """Rank order centroid weights, from 1 for the most important; equal ranks share equally.

    The mean of all weightings that agree with the ranking (Barron & Barrett 1996): of n, the one
    in place i weighs (1/n) Σ_{k≥i} 1/k. DataError where there is nothing to rank.
    """
    if not ranks:
        raise _refused("det finns inget att rangordna", "Rangordna minst ett tema")
    order = sorted(ranks, key=ranks.__getitem__)
    count = len(order)
    centroids = [
        sum((Fraction(1, k) for k in range(place, count + 1)), Fraction(0)) / count
        for place in range(1, count + 1)
    ]
    found = {}
    for id_ in ranks:
        alike = [at for at, other in enumerate(order) if ranks[other] == ranks[id_]]
        found[id_] = sum((centroids[at] for at in alike), Fraction(0)) / len(alike)
    return found


def anywhere() -> Sampler:
    """Draws all weightings, each as likely: uniform on the simplex (normalised exponentials)."""

    def sample(rng: np.random.Generator, out: Array) -> None:
        rng.standard_exponential(out=out)
        out /= out.sum(axis=0)

    return sample


def in_order(ranks: Sequence[int]) -> Sampler:
    """Draws all weightings that agree with a ranking (1 weighs most) of the U weighted units.

    Uniform samples sorted onto the ranking, which is exact; units of equal rank may come in any
    order among themselves.
    """
    uniform = anywhere()
    order = np.argsort(ranks, kind="stable")
    level = np.asarray(ranks)[order]
    ties = [np.flatnonzero(level == rank) for rank in np.unique(level)]

    def sample(rng: np.random.Generator, out: Array) -> None:
        uniform(rng, out)
        drawn = -np.sort(-out, axis=0)
        for tie in ties:
            if len(tie) > 1:
                block = slice(tie[0], tie[-1] + 1)
                drawn[block] = rng.permuted(drawn[block], axis=0)
        out[order] = drawn

    return sample


def between(low: Sequence[float] | Array, high: Sequence[float] | Array) -> Sampler:
    """Draws swing points uniformly between low and high (U,), in any unit, and normalises them.

    DataError where an interval is reversed or below 0, or where every one ends at 0.
    """
    start = np.asarray(low, dtype=float)[:, None]
    width = np.asarray(high, dtype=float)[:, None] - start
    if (width < 0).any() or (start < 0).any():
        raise _refused("ett viktintervall går åt fel håll", "Ange det lägre talet först, minst 0")
    if not (start + width).any():
        raise _refused("alla vikter är 0", "Ge minst ett tema en vikt större än 0")

    def sample(rng: np.random.Generator, out: Array) -> None:
        rng.random(out=out)
        out *= width
        out += start
        out /= out.sum(axis=0)

    return sample


def shared_ranges(points: Array) -> tuple[Array, Array]:
    """The lowest and highest share (U,) that each of U weights can get, halved to doubled.

    The sampler divides by the sum, so a fourth of the weight can become from 7.7 to 57.1 per cent.

    >>> [each.round(3).tolist() for each in shared_ranges(np.full(4, 0.25))]
    [[0.077, 0.077, 0.077, 0.077], [0.571, 0.571, 0.571, 0.571]]
    """
    half, double, whole = points / 2, points * 2, points.sum()
    others = whole - points
    low = np.divide(half, half + others * 2, out=np.zeros_like(points), where=points > 0)
    high = np.divide(double, double + others / 2, out=np.zeros_like(points), where=points > 0)
    return low, high


def exactly(points: Sequence[float] | Array) -> Sampler:
    """The same weights (U,) in every draw."""
    return between(points, points)


def _refused(what: str, remedy: str) -> DataError:
    return DataError([Problem("vikterna", 0, what, remedy)])
