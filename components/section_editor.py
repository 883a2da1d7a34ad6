"""The field in which a person rewrites a section of the memo, and the way back to ours."""

from __future__ import annotations

import streamlit as st

from components import html, state, storage
from components.case_saving import save_value, show_outcome
from components.decision_form import ACTOR
from natverkskollen.evaluation import Evaluation
from natverkskollen.memo.blocks import Section
from natverkskollen.memo.section_text import (
    EDITABLE,
    differences,
    ground_changed,
    section_text,
)
from natverkskollen.memo_text import MemoText, text_hash


def show_editor(evaluation: Evaluation, generated: Section) -> None:
    """The section's text to rewrite; where ours has changed since, what differs."""
    if storage.closed(evaluation) or generated.id not in EDITABLE:
        return
    edit, ours = evaluation.memo_texts.get(generated.id), section_text(generated.blocks)
    if edit and ground_changed(generated, edit):
        st.warning("Underlaget har ändrats sedan du skrev om avsnittet. Din text står kvar.")
    with st.expander("Ändra texten" if edit is None else "Ändra din text"):
        typed = st.text_area(
            "Avsnittets text (## rubrik, ### mindre rubrik, - punkt; tabellerna följer med)",
            edit.text if edit else ours,
            height=320,
            key=_key(evaluation, generated, "text"),
        )
        if st.button("Spara texten", key=_key(evaluation, generated, "spara")):
            new = MemoText(text=typed.strip(), of=text_hash(ours)) if typed.strip() else None
            _save(evaluation, generated, edit, new)
        if edit:
            _show_differences(edit.text, ours)
            if st.button("Hämta ny text", key=_key(evaluation, generated, "hamta")):
                st.session_state.pop(_key(evaluation, generated, "text"), None)
                _save(evaluation, generated, edit, None)


def _show_differences(mine: str, ours: str) -> None:
    rows = differences(mine, ours)
    if rows:
        cells = [(kind, html.Cell(text, wide=True)) for kind, text in rows]
        html.table("Så skiljer sig den nya texten från din", ("Var", "Text"), cells)


def _save(
    evaluation: Evaluation, section: Section, shown: MemoText | None, new: MemoText | None
) -> None:
    show_outcome(save_value(evaluation, ("memo_texts", section.id), shown, new, ACTOR))


def _key(evaluation: Evaluation, section: Section, field: str) -> str:
    return state.case_key(evaluation.id, "avsnitt", section.id, field)
