"""Flip points, dominance and drivers on a table small enough to solve by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
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
        min_applicable=0,
        missing_may_decide=True,
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


def totals(found: Table, theme: int, share: float) -> list[float]:
    """The totals for one theme's share, summed here and not by the code that is tested."""
    others = sum(p for at, p in enumerate(found.points) if at != theme)
    weights = [
        share if at == theme else (1 - share) * p / others for at, p in enumerate(found.points)
    ]
    sums = []
    for row, applies in zip(found.values, found.applies, strict=True):
        used = [(w, v) for w, v, a in zip(weights, row, applies, strict=True) if a and v == v]
        weight = sum(w for w, _ in used)
        sums.append(sum(w * v for w, v in used) / weight if weight else 0.0)
    return sums


def test_pairs_of_three_are_named_by_who_leads_today():
    # At s = ½: n0 50, n1 65, n2 50 (tied with n0). n1 meets n0 at s = 0.8 and n2 at s = 0.2.
    found = small([[90, 10], [75, 55], [10, 90]], [0.5, 0.5])
    told_ = {
        (p.ahead, p.behind, p.theme, p.more): (round(p.share, 6), p.today)
        for p in pair_switches(found)
    }
    assert told_ == {
        ("n1", "n0", "t0", True): (0.75, 0.5),
        ("n1", "n0", "t1", False): (0.25, 0.5),
        ("n1", "n2", "t0", False): (0.35, 0.5),
        ("n1", "n2", "t1", True): (0.65, 0.5),
    }


def test_two_totals_may_meet_twice_when_a_theme_applies_to_one_of_them():
    # n1 has t0 and t2 only. Checked by walking the share in small steps.
    found = small(
        [[50, 50, 50], [80, NOTHING, 40], [20, NOTHING, 90]],
        [0.3, 0.4, 0.3],
        applies=[[True] * 3, [True, False, True], [True, False, True]],
    )
    assert {(p.ahead, p.behind) for p in pair_switches(found)} == {
        ("n1", "n0"),
        ("n2", "n0"),
        ("n1", "n2"),
    }


def test_a_theme_with_all_the_weight_is_passed_over_and_the_next_is_not():
    found = small([[80, 20], [40, 90]], [1.0, 0.0])
    assert {(p.theme, p.more) for p in pair_switches(found)} == {("t1", True)}


def test_a_switching_value_says_where_the_weight_is_today():
    assert {flip.today for flip in switching_values(small([[100, 20]], [0.4, 0.6]), 0)} == {
        0.4,
        0.6,
    }


def test_a_step_stops_at_the_ends_of_the_scale_and_a_gap_stops_nothing():
    # t0 is unanswered; t1 at 95 can rise by 5 and not by 25: (100 + 24) / 2 = 62.
    high = small([[NOTHING, 95, 24]], [0.0, 0.5, 0.5])
    assert [
        (f.criterion, f.step, f.total) for f in step_changes(high, 0, {"t1": 25, "t2": 25})
    ] == [
        ("t1", 1, 62.0),
        ("t2", 1, 72.0),
    ]
    low = small([[5, 76]], [0.5, 0.5])
    assert [(f.step, f.total, f.verdict) for f in step_changes(low, 0, {"t0": 25})] == [
        (-1, 38.0, "leave")
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(values, min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(st.integers(1, 9), min_size=3, max_size=3),
)
@example(
    [[0.0, NOTHING, NOTHING], [NOTHING, NOTHING, 76.0], [76.0, NOTHING, 30.0]], [1, 1, 6]
)  # they meet at the end
def test_two_networks_change_places_at_each_switch_and_nowhere_nearer(rows, points):
    shares = [point / sum(points) for point in points]
    found = small(rows, shares)
    switches = {(p.theme, *sorted((p.ahead, p.behind)), p.more): p for p in pair_switches(found)}
    for theme, today in enumerate(shares):
        for i, j in ((0, 1), (0, 2), (1, 2)):
            now = totals(found, theme, today)
            if abs(now[i] - now[j]) < 1e-6:
                assert not any(key[:3] == (f"t{theme}", f"n{i}", f"n{j}") for key in switches)
                continue
            for more in (True, False):
                switch = switches.get((f"t{theme}", f"n{i}", f"n{j}", more))
                end = (1 - 1e-6 if more else 1e-6) if switch is None else switch.share
                for part in (0.25, 0.5, 0.75, 0.999):
                    there = totals(found, theme, today + (end - today) * part)
                    gap = (there[i] - there[j]) * (now[i] - now[j])
                    assert gap > -1e-6
                if switch and switch.share not in (0.0, 1.0):
                    # Never all of the weight: what has none of it then has no total at all.
                    past = min(max(end + (1e-4 if more else -1e-4), 1e-9), 1 - 1e-9)
                    beyond = totals(found, theme, past)
                    assert (beyond[i] - beyond[j]) * (now[i] - now[j]) < 1e-6
                    assert switch.ahead == (f"n{i}" if now[i] > now[j] else f"n{j}")
