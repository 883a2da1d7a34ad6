"""What a fee comes to for the municipality at the screen, and for those that are like it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components.shell import clock, data, html, state
from natverkskollen.analysis.fee import FeeAmount, fee_words
from natverkskollen.analysis.population import amount_words, fee_for
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.member_lists import member_places
from natverkskollen.editing.own_municipality import from_table, own_municipality
from natverkskollen.model.fee import Fee
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.network import Network
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import lower_first


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


def show_amounts(
    library: Library,
    fee: Fee | None,
    who: Municipality | None,
    network: Network | None = None,
) -> None:
    """The amount for us with how it is counted, and what is known of the similar municipalities.

    They stand in a table with what they would pay, and whether they are on the network's list of
    members.
    """
    members = network.members if network else None
    if who is None or (fee is None and members is None):
        return
    year = max(clock.today().year, fee.year if fee else 0)
    if fee:
        html.paragraphs(_words(who, fee_for(who, fee, year)))
    counted = None if fee is None or fee.unknown else fee
    others = _similar(library, who.code, who.as_of) if counted or members else []
    if not others:
        return
    inside = member_places(members, library.reference) if members else {}
    with st.expander("Vad liknande kommuner skulle betala" if counted else "Liknande kommuner"):
        columns = ["Kommun"]
        columns += ["Uträknad avgift per år"] if counted else []
        columns += [f"Medlem {long_date(members.as_of)}"] if members else []
        rows = []
        for each in others:
            row: list[str | html.Cell] = [each.name]
            if counted:
                row.append(html.Cell(amount_words(fee_for(each, counted, year)), number=True))
            if members:
                row.append("ja" if each.code in inside else "nej")
            rows.append(tuple(row))
        html.table("Kommuner som liknar er", columns, rows)
        told = "Avgifterna är uträknade här. " if counted else ""
        if network and members:
            source = members.source
            paper = network.document(source.document).title
            told += f"Medlemmarna står i {paper}, {lower_first(source.place)}. "
        html.paragraphs(
            f"{told}Vilka kommuner som liknar er är hämtat ur Kolada, Liknande kommuner, "
            "övergripande, 2025.",
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
