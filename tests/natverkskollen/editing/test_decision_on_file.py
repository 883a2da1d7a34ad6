"""The form of a decision starts from what is on file."""

from __future__ import annotations

from natverkskollen.editing.decision_entry import decision_from
from natverkskollen.editing.decision_on_file import typed_fields
from natverkskollen.editing.decision_places import other_positions, settling_position
from tests.building.papers import huddinge


def test_the_form_starts_from_what_is_saved():
    evaluation = huddinge().evaluation
    position = settling_position(evaluation, "sekom")
    fields = typed_fields(evaluation, position)
    assert (fields["outcome"], fields["by"], fields["body"], fields["assigned_to"]) == (
        "come-back",
        "2026-05-30",
        "Kommunstyrelsen",
        "kommundirektören",
    )
    assert decision_from("come-back", fields, evaluation, "sekom") == evaluation.decisions[2]
    assert typed_fields(evaluation, None)["body"] == "Kommunstyrelsen"
    assert [evaluation.decisions[at].outcome for at in other_positions(evaluation)] == [
        "receive",
        "close-assignment",
    ]
