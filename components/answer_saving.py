"""Between the fields on screen and the file: what the person saw, the save, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

import streamlit as st

from components import html, state
from components.answer_reading import Unreadable, read_fields
from natverkskollen.answer import Answer
from natverkskollen.criteria import CriteriaSet
from natverkskollen.criterion import Criterion
from natverkskollen.data_folder import data_folder
from natverkskollen.store import Conflict, Failed, Outcome, save_answer
from natverkskollen.wording import answer_words

_SEEN, _UNSAVED, _CLASH, _TOLD = "sedd", "osparat", "krock", "besked"
FIELDS = ("score", "upper", "rationale", "grade")


@dataclass(frozen=True)
class Place:
    """Which answer: one assessor's on one network and criterion of one evaluation."""

    evaluation: str
    assessor: str
    network: str
    criterion: str

    def key(self, field: str) -> str:
        """The session key of one field of the answer, or of what belongs to it."""
        return state.answer_key(self.evaluation, self.assessor, self.network, self.criterion, field)


def seed(place: Place, stored: Answer, fields: dict[str, Any]) -> None:
    """Fill the widgets with what is on file, or with what the person typed and could not save."""
    st.session_state[place.key(_SEEN)] = stored
    unsaved = st.session_state.get(place.key(_UNSAVED), {})
    for field, value in {**fields, **unsaved}.items():
        st.session_state[place.key(field)] = value


def saver(place: Place, criteria: CriteriaSet, criterion: Criterion) -> Callable[[], None]:
    """The callback that saves the answer as it stands in the widgets."""

    def save() -> None:
        typed = {field: st.session_state.get(place.key(field)) for field in FIELDS}
        there = st.session_state.get(place.key(_SEEN))
        try:
            mine = read_fields(typed, criteria, criterion, there or Answer())
        except Unreadable as refusal:
            _keep(place, typed, f"Inte sparat. {refusal}")
            return
        # A new session (the server restarted, or the tab slept) has not seen the file's answer:
        # expecting an impossible one makes the store compare instead of overwriting.
        expected = there if there is not None else Answer(not_applicable=True, rationale="\u2060")
        _told(place, typed, _saved(place, expected, mine))

    return save


def _saved(place: Place, expected: Answer, mine: Answer) -> Outcome:
    return save_answer(
        data_folder(),
        place.evaluation,
        place.assessor,
        place.network,
        place.criterion,
        expected,
        mine,
    )


def _told(place: Place, typed: dict[str, Any], outcome: Outcome) -> None:
    if isinstance(outcome, Failed):
        _keep(place, typed, f"Inte sparat: {outcome.what}. {outcome.remedy}.")
        return
    st.session_state.pop(place.key(_UNSAVED), None)
    if isinstance(outcome, Conflict):
        st.session_state[place.key(_CLASH)] = outcome
        return
    st.session_state[place.key(_TOLD)] = (True, f"Sparat {datetime.now():%H:%M}")


def _keep(place: Place, typed: dict[str, Any], words: str) -> None:
    st.session_state[place.key(_UNSAVED)] = typed
    st.session_state[place.key(_TOLD)] = (False, words)


def show_status(place: Place) -> None:
    """How the latest save went: announced to a screen reader, with the time or what to do."""
    well, words = st.session_state.get(place.key(_TOLD), (True, ""))
    kind = "nk-saved" if well else "nk-failed"
    st.html(f'<p role="status" class="{kind}">{escape(words)}&nbsp;</p>')


def show_clash(place: Place, criteria: CriteriaSet, criterion: Criterion) -> bool:
    """Where somebody else changed the same answer: both texts and a choice. False: no clash."""
    clash = st.session_state.get(place.key(_CLASH))
    if clash is None:
        return False
    st.warning("Någon annan har ändrat samma svar. Inget är borta: välj vilket som ska gälla.")
    for title, answer in (("Ditt svar", clash.mine), ("Svaret i filen", clash.theirs)):
        html.heading(title, 4)
        html.paragraphs(answer_words(criteria, criterion, answer))
        html.paragraphs(answer.rationale or "Ingen motivering", "nk-quiet")

    def settle(mine: bool) -> None:
        st.session_state.pop(place.key(_CLASH))
        if mine:
            _told(place, {}, _saved(place, clash.theirs, clash.mine))

    st.button("Spara mitt svar", key=place.key("mitt"), on_click=settle, args=(True,))
    st.button("Behåll svaret i filen", key=place.key("deras"), on_click=settle, args=(False,))
    return True
