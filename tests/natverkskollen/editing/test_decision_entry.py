"""From the form to a decision: what is missing is said, what is not needed is left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from natverkskollen.editing.decision_entry import decision_from
from natverkskollen.editing.decision_fields import asked_fields
from natverkskollen.editing.decision_on_file import typed_fields
from natverkskollen.model.decision import Decision, Money
from natverkskollen.model.outcome import ANSWERS, KINDS, Outcome
from tests.building.papers import result

OUTCOMES = get_args(Outcome)
ASSIGNMENT = {"body": "Miljönämnden", "date": "2024-01-01", "text": "att se över"}
# A value for every field that any outcome asks for, as a person types it.
ALL = {
    "body": "Kommunstyrelsen",
    "network": "ett",
    "by": "2026-05-30",
    "from_date": "2026-12-31",
    "condition": "att en plan redovisas",
    "receiver": "Kommunstyrelsen",
    "assigned_to": "kommundirektören",
    "decided": "2024-05-06",
    "paragraph": "60",
    "decided_by": "Kommunfullmäktige",
    "title": "Gå med",
    "number": "KS-2025/1",
    "about": "att se över",
    "dated": "2025-03-28",
    "reason": "nätverket används lite",
    "motive": "Det behövs.",
    "money_amount": "38 291,20",
    "money_year": "2027",
    "money_from": "medlemsavgiften",
    "money_to": "energirådgivningen",
    "money_yearly": True,
    "proposed_by": "Arbetsutskottet, Kommunstyrelsen",
}
WHOLE = result(case={"assignment": ASSIGNMENT}).evaluation


def typed(outcome: Outcome, **more):
    return {**ALL, "answer": ANSWERS.get(outcome, ("",))[0], **more}


def network_of(outcome: Outcome) -> str | None:
    return "ett" if KINDS[outcome].follows else None


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_can_be_entered_and_keeps_only_what_it_uses(outcome):
    decision = decision_from(outcome, typed(outcome), WHOLE, network_of(outcome))
    assert isinstance(decision, Decision), decision
    assert list(decision.mistakes()) == []
    given = {key for key, value in dict(decision).items() if value not in (None, (), False)}
    assert given <= set(KINDS[outcome].fields)
    assert set(KINDS[outcome].needs) <= given
    evaluated = result(
        case={"assignment": ASSIGNMENT},
        decisions=[decision.model_dump(exclude_defaults=True, by_alias=True)],
    ).evaluation
    assert list(evaluated.mistakes()) == []
    again = decision_from(outcome, typed_fields(evaluated, 0), evaluated, decision.network)
    assert again == decision


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_form_asks_for_every_field_that_an_outcome_needs(outcome):
    empty = typed_fields(WHOLE, None)
    shown = {field.name for field in asked_fields(outcome, WHOLE, empty, reasons=False)}
    needs = set(KINDS[outcome].needs) - {"network", "money"}
    assert needs <= shown
    assert ("money_amount" in shown) == (outcome == "money" or KINDS[outcome].pays == "ends")
    unused = {"by", "from_date", "condition", "decided", "title"} - set(KINDS[outcome].fields)
    assert not unused & shown


@pytest.mark.parametrize(
    ("outcome", "missing"),
    [(outcome, key) for outcome in OUTCOMES for key in KINDS[outcome].needs if key != "network"],
)
def test_what_is_missing_is_said(outcome, missing):
    empty = dict.fromkeys((missing, "money_amount", "money_year", "money_from", "money_to"), "")
    words = decision_from(outcome, typed(outcome, **empty), WHOLE, network_of(outcome))
    assert isinstance(words, str) and words.startswith("Fyll i") and words.endswith(".")


@pytest.mark.parametrize(
    ("outcome", "fields", "words"),
    [
        ("continue", {"body": "  "}, "vem som beslutar"),
        ("leave", {"from_date": "31/12"}, "ska vara ett datum"),
        ("leave", {"from_date": "2026-02-30"}, "finns inte i kalendern"),
        ("leave", {"from_date": "1066"}, "ska vara ett år"),
        ("continue", {"motive": "a" * 20_001}, "ryms i fältet"),
        ("continue", {"money_text": "skänker avgiften till skolan"}, "en hel sats"),
        ("continue", {"money_text": "energirådgivning"}, "en hel sats"),
        ("money", {"money_amount": "mycket"}, "Talet går inte att läsa"),
        ("money", {"money_amount": "0"}, "större än 0"),
        ("money", {"money_year": "27"}, "fyra siffror"),
        ("money", {"money_to": ""}, "både belopp, år och vart"),
        ("stop", {"paragraph": "sextio"}, "paragrafnummer"),
        ("come-back", {"body": "Kommunfullmäktige"}, "ger uppdrag till en nämnd"),
    ],
)
def test_what_cannot_be_saved_is_said(outcome, fields, words):
    told = decision_from(outcome, typed(outcome, **fields), WHOLE, network_of(outcome))
    assert isinstance(told, str) and words in told


def test_a_last_day_may_be_a_day_a_year_or_not_known():
    for entered, read in (("2026-12-31", date(2026, 12, 31)), ("2026", 2026), ("Okänt", "okänt")):
        decision = decision_from("leave", typed("leave", from_date=entered), WHOLE, "ett")
        assert isinstance(decision, Decision) and decision.from_date == read


def test_money_is_read_to_the_ore_with_its_year_and_places():
    decision = decision_from("money", typed("money"), WHOLE, None)
    assert isinstance(decision, Decision) and isinstance(decision.money, Money)
    assert decision.money.amount == Decimal("38291.20")
    assert (decision.money.year, decision.money.to) == (2027, "energirådgivningen")


def test_the_words_of_0_1_0_about_money_stay_until_somebody_changes_them():
    old = {"network": "ett", "outcome": "continue", "body": "KS", "money": "avgiften går till IT"}
    evaluation = result(decisions=[old]).evaluation
    saved = typed_fields(evaluation, 0)
    shown = {field.name for field in asked_fields("continue", evaluation, saved, reasons=False)}
    assert "money_text" in shown and "money_amount" not in shown
    assert decision_from("continue", saved, evaluation, "ett") == evaluation.decisions[0]
