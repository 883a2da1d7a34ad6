"""The form in which a person answers whether the case touches children."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from components.seen.form_part import form_part
from components.seen.memory import Memory, Shown, Sight
from components.seen.telling import tell_rows
from components.shell import state
from components.shell.case_saving import save_value, show_outcome
from components.shell.person import actor
from components.shell.text_fields import text_box
from natverkskollen.model.case import Children
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Conflict, Failed

_AFFECTED: dict[Literal["", "ja", "indirekt", "nej"], str] = {
    "": "Inte besvarat",
    "ja": "Ja",
    "indirekt": "Indirekt",
    "nej": "Nej",
}


def show_children(evaluation: Evaluation) -> None:
    """Whether the case touches children, which only a person can answer."""

    def key(field: str) -> str:
        return state.case_key(evaluation.id, "barn", field)

    with form_part("Barnets bästa", Memory(key)) as part:
        if part.open:
            _show_fields(evaluation, key)


def _show_fields(evaluation: Evaluation, key: Callable[[str], str]) -> None:
    saved = evaluation.case.children
    stored = {"svar": saved.affected if saved else "", "skal": saved.reason if saved else ""}
    shown = Shown(key, Sight(stored, stored))
    affected = st.radio(
        "Berör ärendet barn?",
        list(_AFFECTED),
        index=list(_AFFECTED).index(shown.first("svar")),
        format_func=_AFFECTED.__getitem__,
        horizontal=True,
        key=key("svar"),
        on_change=shown.noting("svar"),
    )
    reason = text_box("Skäl", shown.first("skal"), key=key("skal"), on_change=shown.noting("skal"))
    shown.drawn({"svar": affected, "skal": reason})
    if not st.button("Spara svaret", key=key("spara")):
        return
    if affected and not reason.strip():
        st.warning("Skriv ett skäl till svaret.")
        return
    if shown.changed:
        shown.told()
        tell_rows(
            [
                ("Berör ärendet barn?", _AFFECTED[saved.affected if saved else ""]),
                ("Skäl", stored["skal"]),
            ]
        )
        return
    new = Children(affected=affected, reason=reason.strip()) if affected else None
    outcome = save_value(evaluation, ("case", "children"), saved, new, actor())
    if not isinstance(outcome, (Conflict, Failed)):
        shown.follow()
    show_outcome(outcome)
