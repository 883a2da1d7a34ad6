"""Shares of the draws as whole numbers of a hundred, and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.analysis.robustness.natural_frequencies import (
    frequency,
    hundredths,
    whole_hundred,
)
from natverkskollen.swedish.signs import HARD


@pytest.mark.parametrize(
    ("share", "count", "words"),
    [
        (0.74, 74, "i 74 av 100 fall"),
        (1.0, 100, "i alla fall"),
        (0.998, 100, "i fler än 99 av 100 fall"),
        (0.002, 0, "i färre än 1 av 100 fall"),
        (0.0, 0, "inte i någon av 100 fall"),
    ],
)
def test_natural_frequencies(share, count, words):
    assert frequency(share, count, "fall").replace(HARD, " ") == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0"),
        (0.0049, "färre än 1"),
        (0.005, "1"),
        (0.725, "73"),
        (0.9949, "99"),
        (0.995, "fler än 99"),
        (0.99999, "fler än 99"),
        (1.0, "100"),
    ],
)
def test_so_many_of_a_hundred_is_never_all_or_none_where_it_is_not(share, words):
    assert hundredths(share) == words


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=5))
def test_whole_numbers_sum_to_a_hundred_and_are_near(parts):
    shares = [part / sum(parts) for part in parts]
    whole = whole_hundred(shares)
    assert sum(whole) == 100
    assert all(abs(count - share * 100) < 1 for count, share in zip(whole, shares, strict=True))
