"""The one line that always says whether all is saved; typing.js changes it while one writes."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.shell import clock, state


def note(well: bool, of: str = "") -> None:
    """Say how the latest save went; `of` is what was saved, where it is told at its own field.

    What could not be saved there is unsaved until it is, whatever else is saved meanwhile.
    """
    left: set[str] = st.session_state.setdefault(state.UNSAVED, set())
    left.discard("")
    if well:
        left.discard(of)
    else:
        left.add(of)
    words = f"Alla ändringar är sparade {clock.now():%H:%M}"
    st.session_state[state.SAVED_LINE] = "Något är inte sparat, se vid fältet" if left else words


def show(hidden: bool = False) -> Callable[[], None]:
    """Draw the line, empty until something has been saved; what draws it anew where it has changed.

    It is the first thing on the page, so that a save is acknowledged before the rest is drawn.
    """
    if hidden:
        return lambda: None
    first = _words()
    line = st.html(_markup(first))

    def renew() -> None:
        if (words := _words()) != first:
            line.html(_markup(words))

    return renew


def _words() -> str:
    return str(st.session_state.get(state.SAVED_LINE, ""))


def _markup(words: str) -> str:
    return f'<p class="nk-line" aria-hidden="true"><span>{words}</span></p>'
