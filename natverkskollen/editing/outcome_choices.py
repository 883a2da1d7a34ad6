"""Which outcomes one may choose among for a membership or the case, and what each is called."""

from __future__ import annotations

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.wording import departs
from natverkskollen.decisions.brief import outcome_name
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import KINDS, Outcome, outcomes_for


def needs_reason(found: NetworkResult, outcome: Outcome | None) -> bool:
    """Whether an outcome departs from what the scores say, so that a reason must be given."""
    return outcome is not None and departs(found.verdict, outcome)


def choices_for(evaluation: Evaluation, member: bool | None, now: str) -> tuple[str, ...]:
    """The outcomes to choose among, with `now`, the one on file; empty is no proposal.

    They settle a membership, of a member or of one who is not; with None they are of the case.
    """
    found: list[str] = list(outcomes_for(member)) if member is not None else _about_the_case()
    if evaluation.case.assignment is None and "close-assignment" in found:
        found.remove("close-assignment")
    kept = [now] if now and now not in found and member is None else []
    return ("", *found, *kept)


def _about_the_case() -> list[str]:
    return [outcome for outcome, kind in KINDS.items() if kind.concerns == "case"]


def known_outcome(outcome: str) -> Outcome | None:
    """The outcome with this id; None for the empty choice."""
    return next((known for known in KINDS if known == outcome), None)


def choice_name(outcome: str) -> str:
    """An outcome as a choice in a list."""
    names = {str(known): outcome_name(known) for known in KINDS}
    return names.get(outcome, "Inget förslag ännu")
