"""The form in which a person enters that the case was sent back or put off."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.shell import html, state, storage
from components.shell.case_saving import save_value, show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from components.shell.text_fields import day_line, text_line
from natverkskollen.decisions.case_states import state_sentence
from natverkskollen.editing.case_states import STATE_WORDS, state_from, with_state
from natverkskollen.model.case import CaseState
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Conflict, Failed


def show_case_states(evaluation: Evaluation) -> None:
    """Each time the case was sent back or put off, and a form for one more."""
    case = evaluation.case
    closed = storage.closed(evaluation)
    for position, each in enumerate(case.states):
        html.paragraphs(state_sentence(case, each))
        key = state.case_key(evaluation.id, "lage", str(position), "bort")
        if not closed and st.button(f"Ta bort raden om {each.date.isoformat()}", key=key):
            _save(evaluation, (*case.states[:position], *case.states[position + 1 :]))
    if not closed:
        _show_form(evaluation)


def _show_form(evaluation: Evaluation) -> None:
    def key(field: str) -> str:
        return state.case_key(evaluation.id, "lage", "ny", field)

    with st.expander("Ärendet är återremitterat eller bordlagt"):
        word = st.radio("Vad hände?", STATE_WORDS, format_func=str.capitalize, key=key("vad"))
        day = day_line("Dag (ÅÅÅÅ-MM-DD)", key=key("dag"))
        paragraph = text_line("Paragraf", key=key("paragraf"))
        body = text_line(f"Vem beslutade? (tomt: {evaluation.case.body})", key=key("organ"))
        reason = text_line("Varför? Fortsätt: för att …", key=key("skal"))
        if not st.button("Lägg till", key=key("spara")):
            return
        found = state_from(word, day, paragraph, body, reason)
        if isinstance(found, str):
            st.warning(plain(found))
            return
        _save(evaluation, with_state(evaluation.case, found), [key(name) for name in _FIELDS])


_FIELDS = ("dag", "paragraf", "organ", "skal")


def _save(
    evaluation: Evaluation, states: tuple[CaseState, ...], filled: Sequence[str] = ()
) -> None:
    """Save the list; the fields that were `filled` are empty again where it went well."""
    shown = evaluation.case.states or None
    outcome = save_value(evaluation, ("case", "states"), shown, states or None, actor())
    if not isinstance(outcome, (Conflict, Failed)):
        for key in filled:
            st.session_state.pop(key, None)
    show_outcome(outcome)
