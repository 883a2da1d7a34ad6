"""What a fee comes to for the municipality at the screen, and for those that are like it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components.shell import clock, data, html, state
from natverkskollen.analysis.fee import FeeAmount, fee_words
from natverkskollen.analysis.population import amount_words, fee_for
from natverkskollen.dossier.library import Library
from natverkskollen.editing.municipality_entry import from_table, own_municipality
from natverkskollen.model.evaluation import Municipality
from natverkskollen.model.fee import Fee


def our_municipality(library: Library) -> Municipality | None:
    """Who sits at the screen: the place chosen for a new evaluation, the data folder's own,
    or the open evaluation's."""
    place = library.reference.places.get(st.session_state.get(state.new_key("place")) or "")
    if place:
        return from_table(place, place.called, clock.today())
    if library.municipality:
        return own_municipality(library.municipality, library.reference, clock.today())
    opened = data.open_one(library)[0]
    return opened.evaluation.municipality if opened else None


def show_amounts(library: Library, fee: Fee | None, who: Municipality | None) -> None:
    """The amount for us with how it is counted, and the similar municipalities' in a table."""
    if fee is None or who is None:
        return
    year = max(clock.today().year, fee.year)
    ours = fee_for(who, fee, year)
    html.paragraphs(_words(who, ours))
    others = () if fee.unknown else _similar(library, who.code, who.as_of)
    if not others:
        return
    with st.expander("Vad liknande kommuner skulle betala"):
        rows = [
            (each.name, html.Cell(amount_words(fee_for(each, fee, year)), number=True))
            for each in others
        ]
        html.table("Uträknad avgift per år", ("Kommun", "Avgift"), rows)
        html.paragraphs(
            "Avgifterna är uträknade här. Vilka kommuner som liknar er är hämtat ur Kolada, "
            "Liknande kommuner, övergripande, 2025.",
            "nk-quiet",
        )


def _words(who: Municipality, ours: FeeAmount) -> str:
    counted = fee_words(ours)
    if ours.net is None:
        why = counted.removeprefix("okänt: ")
        return f"Det går inte att räkna ut vad {who.name} betalar om året: {why}."
    if ours.fee.free:
        return f"{who.name} betalar {counted}."
    return f"{who.name} betalar {amount_words(ours)} om året: {counted}."


def _similar(library: Library, code: str | None, day: date) -> list[Municipality]:
    places = library.reference.similar_to(code) if code else ()
    found = (from_table(place, place.called, day) for place in places)
    return [each for each in found if each]
