"""Which version the fields in the browser were drawn from, so that old values are known as old.

The browser keeps what stands in the fields when the server restarts or a session ends, and sends
all of it to a new session that knows nothing. A hidden field is kept and sent with them and says
which version they belong to; docs/beslut/0006 tells why it is not in the address.
"""

from __future__ import annotations

import streamlit as st

from components.shell import data, run, state
from components.shell.text_fields import text_line
from natverkskollen.store import Failed, Versioned


def kept_version(evaluation: str) -> Versioned | None:
    """What the browser's fields were drawn from, where this session has not drawn them itself.

    Call it before the evaluation is read, so that the fields are never older than their mark.
    None: the session knows what it has shown, or nobody can tell what the browser was shown.
    """
    now = data.versioned(evaluation)
    mark = _mark(now)
    key, drawn, waiting = _keys(evaluation)
    with st.container(key=state.case_key(evaluation, "dold")):
        if drawn in st.session_state:
            if st.session_state.get(key) != mark:
                st.session_state[key] = mark
            text_line("Version", key=key)
            return None
        kept = text_line("Version", mark, key=key)
    # A run cut short by the next click must not make the next one take old fields for new.
    kept = st.session_state.setdefault(waiting, kept)
    return _version(evaluation, kept)


def all_drawn(evaluation: str) -> None:
    """Say that every field has been compared: from here on the session knows what it shows."""
    _, drawn, waiting = _keys(evaluation)
    if drawn in st.session_state:
        return
    st.session_state[drawn] = True
    kept = st.session_state.pop(waiting, None)
    if kept != _mark(data.versioned(evaluation)):
        st.rerun()


def on_screen(evaluation: str) -> tuple[Versioned | None, int]:
    """The evaluation now, and the version that was on screen when the person clicked.

    Call it before the evaluation is read, as `kept_version`.
    """
    found = data.versioned(evaluation)
    if isinstance(found, Failed):
        return None, 0
    key = state.case_key(evaluation, "liv", "visad")
    seen = st.session_state.get(key, found.version)
    st.session_state[key] = found.version
    return found, seen


def _version(evaluation: str, mark: str) -> Versioned | None:
    number, _, hash_ = mark.partition("-")
    if not (number.isdecimal() and number.isascii()):
        return None
    then = run.store().at(evaluation, int(number))
    # Version 0 is whatever the files hold until the first save: the hash tells what it was.
    return then if isinstance(then, Versioned) and then.hash == hash_ else None


def _mark(found: Versioned | Failed) -> str:
    return f"{found.version}-{found.hash}" if isinstance(found, Versioned) else ""


def _keys(evaluation: str) -> tuple[str, str, str]:
    names = ("version", "ritad", "ritas")
    key, drawn, waiting = (state.case_key(evaluation, name) for name in names)
    return key, drawn, waiting
