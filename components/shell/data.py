"""The data folder and the chosen evaluation, read afresh for each run of a page."""

from __future__ import annotations

import gc
import time
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

import streamlit as st

from components.shell import state
from natverkskollen.analysis.result import Result, input_hash
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.robustness.robustness import robustness as count_robustness
from natverkskollen.analysis.robustness.settings import Options
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.header import Header, header_of
from natverkskollen.dossier.library import Library
from natverkskollen.files.data_folder import data_folder
from natverkskollen.files.problem import Problem
from natverkskollen.store import read_library


def library() -> Library:
    """Everything in the data folder as it is on disk now (unchanged files are not read again)."""
    return read_library(data_folder())


def dossier() -> Dossier:
    """The chosen evaluation; stops the page with the way forward where there is none."""
    from components.shell.problems import stop_without_evaluations

    found = library()
    chosen = state.remembered(state.EVALUATION)
    opened = found.opened(chosen)[0] if chosen in found.ids else None
    opened = opened or open_one(found)[0]
    if opened is None:
        stop_without_evaluations(found)
    st.session_state[state.OPEN] = opened
    return opened


def open_one(found: Library) -> tuple[Dossier | None, dict[str, Header]]:
    """The evaluation asked for, else the next that can be opened; and those there are to choose.

    Only it is read in full. One that was open when somebody broke a file of it stays on screen,
    with what a person is writing there, until the file has been put right.
    """
    choices = dict(found.headers)
    kept = st.session_state.get(state.OPEN)
    if kept and kept.evaluation.id in found.evaluations.taken():
        choices.setdefault(kept.evaluation.id, header_of(kept.evaluation))
    while choices:
        id_ = state.chosen(state.EVALUATION, tuple(choices), first_evaluation(choices))
        opened = found.opened(id_)[0] if id_ in found.ids else None
        if opened is None and kept and kept.evaluation.id == id_:
            opened = kept
        if opened:
            return opened, choices
        del choices[id_]
    return None, {}


def problems() -> tuple[tuple[Problem, ...], int]:
    """Every problem in the files known so far, and how many evaluations are left to read.

    A few are read at once. Many are read one by one beside the page, which does not wait for them.
    """
    found = library()
    left = [id_ for id_ in found.ids if not found.is_read(id_)]
    if len(left) <= _AT_ONCE:
        return found.problems, 0
    reader = _READERS.get(found.folder)
    if reader is None or not reader.is_alive():
        reader = Thread(target=_read_all, args=(found, left), name=READER, daemon=True)
        _READERS[found.folder] = reader
        reader.start()
    return found.problems_of(tuple(id_ for id_ in found.ids if id_ not in left)), len(left)


def _read_all(found: Library, left: list[str]) -> None:
    for id_ in left:
        found.opened(id_)
        time.sleep(_PAUSE)


_AT_ONCE, _PAUSE, READER = 10, 0.02, "läser utvärderingar"
_READERS: dict[Path, Thread] = {}


def result() -> Result:
    """The result of the chosen evaluation."""
    return evaluate(dossier())


def robustness(options: Options | None = None) -> Robustness:
    """How sure the chosen evaluation's result is, under the weights asked for."""
    found = dossier()
    key = (input_hash(found), repr(options))
    kept = _LATEST.get(key)
    if kept is None:
        with st.spinner("Räknar med andra vikter och andra möjliga svar …"):
            kept = count_robustness(found, options)
        if len(_LATEST) >= _MOST_KEPT:
            _LATEST.clear()
        _LATEST[key] = kept
    return kept


# The result is a pure function of the key, so sharing it between sessions cannot mix them up.
_LATEST: dict[tuple[str, str], Robustness] = {}
_MOST_KEPT = 64


def first_evaluation(choices: Mapping[str, Header]) -> str:
    """The evaluation shown when none is asked for: the newest real one, else the newest."""
    return max(choices, key=lambda id_: (not choices[id_].fictional, choices[id_].day))


def evaluation_menu(choices: Mapping[str, Header], current: str) -> None:
    """The control in the side bar that chooses the evaluation."""
    key = state.picked(state.EVALUATION)
    st.session_state[key] = current
    st.sidebar.selectbox(
        "Utvärdering",
        list(choices),
        format_func=lambda id_: choices[id_].title,
        key=key,
        on_change=lambda: state.choose(state.EVALUATION, st.session_state[key]),
    )


@st.cache_resource
def settle_memory() -> None:
    """Keep what the imports made out of every later garbage collection, some 50 ms a run."""
    gc.collect()
    gc.freeze()
