"""A field of the evaluation as a whole that keeps what the person saw, so that a save is compared.

The file is read afresh at every click. Comparing with that reading would let a field drawn before
a colleague's change overwrite it in silence.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components import state
from components.case_saving import show_outcome
from components.markdown import plain
from natverkskollen.data_folder import data_folder
from natverkskollen.evaluation import Evaluation
from natverkskollen.store import UNSEEN, Change, Conflict, Failed, store_at


@dataclass(frozen=True)
class CaseField:
    """What stands in the field, and what stood in the file when the person was shown it."""

    evaluation: str
    name: str
    typed: str
    seen: Any

    def save(self, new: Any, actor: str) -> None:
        """Save the value unless somebody has changed it since it was shown; tell how it went."""
        store = store_at(data_folder())
        found = store.get(self.evaluation)
        if isinstance(found, Failed):
            show_outcome(found)
            return
        change = Change(("evaluation", self.name), self.seen, new)
        key = secrets.token_hex(8)
        outcome = store.save(self.evaluation, found.version, (change,), actor, key)
        if isinstance(outcome, Conflict):
            theirs = outcome.clashes[0].theirs if outcome.clashes else None
            words = f"Någon annan har ändrat till {theirs or 'inget'} sedan du öppnade sidan."
            st.error(plain(f"Inte sparat. {words} Spara igen om ditt ska gälla."))
            # Having been told, the person decides on what is there now.
            st.session_state[_seen(self.evaluation, self.name)] = theirs
            return
        if not isinstance(outcome, Failed):
            st.session_state[_seen(self.evaluation, self.name)] = new
        show_outcome(outcome)


def case_text(evaluation: Evaluation, name: str, label: str, now: str) -> CaseField:
    """A text field for a value of the evaluation that is `now` on file, empty for none.

    A field that nobody has touched follows the file; one that somebody has written in stays.
    """
    key, seen = state.case_key(evaluation.id, "falt", name), _seen(evaluation.id, name)
    if seen not in st.session_state:
        typed = st.text_input(label, now, key=key, persist_state="session")
        # The browser may have kept a field for a session that has not drawn it before.
        known = (now or None) if typed == now else UNSEEN
        st.session_state[seen] = known
        return CaseField(evaluation.id, name, typed, known)
    was = st.session_state[seen]
    there = st.session_state.get(key)
    untouched = was is not UNSEEN and there == (was or "")
    if there is None or (untouched and there != now):
        st.session_state[key] = now
        st.session_state[seen] = was = now or None
    typed = st.text_input(label, key=key, persist_state="session")
    return CaseField(evaluation.id, name, typed, was)


def _seen(evaluation: str, name: str) -> str:
    return state.case_key(evaluation, "sett", name)
