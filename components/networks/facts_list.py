"""The form on a network's page in which a fact is added, or one of those above is changed."""

from __future__ import annotations

import streamlit as st

from components.networks.fact_form import mark, show_fact
from components.shell import state
from components.shell.opening import opening
from components.shell.picker import distinct
from natverkskollen.analysis.facts import fact_value
from natverkskollen.dossier.library import Library
from natverkskollen.model.network import Network

_NEW = "ny"


def show_fact_list(library: Library, network: Network, locked: bool) -> None:
    """The fact that is added or changed, behind a click; nothing where none can be."""
    if locked:
        return
    key = state.network_key(network.id, "uppgifter")
    opened = opening("Lägg till eller ändra en uppgift", key)
    if not opened.open:
        return
    with opened:
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
