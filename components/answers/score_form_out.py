"""The scoring form to download from Bedömning: one assessor's, or a sheet for each."""

from __future__ import annotations

import streamlit as st

from components.shell import data, html, state
from components.shell.case_saving import show_failure
from components.shell.picker import distinct
from natverkskollen.analysis.assessors import several, still_open
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.output.excel.book import MIME
from natverkskollen.output.excel.score_form import score_form
from natverkskollen.store import Failed
from natverkskollen.swedish.words import lower_first

_ALL = "alla"


def show_form_out(dossier: Dossier, assessor: str) -> None:
    """Whose form, and the button; the assessor of the page is the one at first.

    Who scores hidden from the others gets a form of their own and no other's answers in it.
    """
    evaluation = dossier.evaluation
    people = {each.id: each for each in still_open(evaluation)}
    if not people:
        final = evaluation.status == "final"
        why = "Utvärderingen är färdigställd" if final else "Alla har lämnat in"
        html.paragraphs(f"{why}, så det finns inget att fylla i.")
        return
    names = distinct({each.id: each.role for each in people.values()})
    if len(people) > 1 and not evaluation.hidden:
        names[_ALL] = "Alla i en fil, med var sitt blad"
    chosen = assessor if assessor in names else next(iter(names))
    if len(names) > 1:
        chosen = st.selectbox(
            "Vems formulär",
            list(names),
            list(names).index(chosen),
            format_func=names.__getitem__,
            key=state.case_key(evaluation.id, "formular", "vems", assessor),
            filter_mode=None,
            width=480,
        )
    elif several(evaluation):
        html.paragraphs(f"Formuläret gäller {lower_first(names[chosen])}.", "nk-quiet")
    if evaluation.hidden:
        words = "Svaren är dolda tills alla har lämnat in. Därför får var och en en egen fil."
        html.paragraphs(words, "nk-quiet")
    now = data.versioned(evaluation.id)
    if isinstance(now, Failed):
        show_failure(now)
        return
    picked = tuple(people.values()) if chosen == _ALL else (people[chosen],)
    st.download_button(
        "Ladda ner formuläret",
        lambda: score_form(dossier, now, picked),
        file_name=f"bedomning-{evaluation.id}-{chosen}.xlsx",
        mime=MIME,
        on_click="ignore",
        key=state.case_key(evaluation.id, "formular", "ladda-ner"),
    )
