"""The data folder and the chosen evaluation, read afresh for each run of a page and once in it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from components.shell import clock, run, state
from components.shell.person import principal
from components.shell.turns import TURNS
from natverkskollen.analysis.budget_sets import BudgetCurve, budget_curve
from natverkskollen.analysis.findings import Finding, find_all
from natverkskollen.analysis.register.register import Register, holders, register_of
from natverkskollen.analysis.result import Result, figures_hash
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.robustness.robustness import robustness as count_robustness
from natverkskollen.analysis.robustness.settings import Options
from natverkskollen.analysis.scoring import evaluate, renewed
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.header import Header, header_of
from natverkskollen.dossier.library import Library
from natverkskollen.files.cache import Cache
from natverkskollen.store import Entry, Failed, Versioned, read_library
from natverkskollen.store.freshness import one_reading

T = TypeVar("T")
_DOSSIER, _RESULT, _FINDINGS = "utvarderingen", "resultatet", "fynden"


def library() -> Library:
    """Everything in the data folder as it is on disk now (unchanged files are not read again)."""
    return run.once("allt", lambda: read_library(run.folder(), principal()))


def versioned(evaluation: str) -> Versioned | Failed:
    """An evaluation as the store has it.

    What is to be shown with this version must be read after it: see `dossier_now`.
    """
    return run.once(("versionen", evaluation), lambda: run.store().get(evaluation))


def history(evaluation: str) -> tuple[Entry, ...] | Failed:
    """Every version of an evaluation."""
    return run.once(("historiken", evaluation), lambda: run.store().history(evaluation))


def dossier() -> Dossier:
    """The chosen evaluation; stops the page with the way forward where there is none."""
    return run.once(_DOSSIER, _dossier)


def dossier_now() -> Dossier:
    """The chosen evaluation read once more in this run, so that it is no older than its version."""
    found = library()
    run.forget(_DOSSIER, _RESULT, _FINDINGS)
    found.read_again()
    return dossier()


def _dossier() -> Dossier:
    from components.shell.missing import stop_without

    found = library()
    opened = open_one(found)[0]
    if opened is None:
        stop_without(found)
    st.session_state[state.OPEN] = opened
    return opened


def open_one(found: Library) -> tuple[Dossier | None, dict[str, Header]]:
    """The evaluation asked for, and those there are to choose; None where it cannot be opened.

    Another never takes the place of one that was asked for. Where none was, it is the first that
    can be opened. Only it is read in full. One that was open when somebody broke a file of it stays
    on screen, with what a person is writing there, until the file has been put right.
    """
    choices = dict(found.headers)
    kept = st.session_state.get(state.OPEN)
    if kept and kept.evaluation.id in found.evaluations.taken():
        choices.setdefault(kept.evaluation.id, header_of(kept.evaluation))
    asked = state.remembered(state.EVALUATION)
    left = {id_: header for id_, header in choices.items() if asked in (None, id_)}
    while left:
        id_ = state.chosen(state.EVALUATION, tuple(left), first_evaluation(left))
        opened = found.opened(id_)[0] if id_ in found.ids else None
        if opened is None and kept and kept.evaluation.id == id_:
            opened = kept
        if opened:
            return opened, choices
        del left[id_]
        choices.pop(id_)
        if asked is None:
            state.forget(state.EVALUATION)
    return None, choices


def register(municipality: str | None = None) -> Register:
    """The register of one municipality (None: the folder's own) as it stands today."""
    today = clock.today()
    question = ("registret", municipality)
    return run.once(question, lambda: register_of(library(), today, municipality))


def register_beside(found: Dossier) -> Register:
    """The register of the municipality that an evaluation is of."""
    name, own = found.evaluation.municipality.name, library().municipality
    ours = own.name == name if own else name not in holders(library())
    return register(None if ours else name)


def result() -> Result:
    """The result of the chosen evaluation."""
    return run.once(_RESULT, _result)


def _result() -> Result:
    opened = dossier()
    found = _of(_RESULTS, opened, lambda now, was: renewed(was, now) if was else evaluate(now))
    # The same object for as long as nothing has changed: what is made of it is kept by it.
    return found if found.dossier == opened else replace(found, dossier=opened)


def findings() -> tuple[Finding, ...]:
    """What the material of the chosen evaluation says against itself."""
    return run.once(_FINDINGS, lambda: _of(_FOUND, dossier(), _found))


def _found(now: Dossier, _: object) -> tuple[Finding, ...]:
    return find_all(now, result())


def budget() -> BudgetCurve | None:
    """What the chosen evaluation's sums are best spent on; None where there is too much to weigh.

    Twenty networks are a million sets, so the curve is kept while somebody types sums of their own.
    """
    return _of(_CURVES, dossier(), lambda *_: budget_curve(result()))


def _of(
    kept: Cache[tuple[Dossier, T]], opened: Dossier, work: Callable[[Dossier, T | None], T]
) -> T:
    """What follows from what counts in an evaluation, kept for as long as that is the same.

    `work` is given what followed before.
    """

    def renew(before: tuple[Dossier, T] | None) -> tuple[Dossier, T]:
        if before and opened.counts_as(before[0]):
            return before
        return opened, work(opened, before[1] if before else None)

    return kept.renewed((library().evaluations.place, opened.evaluation.id), renew)[1]


_RESULTS: Cache[tuple[Dossier, Result]] = Cache(64)
_CURVES: Cache[tuple[Dossier, BudgetCurve | None]] = Cache(64)
_FOUND: Cache[tuple[Dossier, tuple[Finding, ...]]] = Cache(64)


def robustness(options: Options | None = None) -> Robustness:
    """How sure the chosen evaluation's result is, under the weights asked for."""
    return robustness_of(result(), options)


def robustness_of(found: Result, options: Options | None = None) -> Robustness:
    """How sure a result is, under the weights asked for."""

    def count() -> Robustness:
        with st.spinner("Räknar med andra vikter och andra möjliga svar …"):
            return count_robustness(found.dossier, options, found)

    if not options or (options.profile is None and options.points is None):
        # Of the result itself: what is written in words is shown with it, and is not counted.
        figures = (figures_hash(found.dossier), repr(options))
        return _LATEST.renewed(figures, lambda kept: _of_result(kept or count(), found))
    # What does not count is in no hash, and is shown all the same.
    aside = found.dossier.aside and repr(found.dossier.aside)
    return _LATEST.get((found.input_hash, aside, repr(options)), count)


def _of_result(kept: Robustness, found: Result) -> Robustness:
    return kept if kept.result == found else replace(kept, result=found)


# The result is a pure function of the key, so sharing it between sessions cannot mix them up.
_LATEST: Cache[Robustness] = Cache(64)


def first_evaluation(choices: Mapping[str, Header]) -> str:
    """The evaluation shown when none is asked for: the newest real one, else the newest."""
    return max(choices, key=lambda id_: (not choices[id_].fictional, choices[id_].day))


@contextmanager
def begin() -> Iterator[None]:
    """What a run is drawn within: when it is its turn, and with the run before it forgotten.

    A shared database is asked once. After a save it is asked anew, and so it is by what a click
    calls, which is outside of any run.
    """
    with TURNS.one():
        run.begin()
        _settle_memory()
        with one_reading():
            yield


@st.cache_resource
def _settle_memory() -> None:
    """Keep what the imports made out of every later garbage collection, some 50 ms a run."""
    gc.collect()
    gc.freeze()
