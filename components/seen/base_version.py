"""Which version the fields in the browser were drawn from, so that old values are known as old.

The browser keeps what stands in the fields when the server restarts or a session ends, and sends
all of it to a new session that knows nothing. A hidden field is kept and sent with them and says
which version they belong to; docs/beslut/0006 tells why it is not in the address.

It is filled after the fields, so that what it says has come has come, and on a slow line it also
tells a session which of its own fields the browser has received (docs/beslut/0038).
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.shell import data, run, state
from components.shell.text_fields import text_line
from natverkskollen.store import Failed, Versioned


@dataclass(frozen=True)
class Drawing:
    """A page that is being drawn: from which version, and where that is kept on it."""

    evaluation: str
    mark: str
    hidden: DeltaGenerator
    kept: Versioned | None = None
    """What the browser's fields were drawn from, where this session has not drawn them itself;
    None: the session knows what it has shown, or nobody can tell what the browser was shown."""
    first: bool = False
    """Whether the session has drawn none of the fields, and the browser may still have them."""


def begin(evaluation: str) -> Drawing:
    """Begin to draw the fields of an evaluation.

    Call it before the evaluation is read, so that the fields are never older than their mark.
    """
    mark = _mark(data.versioned(evaluation))
    hidden = st.container(key="dold")
    key, drawn, waiting, _ = _keys(evaluation)
    if drawn in st.session_state:
        return Drawing(evaluation, mark, hidden)
    with hidden:
        kept = text_line("Version", mark, key=key)
    # A run cut short by the next click must not make the next one take old fields for new.
    kept = st.session_state.setdefault(waiting, kept)
    return Drawing(evaluation, mark, hidden, _version(evaluation, kept), True)


def all_drawn(drawing: Drawing) -> None:
    """Say that every field has been compared: from here on the session knows what it shows."""
    key, drawn, waiting, order = _keys(drawing.evaluation)
    marks: dict[str, int] = st.session_state.setdefault(order, {})
    latest = max(marks.values(), default=0)
    if marks.get(drawing.mark) != latest:
        marks[drawing.mark] = latest + 1
    if drawn in st.session_state:
        if st.session_state.get(key) != drawing.mark:
            st.session_state[key] = drawing.mark
        with drawing.hidden:
            text_line("Version", key=key)
        return
    st.session_state[drawn] = True
    kept = st.session_state.pop(waiting, None)
    if kept != _mark(data.versioned(drawing.evaluation)):
        st.rerun()


def kept(evaluation: str) -> Versioned | None:
    """What the browser's fields were drawn from, while the session has not drawn them all: its
    first run may be broken off by what is written; None where it has, or nobody can tell."""
    _, _, waiting, _ = _keys(evaluation)
    return _version(evaluation, st.session_state.get(waiting, ""))


def drawn_now(evaluation: str) -> str:
    """The mark of what this run draws the fields from."""
    return _mark(data.versioned(evaluation))


def received(evaluation: str, mark: str) -> bool:
    """Whether the browser had received the fields with this mark when it sent what it sent last;
    asked by what a field calls, before the page is drawn anew."""
    key, _, _, order = _keys(evaluation)
    sent, marks = st.session_state.get(key), st.session_state.get(order, {})
    return sent not in marks or marks[sent] >= marks.get(mark, marks[sent] + 1)


def on_screen(evaluation: str) -> tuple[Versioned | None, int]:
    """The evaluation now, and the version that was on screen when the person clicked.

    Call it before the evaluation is read, as `begin`.
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


def _keys(evaluation: str) -> tuple[str, str, str, str]:
    names = ("version", "ritad", "ritas", "ordning")
    key, drawn, waiting, order = (state.case_key(evaluation, name) for name in names)
    return key, drawn, waiting, order
