"""A case sent back or put off, and words that cannot be a decision."""

from datetime import date

import pytest

from natverkskollen.decisions.case_states import state_sentence
from natverkskollen.decisions.money import money_fault
from natverkskollen.decisions.naming import DateStyle
from natverkskollen.model.case import Case, CaseState


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {
                "state": "återremitterad",
                "paragraph": "60",
                "reason": "för att avgiften ska utredas.",
            },
            "återremitterade ärendet den 6 maj 2025, § 60, för att avgiften ska utredas.",
        ),
        (
            {"state": "återremitterad", "reason": "att avgiften ska utredas"},
            "återremitterade ärendet den 6 maj 2025 för att avgiften ska utredas.",
        ),
        ({"state": "bordlagd", "paragraph": "61"}, "bordlade ärendet den 6 maj 2025, § 61."),
        ({"state": "bordlagd"}, "bordlade ärendet den 6 maj 2025."),
    ],
)
def test_a_case_that_was_not_decided_says_what_was_done_with_it(more, said):
    case = Case(date=date(2025, 4, 1), body="Kommunstyrelsen")
    state = CaseState.model_construct(
        **{"body": None, "paragraph": None, "reason": None, "date": date(2025, 5, 6), **more}
    )
    days = DateStyle()
    wanted = said.replace("den 6 maj 2025", plain(days.document(date(2025, 5, 6))))
    assert plain(state_sentence(case, state)) == f"Kommunstyrelsen {wanted}"


@pytest.mark.parametrize(
    "words",
    [
        "avgiften går till energirådgivning",
        "Kommunstyrelsen beslutar att avgiften går till energirådgivning.",
        "avsätter avgiften till energirådgivning",
        "kommunstyrelsen avsätter avgiften till energirådgivning",
        "",
    ],
)
def test_words_that_can_be_a_decision_are_taken(words):
    assert money_fault(words, "Kommunstyrelsen") == ""


@pytest.mark.parametrize("words", ["fonderar avgiften", "energirådgivning", "sparas"])
def test_words_that_cannot_are_told_with_an_example(words):
    assert money_fault(words, "Kommunstyrelsen") == (
        "Skriv en hel sats om avgiften, så som den ska stå efter ”beslutar att”, till exempel: "
        "avgiften går till energirådgivning"
    )
