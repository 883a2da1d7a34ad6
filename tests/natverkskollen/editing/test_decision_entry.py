"""From the form to a decision: what is missing is said, what is not needed is left out."""

from __future__ import annotations

import pytest

from natverkskollen.editing.decision_entry import (
    OUTCOMES,
    DecisionFields,
    asks_for,
    decision_from,
    fields_of,
    needs_reason,
    outcome_name,
    with_decision,
)
from natverkskollen.model.outcome import NEEDS, Decision
from tests.building.papers import huddinge, result

ALL = {
    "by": "2026-05-30",
    "from_date": "2026-12-31",
    "condition": "att en plan redovisas",
    "body": "Kommunstyrelsen",
}


def test_nothing_proposed_is_no_decision():
    assert decision_from(DecisionFields("ett")) is None
    assert outcome_name("") == "Inget förslag ännu"


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_can_be_entered_and_keeps_only_what_it_needs(outcome):
    decision = decision_from(DecisionFields("ett", outcome, **ALL))
    assert isinstance(decision, Decision)
    given = {key for key in ("by", "from_date", "condition") if getattr(decision, key)}
    assert given == ({asks_for(outcome)} if outcome in NEEDS else set())
    evaluated = result(decisions=[decision.model_dump(exclude_none=True)])
    assert not list(evaluated.evaluation.mistakes())
    assert decision_from(fields_of(evaluated.evaluation, "ett")) == decision


@pytest.mark.parametrize("outcome", NEEDS)
def test_what_is_missing_is_said(outcome):
    words = decision_from(DecisionFields("ett", outcome, body="Kommunstyrelsen"))
    assert isinstance(words, str) and words[0].isupper()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"outcome": "continue", "body": "  "}, "vem som beslutar"),
        ({"outcome": "leave", **ALL, "from_date": "31/12"}, "Datumet ska vara ett datum"),
        ({"outcome": "leave", **ALL, "from_date": "2026-02-30"}, "finns inte i kalendern"),
        ({"outcome": "continue", **ALL, "motive": "a\x07b"}, "osynligt styrtecken"),
        ({"outcome": "continue", **ALL, "money": "skänker avgiften till skolan"}, "en hel sats"),
        ({"outcome": "continue", **ALL, "money": "energirådgivning"}, "en hel sats"),
    ],
)
def test_what_cannot_be_saved_is_said(fields, words):
    told = decision_from(DecisionFields("ett", **fields))
    assert isinstance(told, str) and words in told


def test_the_form_starts_from_what_is_saved():
    evaluation = huddinge().evaluation
    fields = fields_of(evaluation, "sekom")
    assert (fields.outcome, fields.by, fields.body) == (
        "come-back",
        "2026-05-30",
        "Kommunstyrelsen",
    )
    assert decision_from(fields) == next(d for d in evaluation.decisions if d.network == "sekom")
    assert fields_of(result().evaluation, "ett") == DecisionFields("ett", body="Kommunstyrelsen")


def test_one_networks_decision_is_replaced_added_or_taken_away():
    evaluation = huddinge().evaluation
    new = Decision(network="sekom", outcome="continue", body="Kommunstyrelsen")
    assert [d.outcome for d in with_decision(evaluation, "sekom", new)] == ["continue"] * 2
    assert [d.network for d in with_decision(evaluation, "sekom", None)] == ["klimatkommunerna"]
    assert len(with_decision(result().evaluation, "ett", new)) == 1


def test_the_chain_of_proposers_is_not_lost_in_the_form():
    chain = ("Miljönämnden", "Kommunstyrelsen")
    old = {"network": "ett", "outcome": "continue", "body": "Kommunfullmäktige"}
    evaluation = result(decisions=[{**old, "proposed_by": chain}]).evaluation
    fields = fields_of(evaluation, "ett")
    (kept,) = with_decision(evaluation, "ett", decision_from(fields))
    assert kept.proposed_by == chain


def test_a_departure_from_the_scores_asks_for_a_reason():
    found = result().network("ett")
    assert found.verdict == "keep"
    assert needs_reason(found, "leave") and not needs_reason(found, "continue")
    assert not needs_reason(found, "")
