"""The facts of a network on its page, and the form for one of them."""

from __future__ import annotations

import streamlit as st

from components.networks.fact_form import mark, show_fact
from components.networks.network_facts import show_facts
from components.shell import html, state
from components.shell.opening import opening
from components.shell.picker import distinct
from natverkskollen.analysis.facts import fact_value
from natverkskollen.dossier.library import Library
from natverkskollen.model.network import Network

_NEW = "ny"


def show_fact_list(library: Library, network: Network, locked: bool) -> None:
    """Every fact behind a click, and below them the one that is added or changed."""
    key = state.network_key(network.id, "uppgifter")
    opened = opening(f"Uppgifter ({len(network.facts)})", key)
    if not opened.open:
        return
    with opened:
        if network.facts:
            show_facts(network, network.facts)
        else:
            html.paragraphs("Inga uppgifter är inlagda ännu.")
        if locked:
            return
        html.heading("Lägg till eller ändra en uppgift", 3)
        facts = {mark(each): each for each in network.facts}
        names = {_NEW: "En ny uppgift"} | {
            id_: f"{fact.label}: {fact_value(fact)} ({fact.as_of.isoformat()})"
            for id_, fact in facts.items()
        }
        shown = distinct(names)
        chosen = st.selectbox(
            "Uppgift",
            list(names),
            format_func=lambda id_: shown[id_],
            key=state.network_key(network.id, "uppgift"),
            width=680,
        )
        show_fact(library, network, facts.get(chosen))
