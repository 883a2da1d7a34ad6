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
from natverkskollen.swedish.words import listed

_WORDS = {
    "role": ("Roll", "En roll, inte ett namn. Till exempel Ekonom."),
}
_SAVED = "tillagd"


def may_add(evaluation: Evaluation) -> bool:
    """Whether the person may add an assessor to the evaluation as it stands."""
    open_to_change = storage.writable() and evaluation.status != "final"
    return open_to_change and rights.may_edit(evaluation.id)


def show_assessor_form(dossier: Dossier) -> None:
    """Behind its name: a role to add, and the roles that can be taken away."""
    evaluation = dossier.evaluation
    if not may_add(evaluation):
        return
    opened = opening("Lägg till en bedömare", _key(evaluation, "oppet"))
    if not opened.open:
        return
    with opened, st.container(width=680):
        html.paragraphs(_told(evaluation))
        _show_adding(evaluation)
        _show_taking_away(dossier)


def _told(evaluation: Evaluation) -> str:
    words = "När ni är flera svarar var och en för sig. "
    if evaluation.blind or any(each.submitted for each in separate(evaluation)):
        words += "Resultatet visas först när alla har lämnat in, även den nya."
    else:
        words += "Svaren läggs sida vid sida när alla har lämnat in."
    if not rights.rights().everything:
        known = listed([f"{each.role} har {each.id}" for each in separate(evaluation)])
        words += (
            " Den nya kan svara först när den som sköter inloggningen har gett rätten, med "
            f"bedömarens id: {known}."
        )
    return words


def _show_adding(evaluation: Evaluation) -> None:
    form = FormFields(_WORDS, lambda name: _key(evaluation, name))
    if st.session_state.pop(_key(evaluation, _SAVED), False):  # empty for the next one
        st.session_state[form.key("role")] = ""
    form.text("role")
    if st.button("Lägg till bedömaren", key=_key(evaluation, "lagg-till")):
        try:
            added = with_role(evaluation.assessors, form.typed["role"])
        except Unclear as refusal:
            with form.below["role"]:
                html.paragraphs(str(refusal), "nk-failed")
        else:
            _save(evaluation, added)


def _show_taking_away(dossier: Dossier) -> None:
    """Those who have not begun, of those whose answers the person may know of: what is given is
    never taken away here."""
    evaluation = dossier.evaluation
    unseen = rights.hidden(evaluation)
    begun = {each.id for each in evaluation.assessors if dossier.own_sheet(each.id) is not None}
    away = [
        each
        for each in separate(evaluation)
        if each.id not in begun | unseen and not each.submitted
    ]
    if not (several(evaluation) and away):
        return
    html.paragraphs("Den som inte har svarat kan tas bort.")
    for each in away:
        if st.button(plain(f"Ta bort {each.role}"), key=_key(evaluation, "ta-bort", each.id)):
            _save(evaluation, tuple(one for one in evaluation.assessors if one != each))


def _save(evaluation: Evaluation, assessors: tuple[Assessor, ...]) -> None:
    outcome = save_list(evaluation, "assessors", assessors, actor())
    if not isinstance(outcome, (Failed, Conflict)):
        st.session_state[_key(evaluation, _SAVED)] = True
    show_outcome(outcome)


def _key(evaluation: Evaluation, *name: str) -> str:
    return state.case_key(evaluation.id, "bedomare", *name)
