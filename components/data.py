"""The data folder and the chosen evaluation, read afresh for each run of a page."""

from __future__ import annotations

import gc
from collections.abc import Mapping

import streamlit as st

from components import state
from natverkskollen.data_folder import data_folder
from natverkskollen.library import Dossier, Library, read_library
from natverkskollen.result import Result
from natverkskollen.scoring import evaluate


def library() -> Library:
    """Everything in the data folder as it is on disk now (unchanged files are not read again)."""
    return read_library(data_folder())


def dossier() -> Dossier:
    """The chosen evaluation; stops the page with the way forward where there is none."""
    from components.problems import stop_without_evaluations

    found = library()
    if not found.dossiers:
        stop_without_evaluations(found)
    id_ = state.chosen(state.EVALUATION, tuple(found.dossiers), first_evaluation(found))
    return found.dossiers[id_]


def result() -> Result:
    """The result of the chosen evaluation."""
    return evaluate(dossier())


def first_evaluation(found: Library) -> str:
    """The evaluation shown when none is asked for: the newest real one, else the newest."""
    return max(
        found.dossiers,
        key=lambda id_: (
            not found.dossiers[id_].evaluation.fictional,
            found.dossiers[id_].evaluation.case.date,
        ),
    )


def evaluation_menu(names: Mapping[str, str], current: str) -> None:
    """The control in the side bar that chooses the evaluation."""
    key = state.picked(state.EVALUATION)
    st.session_state[key] = current
    st.sidebar.selectbox(
        "Utvärdering",
        list(names),
        format_func=lambda id_: names[id_],
        key=key,
        on_change=lambda: state.choose(state.EVALUATION, st.session_state[key]),
    )


@st.cache_resource
def settle_memory() -> None:
    """Keep what the imports made out of every later garbage collection, some 50 ms a run."""
    gc.collect()
    gc.freeze()
