"""What the file said when a form that starts out empty was drawn: weights, a network's reply.

A colleague's later change is told before it is replaced. A form that starts out with what is on
file has its memory in form_memory, and fields that are saved one by one have theirs in case_field.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.shell import state
from components.shell.markdown import plain
from natverkskollen.model.evaluation import Evaluation


def note_shown(evaluation: Evaluation, subject: tuple[str, ...], widget: str, now: Any) -> None:
    """Remember what is on file when the form is drawn; `widget` is the key of one of its fields.

    Call it before the fields are drawn: one that is not there yet will start from the file.
    """
    key = _key(evaluation, subject)
    if widget not in st.session_state or key not in st.session_state:
        st.session_state[key] = now


def changed_meanwhile(
    evaluation: Evaluation, subject: tuple[str, ...], now: Any, theirs: str
) -> bool:
    """Whether the file has changed since the form was drawn; says so once, with `theirs`.

    Having been told, the person decides: the next click saves.
    """
    key = _key(evaluation, subject)
    changed = st.session_state.pop(key, now) != now
    if changed:
        st.session_state[key] = now
        words = f"Någon annan har ändrat sedan du öppnade sidan. Nu står det: {theirs.rstrip('.')}."
        st.error(plain(f"Inte sparat. {words} Spara igen om ditt ska gälla."))
    return changed


def _key(evaluation: Evaluation, subject: tuple[str, ...]) -> str:
    return state.case_key(evaluation.id, "visat", *subject)
