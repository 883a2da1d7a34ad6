"""A case that was sent back or put off, as a person enters it."""

from __future__ import annotations

from typing import get_args

from natverkskollen.editing.typed import Unclear, typed_day, typed_paragraph, typed_text
from natverkskollen.model.case import Case, CaseState, StateWord

STATE_WORDS: tuple[StateWord, ...] = get_args(StateWord)


def state_from(
    state: StateWord, day: str, paragraph: str, body: str, reason: str
) -> CaseState | str:
    """What happened to the case, or in whole Swedish sentences what cannot be read."""
    try:
        when = typed_day(day, "Skriv dagen, till exempel 2025-05-06.")
        return CaseState.model_validate(
            {
                "state": state,
                "date": when,
                "paragraph": typed_paragraph(paragraph),
                "body": typed_text(body) or None,
                "reason": typed_text(reason) or None,
            }
        )
    except Unclear as unclear:
        return str(unclear)


def with_state(case: Case, state: CaseState) -> tuple[CaseState, ...]:
    """The case's states with one more, in the order of their days."""
    return tuple(sorted((*case.states, state), key=lambda each: each.date))
