"""Weights: points, rankings and draws against published and exact figures."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.analysis.robustness.weights import (
    anywhere,
    between,
    exactly,
    in_order,
    rank_order_shares,
    shares,
)
from natverkskollen.files.problem import DataError

DRAWS = 100_000


def drawn(sample, units: int, draws: int = DRAWS) -> np.ndarray:
    """Weights (units, draws) from a sampler with a fixed seed."""
    out = np.empty((units, draws))
    sample(np.random.default_rng(1), out)
    return out


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]),
    ],
)
def test_rank_order_centroids(count, expected):
    """METHOD.md, Oracles: the published ROC weights."""
    found = rank_order_shares({str(place): place for place in range(1, count + 1)})
    assert [round(float(share), 4) for share in found.values()] == expected
    assert sum(found.values()) == 1


def test_equal_ranks_share_equally():
    # Places 2 and 3 of three: (0.2778 + 0.1111) / 2.
    found = rank_order_shares({"b": 2, "a": 1, "c": 2})
    assert found == {"b": Fraction(7, 36), "a": Fraction(11, 18), "c": Fraction(7, 36)}


def test_roc_is_the_mean_of_sorted_uniform_samples():
    found = drawn(in_order([1, 2, 3, 4]), 4)
    assert (np.diff(found, axis=0) <= 0).all()
    roc = [float(share) for share in rank_order_shares({"1": 1, "2": 2, "3": 3, "4": 4}).values()]
    assert found.mean(axis=1) == pytest.approx(roc, abs=0.003)


def test_uniform_weights_have_the_moments_of_the_simplex():
    # Dirichlet(1, 1, 1): mean 1/3, variance (1/3)(2/3)/4 = 1/18.
    found = drawn(anywhere(), 3)
    assert found.sum(axis=0) == pytest.approx(1)
    assert found.mean(axis=1) == pytest.approx([1 / 3] * 3, abs=0.003)
    assert found.var(axis=1) == pytest.approx([1 / 18] * 3, abs=0.001)


def test_ranked_weights_follow_the_ranking_and_leave_ties_free():
    found = drawn(in_order([2, 1, 2]), 3)
    assert (found[1] >= found[0]).all() and (found[1] >= found[2]).all()
    assert (found[0] > found[2]).mean() == pytest.approx(0.5, abs=0.01)


def test_everything_tied_is_the_same_as_no_ranking():
    found = drawn(in_order([1, 1, 1]), 3)
    assert found.mean(axis=1) == pytest.approx([1 / 3] * 3, abs=0.003)


def test_interval_weights_stay_inside_their_intervals():
    found = drawn(between([10, 20], [20, 80]), 2)
    assert found.sum(axis=0) == pytest.approx(1)
    assert found[0].min() >= 10 / 90 and found[0].max() <= 20 / 40


def test_exact_weights_do_not_move():
    assert (drawn(exactly([1, 3]), 2, 5) == np.array([[0.25], [0.75]])).all()


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6).filter(any), st.integers(1, 50))
def test_scaling_all_points_changes_no_share(points, factor):
    plain = shares({str(at): point for at, point in enumerate(points)})
    scaled = shares({str(at): point * factor for at, point in enumerate(points)})
    assert plain == scaled and sum(plain.values()) == 1


def test_all_zero_is_refused_in_swedish():
    with pytest.raises(DataError, match="alla vikter är 0. Ge minst ett tema en vikt större än 0"):
        shares({"a": 0, "b": 0})
    with pytest.raises(DataError, match="alla vikter är 0"):
        between([0, 0], [0, 0])


@pytest.mark.parametrize(("low", "high"), [([2, 1], [1, 2]), ([-1, 1], [1, 2])])
def test_intervals_the_wrong_way_round_are_refused(low, high):
    with pytest.raises(DataError, match="viktintervall går åt fel håll"):
        between(low, high)


def test_negative_points_and_empty_rankings_are_refused():
    with pytest.raises(DataError, match="mindre än 0"):
        shares({"a": -1, "b": 2})
    with pytest.raises(DataError, match="rangordna"):
        rank_order_shares({})
