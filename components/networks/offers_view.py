"""What the program's own networks say that the folder's do not: each taken in or declined."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import streamlit as st

from components.shell import html, run, state
from components.shell.case_saving import show_outcome
from components.shell.opening import opening
from components.shell.person import actor, principal
from natverkskollen.dossier.library import Library
from natverkskollen.editing.shipped_changes import Offer, keep_ours, offers
from natverkskollen.editing.shipped_taking import take
from natverkskollen.output.offer_words import sides, title
from natverkskollen.store import Saved
from natverkskollen.swedish.words import capital, counted

_MOST = 10


def show_offers(library: Library, locked: bool) -> None:
    """How many there are, and behind a click one network's at a time; nothing for none."""
    found = run.once("erbjudanden", lambda: offers(library))
    if not found:
        return
    opened = opening(f"Nytt i programmets nätverk ({len(found)})", _key("oppet"))
    if not opened.open:
        return
    with opened:
        html.paragraphs(
            "Programmet har andra uppgifter än era filer. Inget ändras förrän du väljer det. "
            "Det ni behåller frågar programmet inte om igen.",
            "nk-quiet",
        )
        names = {each.network: each.name for each in found}
        many = {id_: sum(each.network == id_ for each in found) for id_ in names}
        chosen = st.selectbox(
            "Nätverk",
            list(names),
            format_func=lambda id_: f"{names[id_]} ({many[id_]})",
            key=_key("natverk"),
            width=480,
        )
        here = [each for each in found if each.network == chosen]
        html.heading(f"Nytt om {names[chosen]}")
        if not locked:
            _show_all(library, here)
        for offer in here[:_MOST]:
            _show(library, offer, locked)
        if len(here) > _MOST:
            left = capital(counted(len(here) - _MOST, "en ändring", "ändringar"))
            html.paragraphs(f"{left} till visas när du har valt för de här.", "nk-quiet")


def _key(name: str) -> str:
    return state.network_key("nytt-i-programmet", name)


def _show_all(library: Library, here: Sequence[Offer]) -> None:
    """One click for all that nobody here has changed, and one for keeping everything."""
    free = [each for each in here if not each.changed_here]
    with st.container(horizontal=True):
        if len(free) > 1 and st.button("Ta in allt som ni inte har ändrat", key=_key("alla")):
            _take(library, free)
        if len(here) > 1 and st.button("Behåll allt vårt", key=_key("inga")):
            _keep(here)


def _show(library: Library, offer: Offer, locked: bool) -> None:
    with st.container(border=True):
        html.heading(title(offer), 3)
        ours, theirs = sides(offer)
        own = "Hos er (ändrat av er)" if offer.changed_here else "Hos er"
        html.labelled([(own, ours), ("I programmet", theirs)])
        if locked:
            return
        with st.container(horizontal=True):
            word = "Ta bort hos oss" if offer.theirs is None else "Ta in programmets"
            if st.button(word, key=_key(f"ta-in/{offer.network}/{offer.mark}")):
                _take(library, [offer])
            if st.button("Behåll vårt", key=_key(f"behall/{offer.network}/{offer.mark}")):
                _keep([offer])


def _take(library: Library, chosen: Sequence[Offer]) -> None:
    outcome = take(run.networks(), library, chosen, actor(), secrets.token_hex(8))
    show_outcome(outcome)


def _keep(chosen: Sequence[Offer]) -> None:
    with run.writing():
        refusal = keep_ours(run.folder(), chosen, actor(), principal())
    show_outcome(refusal or Saved(1))
