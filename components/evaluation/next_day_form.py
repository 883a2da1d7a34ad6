"""The day of the next evaluation, entered or changed on Livscykel."""

from __future__ import annotations

import streamlit as st

from components.papers.decision_form import ACTOR
from components.seen.case_field import case_text, save_fields, seen_value
from components.shell import html, state, storage
from components.shell.markdown import plain
from natverkskollen.editing.evaluation_entry import next_day
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change
from natverkskollen.swedish.text import long_date

_NAME = "next_evaluation"


def show_next_day(evaluation: Evaluation) -> None:
    """The day of the next evaluation, to enter, change or take away."""
    html.paragraphs("Dagen visas bland Viktiga dagar på Översikt, med påminnelse i kalenderfilen.")
    now = evaluation.next_evaluation
    if storage.closed(evaluation):
        html.paragraphs(f"Dagen är {long_date(now)}." if now else "Ingen dag är bestämd.")
        storage.show_closed(evaluation, "Dagen")
        return
    shown = now.isoformat() if now else None
    typed = case_text(evaluation, _NAME, "Dag (ÅÅÅÅ-MM-DD, tomt om den inte är bestämd)", shown)
    if not st.button("Spara dagen", key=state.case_key(evaluation.id, "liv", "nasta-spara")):
        return
    try:
        day = next_day(typed, evaluation.case.date)
    except Unclear as unclear:
        st.error(plain(f"Inte sparat. {unclear}"))
        return
    new = day.isoformat() if day else None
    change = Change(("evaluation", _NAME), seen_value(evaluation, _NAME), new)
    save_fields(evaluation, {_NAME: (_NAME,)}, (change,), {_NAME: new}, ACTOR)
