"""A decision in a few words, for tables, lists and the form: `Avvakta, avgör senast …`."""

from __future__ import annotations

from collections.abc import Mapping

from natverkskollen.decisions.naming import DateStyle
from natverkskollen.model.decision import Decision
from natverkskollen.model.outcome import KINDS, Outcome
from natverkskollen.swedish.words import capital

_BY: Mapping[Outcome, str] = {
    "continue-with-condition": ", uppfyllt senast {}",
    "trial": " till och med {}",
    "come-back": ", avgör senast {}",
    "renegotiate": " före {}",
    "evaluate-by": " {}",
}


def outcome_name(outcome: Outcome) -> str:
    """An outcome as it stands alone: `Begär utträde`."""
    return capital(KINDS[outcome].words)


def in_brief(decision: Decision, days: DateStyle | None = None) -> str:
    """The outcome with its day, without full stop."""
    days = days or DateStyle()
    said = outcome_name(decision.outcome)
    if decision.by:
        said += _BY.get(decision.outcome, ", {}").format(days.effect(decision.by))
    if isinstance(decision.from_date, int):
        said += f", upphör under {decision.from_date}"
    elif decision.from_date is not None and not isinstance(decision.from_date, str):
        said += f", upphör {days.effect(decision.from_date)}"
    return said
