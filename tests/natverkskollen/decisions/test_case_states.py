"""A case that was sent back or put off, and days of which only the year is known."""

from __future__ import annotations

from natverkskollen.decisions.case_states import state_sentences
from natverkskollen.decisions.naming import DateStyle
from natverkskollen.model.case import Case
from tests.building.papers import build_memo, result

STATES = (
    {"state": "bordlagd", "date": "2025-05-20", "paragraph": 71, "body": "KF"},
    {
        "state": "återremitterad",
        "date": "2025-05-06",
        "paragraph": "§ 60",
        "reason": "för att få mer underlag.",
    },
    {"state": "bordlagd", "date": "2025-06-03"},
)


def plain(texts):
    return [text.replace("\u00a0", " ") for text in texts]


def test_each_time_is_told_in_order_with_body_day_and_paragraph():
    case = Case.model_validate({"date": "2025-04-01", "body": "Kommunstyrelsen", "states": STATES})
    assert plain(state_sentences(case)) == [
        "Kommunstyrelsen återremitterade ärendet den 6 maj 2025, § 60, för att få mer underlag.",
        "KF bordlade ärendet den 20 maj 2025, § 71.",
        "Kommunstyrelsen bordlade ärendet den 3 juni 2025.",
    ]
    assert state_sentences(case, DateStyle(document_iso=True))[1] == (
        "KF bordlade ärendet 2025-05-20, §\u00a071."
    )


def section(memo, name):
    blocks = memo.section(name).blocks
    return " ".join(getattr(block, "text", "") for block in blocks).replace("\u00a0", " ")


def test_the_memo_tells_it_and_a_year_alone_is_no_day():
    given = {"body": "Miljönämnden", "date": 2022, "paragraph": 14, "text": "att se över"}
    evaluated = result(
        case={"states": list(STATES), "assignment": given},
        memberships=[{"network": "ett", "since": 1996}, {"network": "tva", "member": False}],
        decisions=[{"network": "ett", "outcome": "leave", "from_date": 2027, "body": "KS"}],
    )
    memo = build_memo(evaluated)
    said = section(memo, "beskrivning")
    assert "Miljönämnden gav 2022, § 14, förvaltningen i uppdrag att se över." in said
    assert "Kommunstyrelsen återremitterade ärendet den 6 maj 2025, § 60, för att få" in said
    assert "Kommunen är medlem sedan 1996." in said
    assert "Kommunen har i dag inget medlemskap i nätverket." in said
    assert "Medlemskapet upphör under 2027." in str(memo.section("forslag-till-beslut").blocks)
