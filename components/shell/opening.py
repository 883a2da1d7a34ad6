"""A part of a page drawn only for whoever opens it, and kept open when its label changes."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.shell.markdown import plain


def opening(label: str, key: str) -> Any:
    """The expander; `.open` tells whether to draw what is in it.

    With another number in its label it is another one to Streamlit, and is told anew that it is
    open.
    """
    st.session_state[key] = bool(st.session_state.get(key))
    return st.expander(plain(label), key=key, on_change="rerun")
