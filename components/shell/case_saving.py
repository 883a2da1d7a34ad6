"""Saving what a person enters about a whole evaluation: explained findings and replies."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.shell import clock, run, saved_line, state
from components.shell.markdown import plain
from natverkskollen.files.fields import Model
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change, Conflict, Failed, SaveOutcome


def save_list(
    evaluation: Evaluation, field: str, items: Sequence[Model], actor: str
) -> SaveOutcome:
    """Save one list of the evaluation, unless somebody has changed it since it was shown."""
    shown: tuple[Any, ...] = getattr(evaluation, field)
    return save_value(evaluation, (field,), shown or None, tuple(items) or None, actor)


def save_value(
    evaluation: Evaluation, path: tuple[str, ...], shown: Any, new: Any, actor: str
) -> SaveOutcome:
    """Save one value of the evaluation, unless somebody has changed it since it was shown."""
    return save_changes(evaluation, (Change(("evaluation", *path), shown, new),), actor)


def save_changes(evaluation: Evaluation, changes: Sequence[Change], actor: str) -> SaveOutcome:
    """Save all the changes, or none where somebody has changed any of them since it was shown."""
    return run.store().save(evaluation.id, None, changes, actor, secrets.token_hex(8))


def show_failure(outcome: Failed) -> None:
    """Why nothing was saved and what to do."""
    saved_line.note(well=False)
    st.error(plain(f"Inte sparat: {outcome.what}. {outcome.remedy}."))


def show_outcome(outcome: SaveOutcome) -> None:
    """How the save went: afresh where it did, otherwise what to do."""
    if isinstance(outcome, Failed):
        show_failure(outcome)
    elif isinstance(outcome, Conflict):
        saved_line.note(well=False)
        st.error("Inte sparat. Någon annan har ändrat detsamma. Ladda om sidan och försök igen.")
    else:
        note_saved()
        st.rerun()


def note_saved() -> None:
    """Let the next drawing of the page say that what was entered is saved."""
    saved_line.note(well=True)
    st.session_state[state.TOLD] = f"Sparat {clock.now():%H:%M}"


def show_told() -> None:
    """That what was just entered is saved, until the next thing is done; read aloud as well."""
    words = st.session_state.pop(state.TOLD, "")
    if words:
        turn = secrets.token_hex(4)
        st.html(f'<p class="nk-told" data-nk-say="status" data-nk-turn="{turn}">{words}</p>')
