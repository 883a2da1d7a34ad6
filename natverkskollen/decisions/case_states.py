"""What has been done with a case instead of deciding it, in one sentence for each time."""

from __future__ import annotations

from natverkskollen.decisions.naming import DateStyle, paragraph_words
from natverkskollen.model.case import Case, CaseState
from natverkskollen.swedish.line_breaks import unbroken

_DID = {"återremitterad": "återremitterade", "bordlagd": "bordlade"}


def state_sentence(case: Case, state: CaseState, days: DateStyle | None = None) -> str:
    """`Kommunstyrelsen återremitterade ärendet den 6 maj 2025, § 60, för att …`."""
    when = (days or DateStyle()).document(state.date)
    said = f"{state.body or case.body} {_DID[state.state]} ärendet {when}"
    place = paragraph_words(state.paragraph)
    why = (state.reason or "").strip().rstrip(".").removeprefix("för att ").removeprefix("att ")
    if why:
        return unbroken(f"{said}{place}{',' if place else ''} för att {why}.")
    return unbroken(f"{said}{place}.")


def state_sentences(case: Case, days: DateStyle | None = None) -> tuple[str, ...]:
    """Every time the case was sent back or put off, the earliest first."""
    ordered = sorted(case.states, key=lambda state: state.date)
    return tuple(state_sentence(case, state, days) for state in ordered)
