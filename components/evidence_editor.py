"""What an answer rests on: the evidence with its source, adding to it and taking away."""

from __future__ import annotations

from datetime import date

import streamlit as st
from pydantic import ValidationError

from components import html
from components.answer_saving import Place, save_evidence
from components.markdown import plain
from natverkskollen.answer import Answer, Evidence
from natverkskollen.fact_words import fact_value
from natverkskollen.library import Dossier
from natverkskollen.network import Network
from natverkskollen.source import Source
from natverkskollen.swedish import number, parse_figures
from natverkskollen.yaml_scalar import FORBIDDEN


class _Missing(Exception):
    """What has to be filled in, in Swedish."""


def show_evidence(
    dossier: Dossier, place: Place, network: Network, stored: Answer, locked: bool
) -> None:
    """The evidence of one answer; with the fields that add to it where the answer is open."""
    if locked and not stored.evidence:
        return
    with st.expander(f"Belägg ({len(stored.evidence)})"):
        for position, each in enumerate(stored.evidence):
            _show(network, each)
            if not locked and st.button("Ta bort belägget", key=place.key(f"bort{position}")):
                kept = (*stored.evidence[:position], *stored.evidence[position + 1 :])
                save_evidence(place, stored, kept)
                st.rerun()
        if not locked:
            _show_choice(dossier, place, network, stored)


def _show(network: Network, each: Evidence) -> None:
    facts = {fact.id: fact for fact in network.facts}
    fact = facts.get(each.fact or "")
    source = each.source or (fact.source if fact else None)
    words = each.claim or (f"{fact.label}: {fact_value(fact)}" if fact else "")
    if each.figure is not None:
        words += f" ({number(each.figure)}{' ' + each.unit if each.unit else ''})"
    if each.as_of:
        words += f" Per {each.as_of.isoformat()}."
    html.paragraphs(words)
    if source:
        html.paragraphs(f"”{source.quote}” ({source.place})", "nk-quiet")


def _show_choice(dossier: Dossier, place: Place, network: Network, stored: Answer) -> None:
    used = {each.fact for each in stored.evidence}
    names = {
        fact.id: f"{fact.label}: {fact_value(fact)} ({fact.as_of.isoformat()})"
        for fact in network.facts
        if fact.id not in used
    }
    count = len(stored.evidence)  # a new field after each addition starts out empty
    if names:
        chosen = st.selectbox(
            "Välj bland nätverkets uppgifter",
            list(names),
            None,
            format_func=lambda id_: plain(names[id_]),
            key=place.key(f"uppgift{count}"),
            placeholder="Välj en uppgift",
        )
        if chosen and st.button("Lägg till uppgiften", key=place.key("lagg-till")):
            save_evidence(place, stored, (*stored.evidence, Evidence(fact=chosen)))
            st.rerun()
    if st.checkbox("Skriv ett eget belägg", key=place.key(f"eget{count}")):
        _show_own(dossier, place, network, stored)


def _show_own(dossier: Dossier, place: Place, network: Network, stored: Answer) -> None:
    def key(field: str) -> str:
        return place.key(f"eget-{field}{len(stored.evidence)}")

    documents = {d.id: d.title for d in (*network.documents, *dossier.evaluation.documents)}
    entered = {
        "claim": st.text_input("Påstående", key=key("pastaende")),
        "figure": st.text_input("Tal (om det finns)", key=key("tal")),
        "unit": st.text_input("Enhet", key=key("enhet")),
        "as_of": st.text_input("Gäller per (ÅÅÅÅ-MM-DD)", key=key("per")),
        "document": st.selectbox(
            "Dokument",
            ["", *documents],
            format_func=lambda id_: plain(documents.get(id_, "Inget dokument")),
            key=key("dokument"),
        ),
        "place": st.text_input("Plats i dokumentet", key=key("plats")),
        "quote": st.text_input("Citat", key=key("citat")),
    }
    if st.button("Lägg till belägget", key=key("spara")):
        try:
            own = _read({name: (text or "").strip() for name, text in entered.items()})
        except _Missing as missing:
            st.error(str(missing))
            return
        save_evidence(place, stored, (*stored.evidence, own))
        st.rerun()


def _read(entered: dict[str, str]) -> Evidence:
    if any(FORBIDDEN.search(text) for text in entered.values()):
        raise _Missing("Ett fält innehåller ett osynligt styrtecken. Radera det och skriv om.")
    if not entered["claim"]:
        raise _Missing("Skriv påståendet: vad som stöder svaret.")
    figures = parse_figures(entered["figure"]) if entered["figure"] else None
    if entered["figure"] and (figures is None or figures[0] != figures[1]):
        raise _Missing("Talet går inte att läsa. Skriv till exempel 12,5.")
    try:
        as_of = date.fromisoformat(entered["as_of"]) if entered["as_of"] else None
    except ValueError:
        raise _Missing("Dagen går inte att läsa. Skriv till exempel 2026-03-31.") from None
    source = None
    if entered["document"]:
        if not (entered["place"] and entered["quote"]):
            raise _Missing("Skriv var i dokumentet det står, och citera det.")
        source = Source(
            document=entered["document"], place=entered["place"], quote=entered["quote"]
        )
    elif entered["place"] or entered["quote"]:
        raise _Missing("Välj vilket dokument citatet står i.")
    try:
        return Evidence(
            claim=entered["claim"],
            figure=figures[0] if figures else None,
            unit=entered["unit"] or None,
            as_of=as_of,
            source=source,
        )
    except ValidationError:
        raise _Missing("Belägget går inte att läsa. Kontrollera talet och dagen.") from None
