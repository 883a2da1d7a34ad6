"""What is proposed about a membership: the clause on `föreslår att`, and the answer to whether."""

from __future__ import annotations

import pytest

from natverkskollen.decisions.naming import Naming
from natverkskollen.decisions.settling import SETTLED, answer, recommendation
from natverkskollen.model.outcome import KINDS
from tests.building.papers import result

SAID = [
    ({"outcome": "continue"}, "kommunen fortsätter att vara medlem i Ett"),
    (
        {"outcome": "continue-with-condition", "condition": "föreningen redovisar sin plan"},
        "kommunen fortsätter att vara medlem i Ett under förutsättning att föreningen redovisar "
        "sin plan",
    ),
    (
        {"outcome": "continue-with-condition", "condition": "förvaltningen redovisar nyttan"},
        "kommunen fortsätter att vara medlem i Ett och att förvaltningen får i uppdrag att "
        "redovisa nyttan",
    ),
    (
        {"outcome": "trial", "by": "2026-12-31"},
        "kommunen fortsätter att vara medlem i Ett under en prövotid till och med den "
        "31 december 2026",
    ),
    (
        {"outcome": "come-back", "by": "2026-05-30"},
        "kommunen avvaktar och tar ställning till medlemskapet i Ett senast den 30 maj 2026",
    ),
    ({"outcome": "leave", "from_date": 2026}, "kommunen begär utträde ur Ett"),
    ({"outcome": "withdraw-leave"}, "kommunen återtar begäran om utträde ur Ett"),
    (
        {"outcome": "renegotiate", "by": "2026-05-30"},
        "villkoren för medlemskapet i Ett förhandlas om före den 30 maj 2026",
    ),
]
OTHERS = [
    (
        {"outcome": "come-back", "by": "2026-05-30"},
        "kommunen avvaktar och tar ställning till frågan om medlemskap i Ett senast den "
        "30 maj 2026",
    ),
    ({"outcome": "apply"}, "kommunen ansöker om medlemskap i Ett"),
    ({"outcome": "do-not-apply"}, "kommunen inte ansöker om medlemskap i Ett"),
    ({"outcome": "stop"}, "kommunen avbryter arbetet med att ansöka om medlemskap i Ett"),
    (
        {"outcome": "stop", "decided": "2024-05-06"},
        "beslutet att ansöka om medlemskap i Ett upphävs",
    ),
]


def proposed(decision: dict, member: bool = True, **more) -> Naming:
    found = result(
        decisions=[{"network": "ett", "body": "Kommunstyrelsen", **decision}],
        memberships=[{"network": "ett", "member": member}, {"network": "tva"}],
        **more,
    )
    return Naming(
        found.evaluation, found.evaluation.decisions[0], lambda i: found.network(i).network
    )


def clause(decision: dict, member: bool = True, **more) -> str:
    return recommendation(proposed(decision, member, **more)).replace("\u00a0", " ")


@pytest.mark.parametrize(("decision", "said"), SAID)
def test_what_is_proposed_about_a_member(decision, said):
    assert clause(decision) == said


@pytest.mark.parametrize(("decision", "said"), OTHERS)
def test_what_is_proposed_about_another(decision, said):
    assert clause(decision, member=False) == said


def test_a_region_is_called_so():
    region = {"name": "Region Prov", "kind": "region", "inhabitants": 1, "as_of": "2024-12-31"}
    assert clause({"outcome": "continue"}, municipality=region).startswith("regionen fortsätter")


def test_every_outcome_that_settles_a_membership_has_a_clause_that_is_tested():
    settling = {outcome for outcome, kind in KINDS.items() if kind.follows}
    assert settling == set(SETTLED) == {each["outcome"] for each, _ in (*SAID, *OTHERS)}


DAY = "2026-05-30"
ANSWERS = [
    ({"outcome": "continue"}, "ja, fortsätt"),
    (
        {"outcome": "continue-with-condition", "condition": "att föreningen växer"},
        "ja, men med villkor",
    ),
    ({"outcome": "trial", "by": DAY}, "ja, på prov till och med den 30 maj 2026"),
    ({"outcome": "come-back", "by": DAY}, "vänta, avgör senast den 30 maj 2026"),
    ({"outcome": "leave", "from_date": "2026-12-31"}, "nej, begär utträde"),
    ({"outcome": "withdraw-leave"}, "ja, återta begäran om utträde"),
    ({"outcome": "renegotiate", "by": DAY}, "förhandla om villkoren före den 30 maj 2026"),
]
OTHER_ANSWERS = [
    ({"outcome": "come-back", "by": DAY}, "vänta, avgör senast den 30 maj 2026"),
    ({"outcome": "apply"}, "ja, ansök"),
    ({"outcome": "do-not-apply"}, "nej, ansök inte"),
    ({"outcome": "stop"}, "nej, avbryt arbetet med att ansöka"),
]


@pytest.mark.parametrize(("decision", "said"), ANSWERS)
def test_the_proposal_about_a_member_is_an_answer(decision, said):
    assert answer(proposed(decision)).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("decision", "said"), OTHER_ANSWERS)
def test_the_proposal_about_another_is_an_answer(decision, said):
    assert answer(proposed(decision, member=False)).replace("\u00a0", " ") == said


def test_every_outcome_that_settles_a_membership_has_an_answer_that_is_tested():
    assert set(SETTLED) == {each["outcome"] for each, _ in (*ANSWERS, *OTHER_ANSWERS)}
