"""The days to keep, worked out by hand."""

from datetime import date

import pytest

from natverkskollen.analysis.key_dates import key_dates
from natverkskollen.model.outcome import KINDS
from tests.building import dossiers as build

TERMS = {"notice": "E-post senast 30 november", "last_notice_day": "11-30", "fee_day": "02-28"}


def days(terms=TERMS, **more):
    criteria = build.criteria_set(build.theme("t", 1, build.judged("k")))
    networks = {"a": build.network("a", terms=terms)}
    made = build.dossier(criteria, {"a": {}}, networks=networks, **more)
    return key_dates(made.evaluation, made.networks)


def test_the_days_of_a_network_are_the_first_after_the_case():
    """The case is dated 2025-04-01: this year's 30 November and next year's 28 February."""
    assert [(each.day, each.title) for each in days()] == [
        (date(2025, 11, 30), "Sista dag att säga upp A"),
        (date(2026, 2, 28), "Avgiften ska betalas till A"),
    ]


def test_decisions_and_the_next_evaluation_have_days():
    decisions = (
        {"network": "a", "outcome": "come-back", "by": "2026-05-30", "body": "Kommunstyrelsen"},
    )
    found = days({"notice": "okänt"}, decisions=decisions, next_evaluation="2027-01-01")
    assert [(each.day.isoformat(), each.title, each.network) for each in found] == [
        ("2026-05-30", "Frågan om A ska vara avgjord", "a"),
        ("2027-01-01", "Nästa utvärdering av nätverken", None),
    ]


def test_every_day_is_an_event_of_its_own_in_a_calendar():
    """Two with the same id are one there, and a day that decides would be lost."""
    back = {"network": "a", "outcome": "come-back", "by": "2026-05-30", "body": "KS"}
    evaluate = {"outcome": "evaluate-by", "body": "KS"}
    decisions = (
        back,
        {**evaluate, "network": "a", "by": "2026-09-30"},
        {**evaluate, "by": "2026-10-31"},
        {**evaluate, "by": "2026-11-30"},
    )
    found = days(decisions=decisions)
    assert len({each.id for each in found}) == len(found) == 6
    (alone,) = (each.id for each in days({"notice": "okänt"}, decisions=(back,)))
    assert alone in {each.id for each in found}, "an event that is in a calendar already stays one"


@pytest.mark.parametrize("outcome", [o for o, kind in KINDS.items() if "by" in kind.fields])
def test_the_day_of_every_outcome_that_has_one_is_a_day_to_keep(outcome):
    about = {} if KINDS[outcome].concerns == "case" else {"network": "a"}
    decision = {"outcome": outcome, "by": "2026-12-31", "body": "KS", "condition": "att", **about}
    if outcome != "continue-with-condition":
        del decision["condition"]
    (only,) = days({"notice": "okänt"}, decisions=(decision,))
    assert only.day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("outcome", "field", "title"),
    [
        ("trial", "by", "Prövotiden slutar för A"),
        ("leave", "from_date", "Medlemskapet upphör i A"),
    ],
)
def test_trials_and_exits_are_days_too(outcome, field, title):
    decision = {"network": "a", "outcome": outcome, field: "2026-12-31", "body": "KS"}
    assert [each.title for each in days({"notice": "okänt"}, decisions=(decision,))] == [title]
