"""Every session-state key and query parameter, and nothing else keeps a string key."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

EVALUATION, NETWORK, THEME, ASSESSOR = "utvardering", "natverk", "tema", "bedomare"
OPEN = "oppnad"
RUN = "korning"
TOLD = "besked"
SAVED_LINE, UNSAVED = "sparat", "inte-sparat"
READ = "last-i-loggen"
# Choices that the browser may not have in its address yet, by what it had there.
_ON_ITS_WAY = "val-pa-vag"
NETWORK_FILE, ALL = "natverksfil", "alla"
PART, TO_CHECK, TOPIC, SEVERITY = "del", "fynd", "amne", "slag"
QUESTIONS, QUESTION, ROWS = "visa", "fraga", "rader"
TEMPLATE, PAPER = "mall", "handling"
VIEW, COMMITTEE = "vy", "namnd"
CRITERIA_FILE = "kriterier"
MEMBERSHIP, HOLDER, ORDER, YEAR = "medlemskap", "kommun", "ordning", "ar"
OWN = "egna"
# The parts of Resultat.
SECTION = "avsnitt"
BY_CRITERION, COSTS, CERTAINTY, TOGETHER = "kriterier", "kostnad", "sakerhet", "tillsammans"
WEIGHTING, MODEL, INTERVALS = "vikter", "modell", "intervall"


def chosen(parameter: str, options: Sequence[str], default: str | None = None) -> str:
    """The option the address names, else the one chosen earlier in this session, else the default.

    The address is put right at the same time, so that a copied link opens the same view.
    """
    remembered = _chosen_key(parameter)
    asked = (st.query_params.get(parameter), st.session_state.get(remembered), default)
    candidate = next((each for each in asked if each is not None and each in options), options[0])
    if candidate != asked[1]:  # the address has moved on by itself: a link, or Back
        st.session_state.get(_ON_ITS_WAY, {}).pop(parameter, None)
    st.session_state[remembered] = candidate
    if st.query_params.get(parameter) != candidate:
        st.query_params[parameter] = candidate
    return candidate


def committee_asked() -> bool:
    """Whether the address asks for the committee's reading instead of the app's pages."""
    return st.query_params.get(VIEW) == COMMITTEE


def committee_address(evaluation: str) -> str:
    """The address of the committee's reading of an evaluation, relative to any page."""
    return f"?{urlencode({EVALUATION: evaluation, VIEW: COMMITTEE})}"


def choose(parameter: str, value: str) -> None:
    """Make a choice that the next run reads from the address.

    A choice made right after another can come with the address as it was before both; the first one
    then stands all the same.
    """
    earlier: dict[str, str] = st.session_state.setdefault(_ON_ITS_WAY, {})
    for other, was in earlier.items():
        if other != parameter and st.query_params.get(other) == was:
            st.query_params[other] = st.session_state[_chosen_key(other)]
    if parameter in st.query_params:
        earlier[parameter] = st.query_params[parameter]
    st.session_state[_chosen_key(parameter)] = value
    st.query_params[parameter] = value


def remembered(parameter: str) -> str | None:
    """What the address says of a parameter, else what was chosen earlier in this session."""
    found = st.query_params.get(parameter) or st.session_state.get(_chosen_key(parameter))
    return str(found) if found else None


def forget(parameter: str) -> None:
    """Let a choice that nobody made, and that cannot stand, be made anew."""
    st.session_state.pop(_chosen_key(parameter), None)
    st.query_params.pop(parameter, None)


def _chosen_key(parameter: str) -> str:
    return f"vald:{parameter}"


def picked(parameter: str) -> str:
    """The widget key of the control that makes a choice."""
    return f"val:{parameter}"


def answer_key(evaluation: str, assessor: str, network: str, criterion: str, field: str) -> str:
    """The key of one field of one answer: a widget's, or what belongs to it."""
    return "/".join(("svar", evaluation, assessor, network, criterion, field))


def case_key(evaluation: str, *subject: str) -> str:
    """The key of a field that belongs to the evaluation as a whole."""
    return "/".join(("arende", evaluation, *subject))


def network_key(network: str, field: str) -> str:
    """The key of a field of a network's form, or of what belongs to it."""
    return f"natverk/{network}/{field}"


def membership_key(membership: str, field: str) -> str:
    """The key of a field of a membership's forms, or of what belongs to them."""
    return f"medlemskap/{membership}/{field}"


def new_key(field: str) -> str:
    """The key of a field of the form that creates an evaluation, or of what belongs to it."""
    return f"ny/{st.session_state.get(_FORM, 0)}/{field}"


def empty_form() -> None:
    """Let the form that creates an evaluation start afresh, when one has been created."""
    st.session_state[_FORM] = st.session_state.get(_FORM, 0) + 1


_FORM = "ny-omgang"
