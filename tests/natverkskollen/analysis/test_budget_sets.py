"""Sets under a budget: the same as trying every set one by one, and a million within a second."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from natverkskollen.analysis.budget_sets import best_sets, budget_curve
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.drawings.budget_steps import budget_finding, budget_steps
from natverkskollen.store import read_library
from natverkskollen.swedish.money import kronor
from tests.building.dossiers import shipped
from tests.building.folders import ID, small_folder
from tests.thorough import FULL


def one_by_one(costs: list[int], values: list[int], met: list[int], budget: int) -> tuple[int, int]:
    """The most needs, and then the most value, that a sum can buy; every set tried in turn."""
    best = (0, 0)
    for size in range(len(costs) + 1):
        for chosen in combinations(range(len(costs)), size):
            if sum(costs[at] for at in chosen) <= budget:
                needs = {bit for at in chosen for bit in range(64) if met[at] >> bit & 1}
                best = max(best, (len(needs), sum(values[at] for at in chosen)))
    return best


def drawn(rng: random.Random, count: int) -> tuple[list[int], list[int], list[int]]:
    costs = [rng.choice((0, 100, 250_000, rng.randint(0, 10_000_000))) for _ in range(count)]
    values = [rng.choice((0, 10**8, rng.randint(0, 10**8))) for _ in range(count)]
    met = [rng.getrandbits(rng.choice((1, 3, 8, 64))) for _ in range(count)]
    return costs, values, met


@pytest.mark.parametrize("seed", range(200 if FULL else 30))
def test_for_every_sum_the_best_set_is_the_one_that_trying_them_all_gives(seed: int) -> None:
    rng = random.Random(seed)
    costs, values, met = drawn(rng, rng.randint(0, 7))
    steps = []
    for chosen in best_sets(costs, values, met):
        bits = [at for at in range(len(costs)) if chosen >> at & 1]
        needs = 0
        for at in bits:
            needs |= met[at]
        steps.append((sum(costs[a] for a in bits), needs.bit_count(), sum(values[a] for a in bits)))
    assert steps[0][0] == 0 and steps == sorted(steps)
    assert [step[1:] for step in steps] == sorted(step[1:] for step in steps)
    assert len({step[0] for step in steps}) == len(steps)
    for budget in {0, 1, *(step[0] for step in steps), sum(costs), rng.randint(0, sum(costs) + 1)}:
        *_, (_, *best) = [step for step in steps if step[0] <= budget]
        assert tuple(best) == one_by_one(costs, values, met, budget)


def test_a_million_sets_are_weighed_within_a_second() -> None:
    costs, values, met = drawn(random.Random(20), 20)
    spent = []
    for _ in range(3):
        started = time.process_time()
        best_sets(costs, values, met)
        spent.append(time.process_time() - started)
    assert min(spent) <= 1, spent


def test_the_example_has_its_own_set_and_the_best_for_each_sum() -> None:
    result = evaluate(shipped("exempel-vastra-gotaland"))
    curve = budget_curve(result)
    assert curve is not None and curve.left_out == ()
    assert len(curve.own.networks) == 3
    assert curve.steps[0].networks == () and curve.steps[-1].cost <= curve.own.cost
    assert curve.steps[-1].needs == curve.own.needs, "no set meets more than all of them"
    costs = [step.cost for step in curve.steps]
    assert costs == sorted(costs)
    assert curve.within(Decimal(0)).networks == ()
    assert curve.within(Decimal(10**9)) == curve.steps[-1]


def test_a_network_whose_cost_is_not_known_is_left_out_and_named(tmp_path: Path) -> None:
    result = evaluate(read_library(small_folder(tmp_path / "data")).dossier(ID))
    curve = budget_curve(result)
    assert curve is not None and curve.left_out == ("norr", "soder")
    assert [step.networks for step in curve.steps] == [()] and curve.own.networks == ()


def test_the_finding_says_as_many_needs_and_not_that_they_are_the_same_ones() -> None:
    curve = budget_curve(evaluate(shipped("exempel-vastra-gotaland")))
    assert curve is not None

    def found(count: int, cost: int) -> str:
        needs = curve.steps[-1].needs[:count]
        own = replace(curve.own, needs=needs, cost=Decimal(cost))
        return budget_finding(replace(curve, own=own)).replace("\u00a0", " ")

    names = "Kommunnätverket och SEKOM för 62 080 kronor om året"
    assert found(7, 88_700) == f"Lika många behov som i dag (sju) tillgodoses av {names}"
    assert found(7, 62_080) == (
        "Ingen billigare uppsättning tillgodoser lika många behov som i dag (sju)"
    )
    assert found(0, 100) == "Inget behov är tillgodosett i dag"
    assert found(
        0, 20_000
    ) == "Det ni betalar i dag räcker till fyra behov, och ni tillgodoser " + ("inget behov")


def test_steps_that_only_add_benefit_are_not_drawn_or_read_aloud() -> None:
    result = evaluate(shipped("exempel-vastra-gotaland"))
    curve = budget_curve(result)
    assert curve is not None
    last = curve.steps[-1]
    more = tuple(replace(last, cost=last.cost + at, value=last.value + at) for at in range(1, 200))
    long = replace(curve, steps=(*curve.steps, *more))
    assert long.rises == curve.rises and long.within(last.cost + 500) == more[-1]
    assert len(budget_steps(long).alt) == len(budget_steps(curve).alt)


def test_the_drawing_says_in_its_alternative_text_what_it_draws() -> None:
    result = evaluate(shipped("exempel-vastra-gotaland"))
    curve = budget_curve(result)
    assert curve is not None
    drawing = budget_steps(curve)
    assert len(curve.rises) > 3
    for step in curve.rises:
        assert f"för {kronor(step.cost)} {len(step.needs)} behov" in drawing.alt
    assert f"kostar {kronor(curve.own.cost)} och tillgodoser {len(curve.own.needs)}" in drawing.alt
    assert drawing.finding and "Som i dag" in drawing.strokes
