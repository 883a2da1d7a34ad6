"""Who evaluates: a place chosen in a list, with its population, or one that a person describes."""

from __future__ import annotations

import streamlit as st

from components.seen.form_fields import FormFields
from components.shell import clock, data, html, run
from components.shell.person import actor, principal
from natverkskollen.analysis.population import DISTURBANCE, disturbed
from natverkskollen.editing.evaluation_entry import KINDS
from natverkskollen.editing.municipality_entry import OTHER
from natverkskollen.editing.own_municipality import chosen_municipality, from_table
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.reference import Place, Reference
from natverkskollen.store.municipality_file import save_municipality
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital


def show_municipality(form: FormFields, reference: Reference) -> Municipality | None:
    """The first part of the form for a new evaluation; who it is, where the tables know."""
    st.header("1. Kommunen och ärendet", anchor=False)
    places = sorted(reference.places.values(), key=lambda place: place.name.casefold())
    words = {place.code: place_words(place) for place in places}
    code = form.listed("place", words | {OTHER: "Annan (skriv själv)"}, _earlier(reference))
    place = reference.places.get(code)
    form.typed["kind"] = place.kind if place else KINDS[0]
    if place:
        return _show_place(form, place)
    if code == OTHER:
        own = data.library().municipality
        form.text("name", start=own.name if own and not own.code else "")
        form.choice("kind", "Slag", {kind: capital(kind) for kind in KINDS})
        _own_population(form)
    return None


def place_words(place: Place) -> str:
    """A place in a list: its name, and what it is where that does not show."""
    return f"{place.name} (region)" if place.kind == "region" else place.name


def _show_place(form: FormFields, place: Place) -> Municipality | None:
    who = from_table(place, place.called, clock.today())
    if who:
        words = f"{number(who.inhabitants)} invånare {long_date(who.as_of)}, enligt SCB."
        html.paragraphs(words)
        if disturbed(who):
            html.paragraphs(DISTURBANCE, "nk-quiet")
    own = data.library().municipality
    called = own.name if own and own.code == place.code else place.called
    form.text("name", start=called, apart=f"-{place.code}")
    with st.expander("Räkna på en annan folkmängd"):
        _own_population(form, more=True)
    return who


def _own_population(form: FormFields, more: bool = False) -> None:
    own = data.library().municipality
    mine = own and (own.code == form.typed["place"] or (not own.code and not more))
    year, people = max(own.populations.items(), default=(0, 0)) if own and mine else (0, 0)
    form.text("inhabitants", start=str(people or ""), more=more)
    form.day("inhabitants_day", start=str(year or clock.today().year - 1))


def _earlier(reference: Reference) -> str:
    """The data folder's own place, else that of the evaluation on screen: most have only one."""
    if own := data.library().municipality:
        return own.code or OTHER
    opened = data.open_one(data.library())[0]
    code: str | None = opened.evaluation.municipality.code if opened else None
    return code if code is not None and code in reference.places else ""


def remember_place(who: Municipality) -> None:
    """Keep the municipality of a new evaluation as the folder's own, where it has none yet."""
    wanted = chosen_municipality(who)
    if wanted and data.library().municipality is None:
        with run.writing():
            save_municipality(run.folder(), None, wanted, actor(), principal())
