"""A point of the proposal is put where it belongs among the others."""

from __future__ import annotations

from natverkskollen.editing.decision_places import with_decision
from natverkskollen.model.decision import Decision
from tests.building.papers import huddinge, result


def test_a_point_is_replaced_taken_away_or_put_where_it_belongs():
    evaluation = huddinge().evaluation
    new = Decision(network="sekom", outcome="continue", body="Kommunstyrelsen")
    outcomes = [d.outcome for d in with_decision(evaluation, 2, new)]
    assert outcomes == ["receive", "continue", "continue", "close-assignment"]
    assert len(with_decision(evaluation, 2, None)) == 3
    note = Decision(outcome="note", body="Kommunstyrelsen")
    assert [d.outcome for d in with_decision(evaluation, None, note)][-2:] == [
        "note",
        "close-assignment",
    ]
    again = Decision(outcome="receive", body="Kommunstyrelsen")
    assert with_decision(evaluation, None, again)[1] is again
    assert with_decision(result().evaluation, None, new) == (new,)
    assert with_decision(evaluation, None, None) == evaluation.decisions
