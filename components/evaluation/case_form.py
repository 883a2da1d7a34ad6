"""The form on Översikt in which the municipality and the case are put right or filled in later."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.evaluation.entry_words import WORDS
from components.seen.case_field import case_day, case_text, save_fields, seen_value
from components.shell import html, state, storage
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.editing.case_entry import (
    LISTS,
    PATHS,
    TEXTS,
    case_changes,
    case_from,
    case_values,
)
from natverkskollen.editing.evaluation_entry import next_day
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import capital, counted


def show_case_form(evaluation: Evaluation) -> None:
    """Every field with its saved value; a mistake stands below its field until it is put right."""
    if storage.show_closed(evaluation, "Uppgifterna om ärendet"):
        return
    html.paragraphs("Det här står i tjänsteskrivelsen. Fyll i det när du vet det.")
    with st.expander("Ändra kommunen och ärendet"):
        tried = state.case_key(evaluation.id, "uppgifter", "provad")
        typed, below = _fields(evaluation)
        clicked = st.button(
            "Spara uppgifterna", key=state.case_key(evaluation.id, "uppgifter", "spara")
        )
        read = case_from(typed)
        if clicked:
            st.session_state[tried] = True
        if read.wrong and tried in st.session_state:
            for name, words in read.wrong.items():
                with below[name]:
                    html.paragraphs(words, "nk-failed")
            many = capital(counted(len(read.wrong), "ett fält", "fält"))
            st.error(f"Inte sparat. {many} behöver rättas.")
        elif clicked:
            seen = {name: seen_value(evaluation, name) for name in PATHS}
            changes = case_changes(evaluation, seen, read.values)
            del st.session_state[tried]
            save_fields(evaluation, PATHS, changes, read.values, actor())


def _fields(evaluation: Evaluation) -> tuple[dict[str, str], dict[str, Any]]:
    """What stands in each field, and the place below it for what is wrong."""
    typed, below = {}, {}
    for name, now in case_values(evaluation).items():
        label, hint = WORDS[name]
        below[name] = st.container(gap="xsmall")
        with below[name]:
            long = name in (*TEXTS, *LISTS, "assignment_text")
            typed[name] = case_text(evaluation, name, label, now, long)
            html.paragraphs(hint, "nk-quiet")
    return typed, below


_NAME = "next_evaluation"


def show_next_day(evaluation: Evaluation) -> None:
    """The day of the next evaluation, to enter, change or take away."""
    html.paragraphs(
        "Bestäm när nätverken ska utvärderas igen. Dagen visas bland Viktiga dagar på Översikt, "
        "med påminnelse i kalenderfilen."
    )
    now = evaluation.next_evaluation
    if storage.closed(evaluation):
        html.paragraphs(f"Dagen är {long_date(now)}." if now else "Ingen dag är bestämd.")
        storage.show_closed(evaluation, "Dagen")
        return
    shown = now.isoformat() if now else None
    typed = case_day(evaluation, _NAME, "Dag (ÅÅÅÅ-MM-DD, tomt om den inte är bestämd)", shown)
    if not st.button("Spara dagen", key=state.case_key(evaluation.id, "liv", "nasta-spara")):
        return
    try:
        day = next_day(typed, evaluation.case.date)
    except Unclear as unclear:
        st.error(plain(f"Inte sparat. {unclear}"))
        return
    new = day.isoformat() if day else None
    change = Change(("evaluation", _NAME), seen_value(evaluation, _NAME), new)
    save_fields(evaluation, {_NAME: (_NAME,)}, (change,), {_NAME: new}, actor())
