"""What the decisions should say and do not, as things to do."""

from natverkskollen.decisions.gaps import assignment_gaps, decision_gaps
from tests.building.papers import huddinge, result

GIVEN = {"body": "Miljönämnden", "date": "2022-04-21", "paragraph": 14, "text": "att se över"}


def gaps(*decisions, **assignment):
    case = {"assignment": {**GIVEN, **assignment}}
    body = {"body": "Kommunstyrelsen"}
    told = result(case=case, decisions=[{**body, **d} for d in decisions]).evaluation
    return [*decision_gaps(told), *assignment_gaps(told)]


def test_the_assignment_of_huddinge_lacks_its_paragraph():
    assert list(assignment_gaps(huddinge().evaluation)) == [
        "Uppdraget: paragrafen i beslutet saknas."
    ]


def test_a_condition_a_withdrawal_and_an_answer_are_asked_for_what_they_should_say():
    assert gaps(
        {"network": "ett", "outcome": "continue-with-condition", "condition": "att de svarar"},
        {"network": "tva", "outcome": "withdraw-leave", "decided": "2024-05-06"},
        {"outcome": "motion", "title": "M", "number": "1", "answer": "avslås"},
        {"outcome": "note"},
    ) == [
        "Fortsätt med villkor: dagen då villkoret ska vara uppfyllt saknas.",
        "Fortsätt med villkor: det står inte för vem villkoret ska redovisas.",
        "Återta begäran om utträde: paragrafen i beslutet om utträde saknas.",
        "Besvara en motion: skälet till svaret saknas (med hänvisning till att …).",
        "Notera information: det står inte vad informationen handlar om.",
    ]


def test_what_is_whole_has_no_gap():
    assert gaps({"outcome": "close-assignment"}, {"network": "ett", "outcome": "continue"}) == []
    assert gaps({"outcome": "continue", "network": "ett"}, paragraph=None) == []
    task = {"outcome": "continue-with-condition", "condition": "att förvaltningen använder det"}
    assert gaps({"network": "ett", **task}) == []
