"""Flip points, dominance and drivers on a table small enough to solve by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natverkskollen.analysis.robustness.dominance import dominance
from natverkskollen.analysis.robustness.drivers import drivers
from natverkskollen.analysis.robustness.standing import network_standings, with_share
from natverkskollen.analysis.robustness.switching_values import (
    pair_switches,
    step_changes,
    switching_values,
)
from natverkskollen.analysis.robustness.table import Table

NOTHING = np.nan


def small(
    values: list[list[float]],
    points: list[float],
    low: list[list[float]] | None = None,
    high: list[list[float]] | None = None,
    applies: list[list[bool]] | None = None,
    least: list[float] | None = None,
    min_coverage: float = 50,
) -> Table:
    """One criterion per theme; keep from 60, leave below 40."""
    numbers = np.array(values, dtype=float)
    networks, themes = numbers.shape
    names = tuple(f"t{at}" for at in range(themes))
    return Table(
        networks=tuple(f"n{at}" for at in range(networks)),
        criteria=names,
        themes=names,
        points=np.array(points),
        weights=np.ones(themes),
        belongs=np.eye(themes),
        values=numbers,
        applies=np.ones(numbers.shape, dtype=bool) if applies is None else np.array(applies),
        low=(numbers if low is None else np.array(low, dtype=float))[None],
        high=(numbers if high is None else np.array(high, dtype=float))[None],
        least=np.full(themes, -np.inf) if least is None else np.array(least),
        keep_from=60,
        leave_below=40,
        min_coverage=min_coverage,
    )


def told(flips) -> list[tuple[str, float, bool, str | None]]:
    return [(flip.theme, round(flip.share, 6), flip.more, flip.verdict) for flip in flips]


def test_flip_points_by_hand():
    # 100·s + 20·(1 − s): 60 at s = ½, 40 at s = ¼. Today s = 0.4: 52, come back.
    found = small([[100, 20]], [0.4, 0.6])
    assert told(switching_values(found, 0)) == [
        ("t0", 0.5, True, "keep"),
        ("t0", 0.25, False, "leave"),
        ("t1", 0.75, True, "leave"),
        ("t1", 0.5, False, "keep"),
    ]


def test_a_minimum_level_that_is_missed_leaves_no_way_to_keep():
    found = small([[100, 20]], [0.4, 0.6], least=[-np.inf, 25])
    assert told(switching_values(found, 0)) == [
        ("t0", 0.25, False, "leave"),
        ("t1", 0.75, True, "leave"),
    ]


def test_too_little_assessed_is_a_flip_too():
    # Only t0 is assessed: at less than half the weight there is nothing to go by.
    found = small([[70, NOTHING]], [0.8, 0.2], min_coverage=50)
    assert told(switching_values(found, 0)) == [("t0", 0.5, False, None), ("t1", 0.5, True, None)]


def test_a_total_on_the_limit_flips_as_soon_as_anything_moves():
    found = small([[80, 40]], [0.5, 0.5])
    assert told(switching_values(found, 0)) == [
        ("t0", 0.5, False, "come-back"),
        ("t1", 0.5, True, "come-back"),
    ]


def test_one_theme_with_all_the_weight_has_no_flip_point():
    assert switching_values(small([[70, 20]], [1.0, 0.0]), 0) != ()
    assert {flip.theme for flip in switching_values(small([[70, 20]], [1.0, 0.0]), 0)} == {"t1"}


def test_pair_flips_by_hand():
    # n0 − n1 = 40·s − 20·(1 − s) = 0 at s = ⅓; today s = ½ and n0 leads.
    (less, more) = pair_switches(small([[80, 30], [40, 50]], [0.5, 0.5]))
    assert (less.ahead, less.behind, less.theme, less.more) == ("n0", "n1", "t0", False)
    assert less.share == pytest.approx(1 / 3)
    assert (more.theme, more.more) == ("t1", True) and more.share == pytest.approx(2 / 3)


def test_pair_flips_where_a_theme_applies_to_one_only():
    # n0: 90·s + 30·(1 − s); n1 has t1 only: 60 whatever the weights. They meet at s = ½.
    found = small([[90, 30], [NOTHING, 60]], [0.8, 0.2], applies=[[True, True], [False, True]])
    assert pair_switches(found)[0].share == pytest.approx(0.5)


def test_step_flips_by_hand():
    # 55 today; a step of 25 on t0 moves 12.5: 67.5 is keep, 42.5 is still come back.
    found = small([[60, 50]], [0.5, 0.5])
    assert [
        (f.criterion, f.step, f.total, f.verdict) for f in step_changes(found, 0, {"t0": 25})
    ] == [("t0", 1, 67.5, "keep")]


def test_dominance_by_value_and_for_certain():
    found = small([[80, 70], [60, 70], [75, 90]], [0.5, 0.5])
    assert [(p.better, p.worse, p.certain) for p in dominance(found)] == [
        ("n0", "n1", True),
        ("n2", "n1", True),
    ]
    wide = small(
        [[80, 70], [60, 70]], [0.5, 0.5], low=[[70, 60], [50, 60]], high=[[90, 80], [75, 80]]
    )
    assert [(p.better, p.worse, p.certain) for p in dominance(wide)] == [("n0", "n1", False)]


def test_what_is_not_assessed_dominates_nothing_and_is_dominated_by_nothing():
    found = small([[80, NOTHING], [60, 70]], [0.5, 0.5], low=[[80, 0], [60, 70]])
    assert dominance(found) == ()


def test_networks_that_different_criteria_apply_to_do_not_compare():
    applies = [[True, True], [True, False]]
    assert dominance(small([[60, 70], [80, NOTHING]], [0.5, 0.5], applies=applies)) == ()


def test_drivers_by_hand():
    # t0 can be 20–100: total 35–75. t1 halved weighs ⅓: 56.67; doubled ⅔: 53.33.
    found = small([[60, 50]], [0.5, 0.5], low=[[20, 50]], high=[[100, 50]])
    rows = drivers(found, 0)
    assert [(row.kind, row.id) for row in rows][0] == ("criterion", "t0")
    assert (rows[0].low, rows[0].high) == (35, 75)
    assert (rows[0].verdict_low, rows[0].verdict_high) == ("leave", "keep")
    theme = next(row for row in rows if row.id == "t1")
    assert (theme.low, theme.high) == pytest.approx((170 / 3, 160 / 3))


values = st.one_of(st.integers(0, 100).map(float), st.just(NOTHING))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(values, min_size=3, max_size=3), st.lists(st.integers(1, 9), min_size=3, max_size=3)
)
def test_the_verdict_changes_at_each_flip_point_and_nowhere_nearer(row, points):
    shares = [point / sum(points) for point in points]
    found = small([row], shares, min_coverage=30)
    now = network_standings(found, 0).verdict()
    flips = {(flip.theme, flip.more): flip for flip in switching_values(found, 0)}
    for theme, today in enumerate(shares):
        for more in (True, False):
            flip = flips.get((f"t{theme}", more))
            end = (1 - 1e-6 if more else 1e-6) if flip is None else flip.share
            inside = today + (end - today) * np.array([0.25, 0.5, 0.75, 0.999])
            there = network_standings(found, 0, with_share(found.points, theme, inside))
            if abs(end - today) > 1e-6:
                assert all(there.verdict(at) == now for at in range(4))
            if flip:
                beyond = end + (1e-7 if more else -1e-7)
                after = network_standings(found, 0, with_share(found.points, theme, beyond))
                assert after.verdict() == flip.verdict
