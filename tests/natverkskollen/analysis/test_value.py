"""What figures are worth: published and hand-counted values, and the laws of a value function."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.analysis.cost import MembershipCost
from natverkskollen.analysis.value import (
    anchors,
    bending,
    computed_figure,
    criterion_value,
    level_value,
    may_be_more,
    piecewise_value,
    weighted_mean,
)
from natverkskollen.model.criterion import ComputedCriterion, JudgedCriterion, NumberCriterion
from natverkskollen.model.rules import Scale

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


SCALE = Scale(min=1, max=5)
SAID = {"id": "k", "title": "K", "question": "Hur?"}
JUDGED = JudgedCriterion(**SAID, levels={step: f"nivå {step}" for step in range(1, 6)})
NUMBER = NumberCriterion(**SAID, unit="timmar", value=FEE)
WHOLE, EACH, OUTLAY = (
    ComputedCriterion(**SAID, computed=computed, value=FEE)
    for computed in ("annual_cost_sek", "cost_per_inhabitant", "outlay_per_inhabitant")
)


def cost(total, each, outlay, hours_counted=True):
    return MembershipCost(
        (), total, each, None, None, None, None, (), hours_counted, outlay_per_inhabitant=outlay
    )


def test_a_judged_criterion_is_worth_its_step_and_a_measured_one_its_line():
    assert criterion_value(JUDGED, Fraction(4), SCALE) == 75
    assert criterion_value(NUMBER, Fraction(80000), SCALE) == 25


def test_the_anchors_are_the_steps_or_the_break_points_lowest_first():
    steps = anchors(JUDGED, SCALE)
    assert [(each.figure, each.meaning, each.value) for each in steps] == [
        (1, "nivå 1", 0),
        (2, "nivå 2", 25),
        (3, "nivå 3", 50),
        (4, "nivå 4", 75),
        (5, "nivå 5", 100),
    ]
    points = anchors(
        NumberCriterion(**SAID, unit="timmar", value=dict(reversed(FEE.items()))), SCALE
    )
    assert [(each.figure, each.meaning, each.value) for each in points] == [
        (0, "", 100),
        (40000, "", 50),
        (120000, "", 0),
    ]


def test_only_a_computed_criterion_takes_its_figure_from_the_cost():
    """The sum in kronor, or the exact quotient: never one for the other."""
    known = cost(Decimal("38291.20"), Fraction(1, 3), Fraction(1, 4))
    unknown = cost(None, None, None)
    assert computed_figure(WHOLE, known) == Fraction(Decimal("38291.20"))
    assert computed_figure(EACH, known) == Fraction(1, 3)
    assert computed_figure(OUTLAY, known) == Fraction(1, 4)
    assert all(computed_figure(each, unknown) is None for each in (WHOLE, EACH, OUTLAY))
    assert computed_figure(JUDGED, known) is None


def test_a_cost_without_its_working_hours_may_be_more_and_what_is_paid_out_may_not():
    """Working hours are in the cost, and never in what is paid out: those are known as they are."""
    unheard = cost(Decimal(1), Fraction(1), Fraction(1), hours_counted=False)
    heard = cost(Decimal(1), Fraction(1), Fraction(1))
    judged = {"whole": WHOLE, "each": EACH, "outlay": OUTLAY, "number": NUMBER, "step": JUDGED}
    more = [name for name, each in judged.items() if may_be_more(each, unheard)]
    assert more == ["whole", "each"]
    assert not any(may_be_more(each, heard) for each in judged.values())


@pytest.mark.parametrize(
    ("points", "low", "high", "bends"),
    [
        (FEE, "20000", "80000", [("20000", "75"), ("40000", "50"), ("80000", "25")]),
        (FEE, "0", "120000", [("0", "100"), ("40000", "50"), ("120000", "0")]),
        # −0.125 lies a sixth of the way from −0.15 to 0, and 0.3 half the way from 0.25 to 0.35.
        (
            RISING,
            "-0.125",
            "0.3",
            [("-0.125", "5/3"), ("0", "10"), ("0.25", "90"), ("0.3", "95")],
        ),
        (FEE, "0", "40000", []),
        (FEE, "40000", "120000", []),
        (FEE, "50000", "60000", []),
    ],
)
def test_over_a_span_the_value_bends_at_the_break_points_within_it(points, low, high, bends):
    number = NumberCriterion(**SAID, unit="timmar", value=dict(reversed(points.items())))
    found = bending(number, Fraction(low), Fraction(high))
    assert found == tuple((Fraction(at), Fraction(worth)) for at, worth in bends)


def test_the_value_of_a_step_is_a_straight_line_over_any_span():
    assert bending(JUDGED, Fraction(1), Fraction(5)) == ()


def test_a_value_on_a_break_point_is_the_break_points_own():
    """Where two lines meet, and where a step is upright: the lower figure's line holds up to it."""
    assert [piecewise_value(RISING, Decimal(at)) for at in ("-0.15", "0", "0.25", "0.35")] == [
        0,
        10,
        90,
        100,
    ]


def test_a_mean_is_divided_by_the_weights_that_are_there():
    """(2 · 40 + 6 · 80) / 8 = 70."""
    assert weighted_mean([(Decimal(2), Fraction(40)), (Decimal(6), Fraction(80))]) == 70
