"""What no membership is worth, counted by hand, and what the limits mean beside it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.zero_alternative import zero_alternative, zero_sentence
from natverkskollen.output.result_json import result_json
from tests.building import dossiers as build

COST = build.cost({0: 100, 1000: 0}, weight=2)
TRAVEL = build.figure("resor", {0: 0, 10: 100})


def found(*themes, **more):
    return evaluate(build.dossier(build.criteria_set(*themes), {"a": {}}, **more))


def test_what_is_not_had_costs_nothing_and_gives_nothing() -> None:
    """Cost: kronor 100; foreseeable has no meaning. Use: 0, trips 0 of 10: 0. 100 · 1/4 = 25."""
    result = found(
        build.theme("kostnad", 25, COST, build.judged("forutsagbar"), cost=True),
        build.theme("nytta", 75, build.judged("bruk"), TRAVEL),
    )
    nothing = zero_alternative(result)
    assert (nothing.themes, nothing.total) == ({"kostnad": 100, "nytta": 0}, 25)
    assert nothing.contributions == {"kostnad": 25, "nytta": 0}
    assert result_json(result)["no_membership"] == {
        "total": 25.0,
        "themes": {"kostnad": 100.0, "nytta": 0.0},
    }
    assert zero_sentence(result) == (
        "Inget medlemskap får 25 av 100, allt från ”kostnad”. Gränserna säger hur mycket mer ett "
        "nätverk ska tillföra: under 40 blir det ”begär utträde” och från 60 ”fortsätt”."
    )


@pytest.mark.parametrize(
    ("said", "whole"),
    [("lowest", 0), ("highest", 50), ("not-applicable", 0)],
)
def test_a_criterion_may_say_what_it_is_without_a_membership(said: str, whole: int) -> None:
    free = {**build.judged("frihet"), "without_membership": said}
    result = found(build.theme("nytta", 1, build.judged("bruk"), free))
    assert zero_alternative(result).total == whole


def test_a_theme_without_meaning_gives_its_weight_to_the_others() -> None:
    """Use 0 of 100 and the cost theme has no question that is left: 0, by weight 1 alone."""
    result = found(
        build.theme("kostnad", 3, build.judged("forutsagbar"), cost=True),
        build.theme("nytta", 1, build.judged("bruk"), TRAVEL | {"value": {0: 100, 10: 0}}),
    )
    nothing = zero_alternative(result)
    assert nothing.themes == {"kostnad": None, "nytta": 50}
    assert nothing.contributions == {"kostnad": None, "nytta": 50}
    assert nothing.total == 50
    assert "Redan det når gränsen 40" in zero_sentence(result)


def test_nothing_is_said_where_no_question_has_a_meaning() -> None:
    result = found(build.theme("kostnad", 1, build.judged("forutsagbar"), cost=True))
    assert zero_alternative(result).total is None
    assert zero_sentence(result) == ""


def test_a_total_near_a_limit_is_told_apart_from_it() -> None:
    """0,3996 of the weight on a cost of nought: 39.96, under 40 and not on it."""
    result = found(
        build.theme("kostnad", 999, COST, cost=True),
        build.theme("nytta", 1501, build.judged("bruk")),
        memberships=({"network": "a", "member": False},),
    )
    assert zero_alternative(result).total == Fraction(Decimal("39.96"))
    said = zero_sentence(result)
    assert said.startswith("Inget medlemskap får 39,96 av 100")
    assert "under 40 blir det ”ansök inte” och från 60 ”ansök”" in said
