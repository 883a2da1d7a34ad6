"""Every session-state key and query parameter, and nothing else keeps a string key."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

EVALUATION, NETWORK, THEME, ASSESSOR = "utvardering", "natverk", "tema", "bedomare"


def chosen(parameter: str, options: Sequence[str], default: str | None = None) -> str:
    """The option the address names, else the one chosen earlier in this session, else the default.

    The address is put right at the same time, so that a copied link opens the same view.
    """
    remembered = _chosen_key(parameter)
    for candidate in (st.query_params.get(parameter), st.session_state.get(remembered), default):
        if candidate in options:
            break
    else:
        candidate = options[0]
    st.session_state[remembered] = candidate
    if st.query_params.get(parameter) != candidate:
        st.query_params[parameter] = candidate
    return candidate


def choose(parameter: str, value: str) -> None:
    """Make a choice that the next run reads from the address."""
    st.session_state[_chosen_key(parameter)] = value
    st.query_params[parameter] = value


def _chosen_key(parameter: str) -> str:
    return f"vald:{parameter}"


def picked(parameter: str) -> str:
    """The widget key of the control that makes a choice."""
    return f"val:{parameter}"


def answer_key(evaluation: str, assessor: str, network: str, criterion: str, field: str) -> str:
    """The key of one field of one answer: a widget's, or what belongs to it."""
    return "/".join(("svar", evaluation, assessor, network, criterion, field))
