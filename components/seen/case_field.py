"""Fields of the evaluation as a whole that keep what the person saw, so that a save is compared.

The file is read afresh at every click. Comparing with that reading would let a field drawn before
a colleague's change overwrite it in silence.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.shell import run, state
from components.shell.case_saving import show_outcome
from components.shell.markdown import plain
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import UNSEEN, Change, Clash, Conflict, Failed, KeyPath
from natverkskollen.store.plain_data import value_at


def case_text(evaluation: Evaluation, name: str, label: str, now: Any) -> str:
    """A text field for a value of the evaluation that is `now` on file, None for none.

    A field that nobody has touched follows the file; one that somebody has written in stays.
    """
    key, seen = _key(evaluation, name), _seen(evaluation, name)
    if seen not in st.session_state:
        typed = st.text_input(label, _text(now), key=key, persist_state="session")
        # The browser may have kept a field for a session that has not drawn it before.
        st.session_state[seen] = now if typed == _text(now) else UNSEEN
        return typed
    was, there = st.session_state[seen], st.session_state.get(key)
    untouched = was is not UNSEEN and there == _text(was)
    if there is None or (untouched and was != now):
        st.session_state[key] = _text(now)
        st.session_state[seen] = now
    return st.text_input(label, key=key, persist_state="session")


def seen_value(evaluation: Evaluation, name: str) -> Any:
    """What stood in the file when the person was shown the field; UNSEEN where nobody knows."""
    return st.session_state[_seen(evaluation, name)]


def save_fields(
    evaluation: Evaluation,
    paths: Mapping[str, KeyPath],
    changes: Sequence[Change],
    values: Mapping[str, Any],
    actor: str,
) -> None:
    """Save fields drawn by `case_text` unless somebody has changed them since they were shown.

    `paths` tells where in the evaluation each field lies and `values` its new value, by its name.
    """
    store = run.store()
    found = store.get(evaluation.id)
    if isinstance(found, Failed):
        show_outcome(found)
        return
    outcome = store.save(evaluation.id, found.version, changes, actor, secrets.token_hex(8))
    if isinstance(outcome, Conflict):
        for clash in outcome.clashes:
            _tell(evaluation, paths, clash)
        return
    if not isinstance(outcome, Failed):
        for name, value in values.items():
            st.session_state[_seen(evaluation, name)] = value
    show_outcome(outcome)


def _tell(evaluation: Evaluation, paths: Mapping[str, KeyPath], clash: Clash) -> None:
    """Show what somebody else has saved; having seen it, the person decides."""
    words = f"Någon annan har ändrat till {_text(clash.theirs) or 'inget'} sedan du öppnade sidan."
    st.error(plain(f"Inte sparat. {words} Spara igen om ditt ska gälla."))
    inside = clash.path[1:]
    for name, path in paths.items():
        if path[: len(inside)] == inside:
            theirs = value_at(clash.theirs, path[len(inside) :])
            st.session_state[_seen(evaluation, name)] = theirs


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(str(each) for each in value.values() if isinstance(each, str))
    return "" if value is None else str(value)


def _key(evaluation: Evaluation, name: str) -> str:
    return state.case_key(evaluation.id, "falt", name)


def _seen(evaluation: Evaluation, name: str) -> str:
    return state.case_key(evaluation.id, "sett", name)
