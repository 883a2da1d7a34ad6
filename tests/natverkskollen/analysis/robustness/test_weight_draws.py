"""Weights drawn at random: their moments, their order and their ranges."""

from __future__ import annotations

import numpy as np
import pytest

from natverkskollen.analysis.robustness.weight_draws import anywhere, between, exactly, in_order
from natverkskollen.analysis.robustness.weights import rank_order_shares
from natverkskollen.files.problem import DataError

DRAWS = 100_000


def drawn(sample, units: int, draws: int = DRAWS) -> np.ndarray:
    """Weights (units, draws) from a sampler with a fixed seed."""
    out = np.empty((units, draws))
    sample(np.random.default_rng(1), out)
    return out


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


@pytest.mark.parametrize(("low", "high"), [([2, 1], [1, 2]), ([-1, 1], [1, 2])])
def test_intervals_the_wrong_way_round_are_refused(low, high):
    with pytest.raises(DataError, match="viktintervall går åt fel håll"):
        between(low, high)
