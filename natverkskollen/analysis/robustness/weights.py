"""Weights from points, or from a ranking."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

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
        raise refused("en vikt är mindre än 0", "Ange 0 eller mer för varje tema")
    whole = sum(exact.values(), Fraction(0))
    if not whole:
        raise refused("alla vikter är 0", "Ge minst ett tema en vikt större än 0")
    return {id_: value / whole for id_, value in exact.items()}


def rank_order_shares(ranks: Mapping[str, int]) -> dict[str, Fraction]:
    """Rank order centroid weights, from 1 for the most important; equal ranks share equally.

    The mean of all weightings that agree with the ranking (Barron & Barrett 1996): of n, the one
    in place i weighs (1/n) Σ_{k≥i} 1/k. DataError where there is nothing to rank.
    """
    if not ranks:
        raise refused("det finns inget att rangordna", "Rangordna minst ett tema")
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


def refused(what: str, remedy: str) -> DataError:
    """The error for weights that cannot be used: what is wrong with them, and what to do."""
    return DataError([Problem("vikterna", 0, what, remedy)])
