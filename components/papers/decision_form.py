"""The form in which a person proposes a decision for a network, and answers about children."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from components.seen.form_memory import FormMemory
from components.shell import html, state
from components.shell.case_saving import save_list, save_value, show_outcome
from components.shell.markdown import plain
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import VERDICTS
from natverkskollen.editing.decision_entry import (
    OUTCOMES,
    DecisionFields,
    asks_for,
    decision_from,
    fields_of,
    needs_reason,
    outcome_name,
    with_decision,
)
from natverkskollen.model.evaluation import Children, Evaluation
from natverkskollen.store import Conflict, Failed

ACTOR = "handläggaren"
_LABELS = {
    "by": "Senast eller till och med (ÅÅÅÅ-MM-DD)",
    "from_date": "Utträde från och med (ÅÅÅÅ-MM-DD)",
    "condition": "Villkor (börja med ”att”)",
}
# Each field of a decision and the widget it is entered in.
_WIDGETS = {
    "outcome": "utfall",
    "body": "organ",
    "by": "by",
    "from_date": "from_date",
    "condition": "condition",
    "motive": "skal",
    "differs_because": "avvikelse",
    "money": "avgift",
    "closes_assignment": "uppdrag",
}
_SAID = {
    "body": "Vem beslutar",
    "by": "Senast eller till och med",
    "from_date": "Utträde från och med",
    "condition": "Villkor",
    "motive": "Skäl",
    "differs_because": "Varför det avviker från betygen",
    "money": "Avgiften",
}
_AFFECTED: dict[Literal["", "ja", "indirekt", "nej"], str] = {
    "": "Inte besvarat",
    "ja": "Ja",
    "indirekt": "Indirekt",
    "nej": "Nej",
}


def show_decisions(result: Result) -> None:
    """One form for each network."""
    for found in result.networks:
        with st.expander(plain(f"Förslag för {found.network.short}")):
            _show_decision(result.evaluation, found)


def _show_decision(evaluation: Evaluation, found: NetworkResult) -> None:
    def key(field: str) -> str:
        return state.case_key(evaluation.id, "beslut", found.network.id, field)

    saved = fields_of(evaluation, found.network.id)
    memory = FormMemory(key, _by_widget(saved))
    start, choices = memory.start, ["", *OUTCOMES]
    outcome = st.selectbox(
        "Förslag",
        choices,
        index=choices.index(start["utfall"]),
        format_func=outcome_name,
        key=key("utfall"),
        filter_mode=None,
    )
    entered: dict[str, str] = {
        "outcome": outcome,
        "body": st.text_input("Vem beslutar", start["organ"], key=key("organ")),
    }
    needed = asks_for(outcome)
    if needed:
        entered[needed] = st.text_input(_LABELS[needed], start[needed], key=key(needed))
    entered["motive"] = st.text_area("Skäl för förslaget", start["skal"], key=key("skal"))
    if needs_reason(found, outcome):
        st.info(plain(f"Betygen pekar mot ”{VERDICTS[found.verdict].lower()}”."))
        label = "Varför avviker förslaget från betygen?"
        entered["differs_because"] = st.text_area(label, start["avvikelse"], key=key("avvikelse"))
    entered["money"] = st.text_input(
        "Vad händer med avgiften? Fortsätt meningen: Nämnden beslutar att …",
        start["avgift"],
        key=key("avgift"),
        placeholder="avgiften går till energirådgivning",
    )
    closes = bool(evaluation.case.assignment) and st.checkbox(
        "Beslutet avslutar uppdraget", start["uppdrag"], key=key("uppdrag")
    )
    memory.drawn({_WIDGETS[name]: value for name, value in entered.items()} | {"uppdrag": closes})
    if st.button("Spara förslaget", key=key("spara")):
        fields = DecisionFields(found.network.id, closes_assignment=bool(closes), **entered)
        _save_decision(evaluation, fields, saved, memory)


def _save_decision(
    evaluation: Evaluation, fields: DecisionFields, saved: DecisionFields, memory: FormMemory
) -> None:
    decision = decision_from(fields)
    if isinstance(decision, str):
        st.warning(plain(f"{decision}."))
        return
    if memory.unseen():
        rows = [(name, str(getattr(saved, field))) for field, name in _SAID.items()]
        said = [(name, text) for name, text in rows if text]
        _tell_unseen([("Förslag", outcome_name(saved.outcome)), *said])
        return
    decisions = with_decision(evaluation, fields.network, decision)
    outcome = save_list(evaluation, "decisions", decisions, ACTOR)
    if not isinstance(outcome, (Conflict, Failed)):
        now = evaluation.model_copy(update={"decisions": decisions})
        memory.saved(_by_widget(fields_of(now, fields.network)))
    show_outcome(outcome)


def _by_widget(fields: DecisionFields) -> dict[str, str | bool]:
    return {widget: getattr(fields, name) for name, widget in _WIDGETS.items()}


def _tell_unseen(rows: list[tuple[str, str]]) -> None:
    st.warning(
        "Inte sparat. Någon annan har ändrat detta, eller så har sidan varit frånkopplad. Nedan "
        "står det som är sparat nu. Spara en gång till om ditt ska gälla i stället."
    )
    html.labelled(rows)


def show_children(evaluation: Evaluation) -> None:
    """Whether the case touches children, which only a person can answer."""

    def key(field: str) -> str:
        return state.case_key(evaluation.id, "barn", field)

    saved = evaluation.case.children
    stored = {"svar": saved.affected if saved else "", "skal": saved.reason if saved else ""}
    memory = FormMemory(key, stored)
    with st.expander("Barnets bästa"):
        affected = st.radio(
            "Berör ärendet barn?",
            list(_AFFECTED),
            index=list(_AFFECTED).index(memory.start["svar"]),
            format_func=_AFFECTED.__getitem__,
            horizontal=True,
            key=key("svar"),
        )
        reason = st.text_area("Skäl", memory.start["skal"], key=key("skal"))
        memory.drawn({"svar": affected, "skal": reason})
        if not st.button("Spara svaret", key=key("spara")):
            return
        if affected and not reason.strip():
            st.warning("Skriv ett skäl till svaret.")
            return
        if memory.unseen():
            _tell_unseen(
                [
                    ("Berör ärendet barn?", _AFFECTED[saved.affected if saved else ""]),
                    ("Skäl", stored["skal"]),
                ]
            )
            return
        new = Children(affected=affected, reason=reason.strip()) if affected else None
        outcome = save_value(evaluation, ("case", "children"), saved, new, ACTOR)
        if not isinstance(outcome, (Conflict, Failed)):
            memory.saved({"svar": affected, "skal": new.reason if new else ""})
        show_outcome(outcome)
