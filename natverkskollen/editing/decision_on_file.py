"""A point of the proposal as the form's fields hold it, from what is on file."""

from __future__ import annotations

from natverkskollen.editing.decision_fields import FILED
from natverkskollen.editing.decision_money import money_fields
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import ANSWERS


def typed_fields(evaluation: Evaluation, position: int | None) -> dict[str, str | bool]:
    """The form as it is on file, every field by its name; empty for a new point of the case's body.

    `position` is the point's place among the decisions.
    """
    empty: dict[str, str | bool] = dict.fromkeys(FILED, "")
    if position is None:
        blank = {"outcome": "", "body": evaluation.case.body, "proposed_by": ""}
        return {**empty, **blank, **money_fields(None), "closes_assignment": False}
    decision = evaluation.decisions[position]
    given = decision.model_dump(mode="json", exclude_none=True)
    return {
        **empty,
        "answer": ANSWERS.get(decision.outcome, ("",))[0],
        **{name: str(given[name]) for name in FILED if name in given},
        "outcome": decision.outcome,
        "body": decision.body,
        "proposed_by": ", ".join(decision.proposed_by),
        **money_fields(decision.money),
        "closes_assignment": decision.closes_assignment,
    }
