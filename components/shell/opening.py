"""A part of a page drawn only for whoever opens it, and kept open when its label changes."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.shell.markdown import plain


def opening(label: str, key: str, at_first: bool = False) -> Any:
    """The expander; `.open` tells whether to draw what is in it.

    One that is open `at_first` is so until somebody closes it. With another number in its label it
    is another one to Streamlit, and is told anew that it is open. A session that has not drawn it
    leaves it to the browser, which after a restart may have it open with something written in it.
    """
    if at_first or key in st.session_state:
        st.session_state[key] = bool(st.session_state.get(key, at_first))
    return st.expander(plain(label), key=key, on_change="rerun")
