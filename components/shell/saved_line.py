"""The one line that always says whether all is saved; typing.js changes it while one writes."""

from __future__ import annotations

import streamlit as st

from components.shell import clock, html, state


def note(well: bool) -> None:
    """Say how the latest save went."""
    words = f"Alla ändringar är sparade {clock.now():%H:%M}"
    st.session_state[state.SAVED_LINE] = words if well else "Något är inte sparat, se vid fältet"


def show() -> None:
    """The line, empty until something has been saved."""
    words = st.session_state.get(state.SAVED_LINE, "")
    html.show(f'<p class="nk-line" aria-hidden="true"><span>{words}</span></p>')
