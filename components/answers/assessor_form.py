"""One more assessor in an evaluation that has begun, and one who was added by mistake."""

from __future__ import annotations

import streamlit as st

from components.seen.form_fields import FormFields
from components.shell import html, rights, state, storage
from components.shell.case_saving import save_list, show_outcome
from components.shell.markdown import plain
from components.shell.opening import opening
from components.shell.person import actor
from natverkskollen.analysis.assessors import separate, several
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.assessor_roles import with_role
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Conflict, Failed

_WORDS = {
    "role": ("Roll", "En roll, inte ett namn. Till exempel Ekonom."),
}
_TURN, _WRONG = "omgang", "fel"


def show_assessor_form(dossier: Dossier) -> None:
    """Behind its name: a role to add, and the roles that can be taken away."""
    evaluation = dossier.evaluation
    open_to_change = storage.writable() and evaluation.status != "final"
    if not (open_to_change and rights.may_edit(evaluation.id)):
        return
    opened = opening("Lägg till en bedömare", _key(evaluation, "oppet"))
    if not opened.open:
        return
    with opened, st.container(width=680):
        html.paragraphs(_told(evaluation))
        _show_adding(evaluation)
        _show_taking_away(dossier)


def _told(evaluation: Evaluation) -> str:
    words = (
        "Är ni flera svarar var och en för sig. Svaren läggs sida vid sida när alla har lämnat in."
    )
    if evaluation.blind or any(each.submitted for each in separate(evaluation)):
        words += " Resultatet visas igen först när även den nya har lämnat in."
    if not rights.rights().everything:
        known = ", ".join(f"{each.role}: {each.id}" for each in separate(evaluation))
        words += f" I access.yaml skrivs bedömarna med de här orden. {known}."
    return words


def _show_adding(evaluation: Evaluation) -> None:
    turn = str(st.session_state.get(_key(evaluation, _TURN), 0))
    form = FormFields(_WORDS, lambda name: _key(evaluation, turn, name))
    form.text("role")
    wrong = _key(evaluation, turn, _WRONG)
    if st.button("Lägg till bedömaren", key=_key(evaluation, "lagg-till")):
        try:
            added = with_role(evaluation.assessors, form.typed["role"])
        except Unclear as refusal:
            st.session_state[wrong] = str(refusal)
        else:
            _save(evaluation, added)
    if wrong in st.session_state:
        with form.below["role"]:
            html.paragraphs(st.session_state[wrong], "nk-failed")


def _show_taking_away(dossier: Dossier) -> None:
    """Those who have not begun: an answer that is given is never taken away here."""
    evaluation = dossier.evaluation
    if not several(evaluation):
        return
    for each in separate(evaluation):
        if dossier.own_sheet(each.id) is None and not each.submitted:
            label = plain(f"Ta bort {each.role}, som inte har svarat")
            if st.button(label, key=_key(evaluation, "ta-bort", each.id)):
                _save(evaluation, tuple(one for one in evaluation.assessors if one != each))


def _save(evaluation: Evaluation, assessors: tuple[Assessor, ...]) -> None:
    outcome = save_list(evaluation, "assessors", assessors, actor())
    if not isinstance(outcome, (Failed, Conflict)):  # the field is empty for the next one
        turn = _key(evaluation, _TURN)
        st.session_state[turn] = st.session_state.get(turn, 0) + 1
    show_outcome(outcome)


def _key(evaluation: Evaluation, *name: str) -> str:
    return state.case_key(evaluation.id, "bedomare", *name)
