"""What figures are worth: published and hand-counted values, and the laws of a value function."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.analysis.value import level_value, piecewise_value, weighted_mean
from natverkskollen.model.criteria import Scale

FALLING = {Decimal(50): Decimal(100), Decimal(75): Decimal(80), Decimal(90): Decimal(50)}
FALLING[Decimal(100)] = Decimal(0)
RISING = {Decimal("-0.15"): Decimal(0), Decimal(0): Decimal(10), Decimal("0.25"): Decimal(90)}
RISING[Decimal("0.35")] = Decimal(100)
FEE = {Decimal(0): Decimal(100), Decimal(40000): Decimal(50), Decimal(120000): Decimal(0)}


def test_a_weighted_sum_is_the_published_one():
    """METHOD.md: V = [[.5, 1, 0], [1, 0, 1]], w = (.5, .3, .2) gives .55 and .70."""
    weights = [Fraction(5, 10), Fraction(3, 10), Fraction(2, 10)]
    rows = [[Fraction(1, 2), Fraction(1), Fraction(0)], [Fraction(1), Fraction(0), Fraction(1)]]
    means = [weighted_mean(zip(weights, row, strict=True)) for row in rows]
    assert means == [Fraction(55, 100), Fraction(70, 100)]


def test_a_mean_without_weight_is_no_number():
    assert weighted_mean([]) is None
    assert weighted_mean([(Fraction(0), Fraction(7))]) is None


@pytest.mark.parametrize(
    ("points", "at", "worth"),
    [
        (FALLING, "60", "92"),
        (FALLING, "75", "80"),
        (FALLING, "10", "100"),
        (FALLING, "101", "0"),
        (RISING, "0.1", "42"),
        (FEE, "38291.20", "52.136"),  # 100 − 50 · 38 291,20 / 40 000
        (FEE, "80000", "25"),
    ],
)
def test_a_figure_between_break_points_is_worth_what_the_line_says(points, at, worth):
    assert piecewise_value(points, Decimal(at)) == Fraction(Decimal(worth))


@pytest.mark.parametrize(("step", "worth"), [(1, 0), (2, 25), (3, 50), (4, 75), (5, 100), (7, 100)])
def test_the_steps_of_a_scale_are_evenly_apart_from_0_to_100(step, worth):
    assert level_value(step, Scale(min=1, max=5)) == worth


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=2, max_size=2))
def test_a_falling_function_never_rises(figures):
    low, high = sorted(figures)
    assert piecewise_value(FEE, low) >= piecewise_value(FEE, high)
