"""Which point of a proposal is which, and where a new one is put among them."""

from __future__ import annotations

from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import KINDS


def settling_position(evaluation: Evaluation, network: str) -> int | None:
    """The place of the decision that settles the membership in a network; None where none does."""
    found = evaluation.settling(network)
    return next((at for at, each in enumerate(evaluation.decisions) if each is found), None)


def other_positions(evaluation: Evaluation) -> tuple[int, ...]:
    """The places of all points that settle no membership, or not by themselves."""
    settling = {settling_position(evaluation, each.network) for each in evaluation.memberships}
    return tuple(at for at in range(len(evaluation.decisions)) if at not in settling)


def with_decision(
    evaluation: Evaluation, position: int | None, decision: Decision | None
) -> tuple[Decision, ...]:
    """Every decision of the evaluation with the one at a place replaced, added or taken away.

    A new one comes where it belongs among the points: the report first, the memberships, other
    matters, and last that the assignment is closed.
    """
    kept = evaluation.decisions
    if position is not None:
        new = (decision,) if decision else ()
        return (*kept[:position], *new, *kept[position + 1 :])
    if decision is None:
        return kept
    after = [at for at, each in enumerate(kept, 1) if _rank(each) <= _rank(decision)]
    place = max(after, default=0)
    return (*kept[:place], decision, *kept[place:])


def _rank(decision: Decision) -> int:
    first, last = "receive", "close-assignment"
    if decision.outcome in (first, last):
        return 0 if decision.outcome == first else 3
    return 1 if KINDS[decision.outcome].follows else 2
