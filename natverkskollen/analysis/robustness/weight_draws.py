"""Weights drawn at random among those that are reasonable."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.smaa import Sampler
from natverkskollen.analysis.robustness.weights import refused


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
        raise refused("ett viktintervall går åt fel håll", "Ange det lägre talet först, minst 0")
    if not (start + width).any():
        raise refused("alla vikter är 0", "Ge minst ett tema en vikt större än 0")

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
