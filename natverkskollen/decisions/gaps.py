"""What a decision should say and does not: for the list of things to do, never for print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from natverkskollen.decisions.brief import outcome_name
from natverkskollen.decisions.membership import own_task
from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import KINDS

_MISSING: Mapping[str, str] = {
    "by": "dagen då villkoret ska vara uppfyllt saknas",
    "receiver": "det står inte för vem villkoret ska redovisas",
    "decided": "dagen för beslutet om utträde saknas",
    "paragraph": "paragrafen i beslutet om utträde saknas",
    "reason": "skälet till svaret saknas (med hänvisning till att …)",
    "about": "det står inte vad informationen handlar om",
}


def decision_gaps(evaluation: Evaluation) -> Iterator[str]:
    """Every gap in the decisions as a whole sentence, in their order."""
    for decision in evaluation.decisions:
        if decision.condition and own_task(evaluation, decision.condition):
            continue  # a task to our own office has neither
        for key in KINDS[decision.outcome].asks:
            if getattr(decision, key) is None:
                yield f"{outcome_name(decision.outcome)}: {_MISSING[key]}."


def assignment_gaps(evaluation: Evaluation) -> Iterator[str]:
    """What is missing of the assignment, where a decision closes it by its paragraph."""
    given = evaluation.case.assignment
    if given and given.paragraph is None and any(map(_closes, evaluation.decisions)):
        yield "Uppdraget: paragrafen i beslutet saknas."


def _closes(decision: Decision) -> bool:
    return decision.closes_assignment or decision.outcome == "close-assignment"
