"""The form in which a person chooses what bilaga 1 holds besides the levels."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.seen.form_part import form_part
from components.seen.memory import Memory, Shown, Sight
from components.seen.telling import tell_rows
from components.shell import html, state
from components.shell.case_saving import save_value, show_outcome
from components.shell.person import actor
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.memo_text import AppendixPart
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.words import listed

_PARTS: dict[AppendixPart, str] = {
    "matrix": "Tabellen med värdet för varje tema",
    "chart": "Diagrammet",
    "reasons": "Skälet under varje nivå",
    "alternatives": "Alternativen för varje nätverk",
}


def show_appendix_parts(evaluation: Evaluation) -> None:
    """A box for each part that can be left out, saved together."""

    def key(field: str) -> str:
        return state.case_key(evaluation.id, "bilaga-1", field)

    with form_part("Välj vad bilaga 1 innehåller", Memory(key)) as part:
        if part.open:
            _show_boxes(evaluation, key)


def _show_boxes(evaluation: Evaluation, key: Callable[[str], str]) -> None:
    without = evaluation.appendix_without
    stored: dict[str, bool] = {part: part not in without for part in _PARTS}
    shown = Shown(key, Sight(stored, without))
    html.paragraphs(
        "Nivåerna står alltid med, och de texter som skrivelsen inte har plats för. Skälen är "
        "bedömarnas egna ord, och ändras på Bedömning."
    )
    ticked: dict[str, bool] = {
        part: st.checkbox(words, shown.first(part), key=key(part), on_change=shown.noting(part))
        for part, words in _PARTS.items()
    }
    shown.drawn(ticked)
    if not st.button("Spara valet", key=key("spara")):
        return
    if shown.changed:
        shown.told()
        left_out = [_PARTS[part].lower() for part in without]
        tell_rows([("Utelämnat ur bilaga 1", listed(left_out) or "Inget")])
        return
    new = tuple(part for part in _PARTS if not ticked[part])
    outcome = save_value(evaluation, ("appendix_without",), without or None, new or None, actor())
    if not isinstance(outcome, (Conflict, Failed)):
        shown.follow()
    show_outcome(outcome)
