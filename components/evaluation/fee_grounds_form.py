"""The form on Översikt for what some fees are counted on: own sums of money, and exchange rates."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.seen.form_fields import FormFields
from components.seen.form_saving import save_form
from components.seen.memory import Shown, Sight
from components.shell import html, state, storage
from natverkskollen.analysis.fee_share import SUM_WORDS
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.fee_grounds import (
    SUMS,
    day_of,
    grounds_fields,
    grounds_seen,
    needed_grounds,
)
from natverkskollen.editing.fee_grounds_entry import grounds_changes
from natverkskollen.editing.typed import Entry
from natverkskollen.swedish.money import currency_word
from natverkskollen.swedish.words import capital

_WIDTH = 680
_ROWS = "Ett år per rad, med hela kronor ur bokslutet: 2024: 6 500 000 000."


def show_fee_grounds(dossier: Dossier) -> None:
    """A field for each sum and currency that the networks' fees take; nothing where none do."""
    evaluation, needed = dossier.evaluation, needed_grounds(dossier)
    if not needed or storage.closed(evaluation):
        return
    with st.expander("Det som avgifterna räknas på"), st.container(width=_WIDTH):
        html.paragraphs(
            "En avgift i ert ärende är en andel av kommunens skatter, eller står i en annan "
            "valuta. Utan de här uppgifterna är den okänd i kronor."
        )
        words = {name: each for part in needed for name, each in _words(part).items()}
        first = grounds_fields(evaluation, needed)
        shown = Shown(_key(evaluation.id), Sight(first, grounds_seen(evaluation)))
        form = FormFields(words, shown.key, shown)
        days = {day_of(name) for name in words}
        for name in words:
            field = form.area if name in SUMS else form.day if name in days else form.text
            field(name, more=True)
        shown.drawn(form.typed)
        entry = Entry()
        seen = shown.of if shown.seen else shown.now.of
        changes = grounds_changes(entry, form.typed, seen, needed)
        tried = shown.key("provad")
        if st.button("Spara det avgifterna räknas på", key=shown.key("spara"), type="primary"):
            st.session_state[tried] = True
            if not entry.wrong:
                save_form(evaluation, changes, shown, words)
        if tried in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")


def _key(evaluation: str) -> Callable[[str], str]:
    return lambda name: state.case_key(evaluation, "avgiftsunderlag", name)


def _words(name: str) -> dict[str, tuple[str, str]]:
    if name in SUMS:
        return {name: (capital(SUM_WORDS[name]), _ROWS)}
    unit = currency_word(name)
    return {
        name: (f"Kurs för {unit}", f"Vad en enhet kostar i svenska kronor ({name})."),
        day_of(name): (f"Kursens dag för {unit}", "ÅÅÅÅ-MM-DD, dagen kursen gällde."),
    }
