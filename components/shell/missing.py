"""What a page shows where the evaluation asked for cannot be opened: never another one instead."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from components.shell import html, rights, run, state, storage
from components.shell.case_saving import show_failure
from components.shell.markdown import plain
from components.shell.person import actor
from components.shell.problems import show_problems
from natverkskollen.dossier.library import Library
from natverkskollen.store import Entry, Failed
from natverkskollen.swedish.dates import long_date

_MOST_LINKS = 12


def stop_without(library: Library) -> NoReturn:
    """Why the page shows nothing, what there is to open instead, and the end of its run."""
    asked = state.remembered(state.EVALUATION)
    if asked is None or not library.headers:
        _show_none(library)
    elif asked in library.evaluations.taken():
        _show_broken(library, asked)
    else:
        _show_gone(asked)
    if not state.committee_asked():
        _show_others(library)
    st.stop()


def _show_none(library: Library) -> None:
    st.title("Nätverkskollen", anchor=False)
    broken = any(problem.file.startswith("evaluations/") for problem in library.problems)
    words = "Ingen utvärdering går att öppna." if broken else "Här finns ingen utvärdering ännu."
    html.paragraphs(words, "nk-lead")
    if not state.committee_asked():
        if rights.may_create():
            st.page_link("new_evaluation.py", label="Skapa en utvärdering")
        show_problems(library.problems)


def _show_broken(library: Library, asked: str) -> None:
    st.title("Utvärderingen går inte att öppna", anchor=False)
    html.paragraphs(f"Utvärderingen {asked} finns, men en fil i den har ett fel.", "nk-lead")
    if not state.committee_asked():
        show_problems(library.problems_of((asked,)))


def _show_gone(asked: str) -> None:
    st.title("Utvärderingen finns inte", anchor=False)
    gone = run.store().deleted(asked)
    if gone is None:
        html.paragraphs(
            f"Här finns ingen utvärdering med namnet {asked}. Länken kan vara gammal eller fel.",
            "nk-lead",
        )
        return
    when = f"{long_date(gone.when.astimezone().date())} av {gone.actor}"
    html.paragraphs(f"Utvärderingen {asked} togs bort {when}. Inget i den är borta.", "nk-lead")
    if not state.committee_asked() and storage.writable() and rights.may_administer(asked):
        _offer_back(asked, gone)


def _offer_back(asked: str, gone: Entry) -> None:
    if not st.button("Lägg tillbaka utvärderingen", key=state.case_key(asked, "tillbaka")):
        return
    outcome = run.store().bring_back(asked, actor())
    if isinstance(outcome, Failed):
        show_failure(outcome)
        return
    st.session_state[state.TOLD] = f"Utvärderingen {asked} är tillbaka."
    st.rerun()


def _show_others(library: Library) -> None:
    others = list(library.headers.items())
    if not others:
        return
    html.heading("Utvärderingar som finns" if len(others) <= _MOST_LINKS else "Några av dem")
    for id_, header in sorted(others, key=lambda each: each[1].day, reverse=True)[:_MOST_LINKS]:
        st.page_link("overview.py", label=plain(header.title), query_params={state.EVALUATION: id_})
