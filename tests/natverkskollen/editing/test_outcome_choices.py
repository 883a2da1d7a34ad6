"""Which outcomes there are to choose among, and which of them ask for a reason."""

from __future__ import annotations

from natverkskollen.editing.outcome_choices import choice_name, choices_for, needs_reason
from tests.building.papers import huddinge, result


def test_members_and_others_choose_among_outcomes_of_their_own():
    evaluation = huddinge().evaluation
    members, others = (choices_for(evaluation, member, "") for member in (True, False))
    assert set(members) - set(others) == {
        "continue",
        "continue-with-condition",
        "trial",
        "leave",
        "withdraw-leave",
        "renegotiate",
    }
    assert set(others) == {"", "come-back", "apply", "do-not-apply", "stop"}
    assert "close-assignment" in choices_for(evaluation, None, "")
    assert "close-assignment" not in choices_for(result().evaluation, None, "")
    assert "renegotiate" in choices_for(evaluation, None, "renegotiate")
    assert choice_name("") == "Inget förslag ännu"
    assert choice_name("come-back") == "Avvakta"


def test_a_departure_from_the_scores_asks_for_a_reason():
    found = result().network("ett")
    assert found.verdict == "keep"
    assert needs_reason(found, "leave") and not needs_reason(found, "continue")
    assert not needs_reason(found, None) and not needs_reason(found, "receive")
