"""How well a figure or a cost is known widens it, where the criteria say by how many per cent."""

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.answer import Answer
from tests.building import dossiers as build

HOURS = build.figure("timmar", {0: 100, 100: 0}, min=0, max=90)
COST = build.cost({0: 100, 1000: 0})
GRADES = {"A": 0, "B": 10, "C": 50}


def cell(criterion, answer=None, **more):
    graded = {"number_grades": GRADES} if more.pop("graded", True) else {}
    criteria = build.criteria_set(build.theme("t", 1, criterion), **graded)
    networks = {
        "a": build.network("a", fees=({"year": 2025, "fixed": 400, "source": build.SOURCE},))
    }
    given = {"a": {criterion["id"]: answer} if answer else {}}
    result = evaluate(build.dossier(criteria, given, networks=networks, **more))
    return result.networks[0].criteria[0]


@pytest.mark.parametrize(
    ("grade", "low", "high"),
    [("A", 40, 40), ("B", 36, 44), ("C", 20, 60), (None, 20, 60)],
)
def test_a_figure_may_be_wrong_by_its_grade(grade: str | None, low: int, high: int) -> None:
    """40 hours ±10 % is 36–44; value is 100 less the hours."""
    found = cell(HOURS, build.score(40, grade))
    assert (found.assessment.low, found.assessment.high) == (low, high)
    assert (found.value, found.low, found.high) == (60, 100 - high, 100 - low)


def test_it_never_leaves_what_is_reasonable_and_an_interval_is_widened_at_both_ends() -> None:
    """80 ± 50 % is 40–120, but no more than 90 hours are possible; 20–40 ± 10 % is 18–44."""
    assert cell(HOURS, build.score(80, "C")).assessment.high == 90
    span = Answer.model_validate(
        {"score": {"low": 20, "high": 40}, "rationale": "Därför.", "grade": "B"}
    )
    said = cell(HOURS, span).assessment
    assert (said.low, said.figure, said.high) == (18, 30, 44)


def test_grades_say_nothing_of_figures_where_the_criteria_do_not() -> None:
    assert cell(HOURS, build.score(40, "C"), graded=False).low == 60


@pytest.mark.parametrize(("grade", "low", "high"), [(None, 60, 60), ("B", 56, 64), ("C", 40, 80)])
def test_a_cost_may_be_wrong_by_its_grade(grade: str | None, low: int, high: int) -> None:
    """400 kronor is worth 60; ±10 % is 360–440 kronor, worth 64–56. Counted by rules: certain."""
    found = cell(COST, memberships=({"network": "a", "cost_grade": grade},))
    assert (found.value, found.low, found.high) == (60, low, high)
