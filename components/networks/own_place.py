"""Whose the data folder is: shown with the fees that are counted for it, and chosen once."""

from __future__ import annotations

import streamlit as st

from components.evaluation.municipality_fields import place_words
from components.networks.our_fee import our_municipality
from components.seen.form_fields import FormFields
from components.shell import html, run, state
from components.shell.case_saving import show_outcome
from components.shell.person import actor, principal
from natverkskollen.dossier.library import Library
from natverkskollen.model.own_municipality import OwnMunicipality
from natverkskollen.store import Saved
from natverkskollen.store.municipality_file import save_municipality
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.numbers import number

_WORDS = {
    "place": (
        "Kommun eller region",
        "Avgifterna räknas för er, och Ny utvärdering börjar med er. Utvärderingar som redan finns "
        "ändras inte.",
    )
}


def show_own_place(library: Library, locked: bool) -> None:
    """Who the fees are counted for, and behind a click the list to choose in."""
    who, own = our_municipality(library), library.municipality
    if own and who:
        people = f"{number(who.inhabitants)} invånare {long_date(who.as_of)}"
        html.paragraphs(f"Avgifterna är räknade för {who.name}, {people}.", "nk-quiet")
    if locked:
        return
    with st.expander("Byt kommun" if own else "Välj kommun"), st.container(width=680):
        form = FormFields(_WORDS, lambda name: state.network_key("er", name))
        places = sorted(library.reference.places.values(), key=lambda each: each.name.casefold())
        start = (own.code if own else who.code if who else "") or ""
        code = form.listed("place", {each.code: place_words(each) for each in places}, start)
        same = own is not None and own.code == code
        if own and own.populations and code and not same:
            html.paragraphs(f"De egna folkmängderna för {own.name} tas då bort ur datamappen.")
        # What is replaced is what was on screen: somebody else may have chosen since.
        before = st.session_state.get(form.key("sedd"), own)
        st.session_state[form.key("sedd")] = own
        if not st.button("Spara kommunen", key=form.key("spara"), disabled=same or not code):
            return
        place = library.reference.places[code]
        wanted = OwnMunicipality(schema=1, name=place.called, code=code, kind=place.kind)
        if own:
            wanted = wanted.model_copy(update={"evaluate_when": own.evaluate_when})
        with run.writing():
            refusal = save_municipality(run.folder(), before, wanted, actor(), principal())
        show_outcome(refusal or Saved(1))
