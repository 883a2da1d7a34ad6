"""The form in which a person proposes a decision for a network, and answers about children."""

from __future__ import annotations

import streamlit as st

from components import state
from components.case_saving import save_list, save_value, show_outcome
from components.markdown import plain
from components.shown_form import changed_meanwhile, note_shown
from natverkskollen.decision_entry import (
    OUTCOMES,
    DecisionFields,
    asks_for,
    decision_from,
    fields_of,
    needs_reason,
    outcome_name,
    with_decision,
)
from natverkskollen.evaluation import Children, Evaluation
from natverkskollen.result import NetworkResult, Result
from natverkskollen.wording import VERDICTS

ACTOR = "handläggaren"
_LABELS = {
    "by": "Senast eller till och med (ÅÅÅÅ-MM-DD)",
    "from_date": "Utträde från och med (ÅÅÅÅ-MM-DD)",
    "condition": "Villkor (börja med ”att”)",
}
_CHILDREN = ("barn",)
_AFFECTED = {"": "Inte besvarat", "ja": "Ja", "indirekt": "Indirekt", "nej": "Nej"}


def show_decisions(result: Result) -> None:
    """One form for each network."""
    for found in result.networks:
        with st.expander(plain(f"Förslag för {found.network.short}")):
            _show_decision(result.evaluation, found)


def _show_decision(evaluation: Evaluation, found: NetworkResult) -> None:
    saved = fields_of(evaluation, found.network.id)

    def key(field: str) -> str:
        return state.case_key(evaluation.id, "beslut", found.network.id, field)

    subject = ("beslut", found.network.id)
    note_shown(evaluation, subject, key("utfall"), saved)
    choices = ["", *OUTCOMES]
    outcome = st.selectbox(
        "Förslag",
        choices,
        index=choices.index(saved.outcome),
        format_func=outcome_name,
        key=key("utfall"),
    )
    entered: dict[str, str] = {"body": st.text_input("Vem beslutar", saved.body, key=key("organ"))}
    needed = asks_for(outcome)
    if needed:
        entered[needed] = st.text_input(_LABELS[needed], getattr(saved, needed), key=key(needed))
    entered["motive"] = st.text_area("Skäl för förslaget", saved.motive, key=key("skal"))
    if needs_reason(found, outcome):
        st.info(plain(f"Betygen pekar mot ”{VERDICTS[found.verdict].lower()}”."))
        label = "Varför avviker förslaget från betygen?"
        entered["differs_because"] = st.text_area(
            label, saved.differs_because, key=key("avvikelse")
        )
    entered["money"] = st.text_input(
        "Vad händer med avgiften? Börja med ett verb, till exempel: avsätter avgiften till …",
        saved.money,
        key=key("avgift"),
    )
    closes = bool(evaluation.case.assignment) and st.checkbox(
        "Beslutet avslutar uppdraget", saved.closes_assignment, key=key("uppdrag")
    )
    if st.button("Spara förslaget", key=key("spara")):
        fields = DecisionFields(
            found.network.id, outcome, closes_assignment=bool(closes), **entered
        )
        decision = decision_from(fields)
        if isinstance(decision, str):
            st.warning(plain(f"{decision}."))
            return
        theirs = ", ".join(filter(None, [outcome_name(saved.outcome), saved.motive]))
        if changed_meanwhile(evaluation, subject, saved, theirs):
            return
        decisions = with_decision(evaluation, found.network.id, decision)
        show_outcome(save_list(evaluation, "decisions", decisions, ACTOR))


def show_children(evaluation: Evaluation) -> None:
    """Whether the case touches children, which only a person can answer."""
    saved = evaluation.case.children
    answer = state.case_key(evaluation.id, "barn", "svar")
    note_shown(evaluation, _CHILDREN, answer, saved)
    with st.expander("Barnets bästa"):
        affected = st.radio(
            "Berör ärendet barn?",
            list(_AFFECTED),
            index=list(_AFFECTED).index(saved.affected if saved else ""),
            format_func=_AFFECTED.__getitem__,
            horizontal=True,
            key=answer,
        )
        reason = st.text_area(
            "Skäl", saved.reason if saved else "", key=state.case_key(evaluation.id, "barn", "skal")
        )
        if st.button("Spara svaret", key=state.case_key(evaluation.id, "barn", "spara")):
            if affected and not reason.strip():
                st.warning("Skriv ett skäl till svaret.")
                return
            theirs = f"{_AFFECTED[saved.affected]}. {saved.reason}" if saved else _AFFECTED[""]
            if changed_meanwhile(evaluation, _CHILDREN, saved, theirs):
                return
            new = Children(affected=affected, reason=reason.strip()) if affected else None
            show_outcome(save_value(evaluation, ("case", "children"), saved, new, ACTOR))
