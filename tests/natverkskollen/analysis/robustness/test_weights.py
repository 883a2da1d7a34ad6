"""Weights from points and from rankings, against published and exact figures."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.analysis.robustness.weight_draws import between
from natverkskollen.analysis.robustness.weights import rank_order_shares, shares
from natverkskollen.files.problem import DataError


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


def test_negative_points_and_empty_rankings_are_refused():
    with pytest.raises(DataError, match="mindre än 0"):
        shares({"a": -1, "b": 2})
    with pytest.raises(DataError, match="rangordna"):
        rank_order_shares({})
