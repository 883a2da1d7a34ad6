"""The part of Nätverken that shows one network's facts: charts, topics, terms and documents."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from components.networks import fact_charts, network_facts
from components.shell import html, state
from components.shell.picker import pick
from natverkskollen.analysis.facts import tag_words
from natverkskollen.model.network import Network

MEMBERS, UNTAGGED = "medlemmar", "ovrigt"


def show_network(network: Network) -> None:
    """Who the network is."""
    html.heading(network.name)
    html.paragraphs(network.description or "")
    if network.website:
        html.labelled([("Webbplats", network.website)])
    html.explained("Uppgift", "Avgiftsregel", "Medlemskap")


def show_facts(network: Network, position: int) -> None:
    """A topic of facts at a time, with the charts over the years above."""
    if not network.facts:
        st.info("Inga uppgifter är inlagda. Lägg till dem nedan.")
        return
    topics = Counter(tag for fact in network.facts for tag in fact.tags or (UNTAGGED,))
    order = sorted(topics, key=lambda tag: (tag != MEMBERS, -topics[tag]))
    names = {tag: f"{tag_words(tag)} ({topics[tag]})" for tag in order}
    if UNTAGGED in names:
        names[UNTAGGED] = f"Övrigt ({topics[UNTAGGED]})"
    topic = pick("Ämne", state.TOPIC, names)
    if topic == MEMBERS:
        fact_charts.show_series(network, MEMBERS, position)
    if any(topic in series[-1].tags for series in fact_charts.surveys(network)):
        fact_charts.show_surveys(network)
    network_facts.show_facts(
        network, [fact for fact in network.facts if topic in (fact.tags or (UNTAGGED,))]
    )
