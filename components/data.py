"""The data folder and the chosen evaluation, read afresh for each run of a page."""

from __future__ import annotations

import gc
from collections.abc import Mapping

import streamlit as st

from components import state
from natverkskollen.data_folder import data_folder
from natverkskollen.library import Dossier, Library, read_library
from natverkskollen.result import Result, input_hash
from natverkskollen.robustness.options import Options
from natverkskollen.robustness.robustness import Robustness
from natverkskollen.robustness.robustness import robustness as count_robustness
from natverkskollen.scoring import evaluate


def library() -> Library:
    """Everything in the data folder as it is on disk now (unchanged files are not read again)."""
    return read_library(data_folder())


def dossier() -> Dossier:
    """The chosen evaluation; stops the page with the way forward where there is none."""
    from components.problems import stop_without_evaluations

    found = library()
    choices = can_be_shown(found)
    if not choices:
        stop_without_evaluations(found)
    id_ = state.chosen(state.EVALUATION, tuple(choices), first_evaluation(choices))
    st.session_state[state.OPEN] = choices[id_]
    return choices[id_]


def can_be_shown(found: Library) -> dict[str, Dossier]:
    """The evaluations that can be read, and the one open when somebody broke a file of it.

    What a person is writing there stays on screen until the file has been put right.
    """
    choices = dict(found.dossiers)
    kept = st.session_state.get(state.OPEN)
    if kept and (found.folder / "evaluations" / kept.evaluation.id).is_dir():
        choices.setdefault(kept.evaluation.id, kept)
    return choices


def result() -> Result:
    """The result of the chosen evaluation."""
    return evaluate(dossier())


def robustness(options: Options | None = None) -> Robustness:
    """How sure the chosen evaluation's result is, under the weights asked for."""
    found = dossier()
    key = (input_hash(found), repr(options))
    kept = _LATEST.get(key)
    if kept is None:
        with st.spinner("Prövar bedömningen mot rimliga viktningar …"):
            kept = count_robustness(found, options)
        if len(_LATEST) >= _MOST_KEPT:
            _LATEST.clear()
        _LATEST[key] = kept
    return kept


# The result is a pure function of the key, so sharing it between sessions cannot mix them up.
_LATEST: dict[tuple[str, str], Robustness] = {}
_MOST_KEPT = 64


def first_evaluation(choices: Mapping[str, Dossier]) -> str:
    """The evaluation shown when none is asked for: the newest real one, else the newest."""
    return max(
        choices,
        key=lambda id_: (
            not choices[id_].evaluation.fictional,
            choices[id_].evaluation.case.date,
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
