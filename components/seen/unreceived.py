"""What the browser still holds in its fields where the session has given them something newer.

A page that is drawn anew gives an untouched field what somebody else has saved. What the person
does before the browser has received it still carries the field as it was, and taken for something
they have written it would overwrite the other's words in silence (docs/beslut/0038).
"""

from __future__ import annotations

import streamlit as st

from components.seen import base_version
from components.seen.memory import Memory, Shown, Sight

_BEFORE = "fore"


def note(shown: Shown, evaluation: str) -> None:
    """Remember what the fields held before this run gave them what the file holds now."""
    if shown.before is None:
        return
    still = held(shown, evaluation)
    mark = base_version.drawn_now(evaluation)
    st.session_state[shown.key(_BEFORE)] = still or shown.before, mark


def held(memory: Memory, evaluation: str, filled: bool = True) -> Sight | None:
    """What the fields hold in the browser that sent what is being handled, where it had not
    received what the session gave them last; None where it had, as it nearly always has.

    `filled` is what the fields themselves say of it, where they can.
    """
    before, mark = st.session_state.get(memory.key(_BEFORE), (None, ""))
    if before is None or (filled and base_version.received(evaluation, mark)):
        st.session_state.pop(memory.key(_BEFORE), None)
        return None
    sight: Sight = before
    return sight


def saved(memory: Memory, sight: Sight) -> None:
    """Say that what the browser holds without having received the rest has been saved."""
    _, mark = st.session_state[memory.key(_BEFORE)]
    st.session_state[memory.key(_BEFORE)] = sight, mark
