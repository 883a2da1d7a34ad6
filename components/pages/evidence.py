"""Underlag: the facts, fees and terms of one network, each with its date and source."""

import streamlit as st

from components import data, html, network_facts, result_tables, state
from components.page_head import page_head
from components.picker import pick

result = data.result()
page_head(
    "Underlag",
    "Här ser du uppgifterna som bedömningen vilar på, med datum och källa.",
    result.evaluation,
)

names = {found.network.id: found.network.short for found in result.networks}
found = result.network(pick("Nätverk", state.NETWORK, names))
network = found.network

html.heading(network.name)
html.paragraphs(network.description)
if network.website:
    html.labelled([("Webbplats", network.website)])

st.header("Avgift och kostnad", anchor=False)
network_facts.show_quoted_fee(found)
result_tables.show_cost_table(found)
network_facts.show_fees(network)

st.header("Villkor", anchor=False)
network_facts.show_terms(network)
if found.membership.seats:
    html.labelled([("Kommunens uppdrag i nätverket", "\n".join(found.membership.seats))])
    st.info("Kommunen har uppdrag i nätverket. Pröva om någon som deltar i beslutet är jävig.")

st.header("Uppgifter", anchor=False)
network_facts.show_facts(network)

st.header("Dokument", anchor=False)
rows = [
    (d.title, d.published.isoformat() if d.published else "okänt", d.url or d.file or d.note or "")
    for d in network.documents
]
html.table("Dokument som uppgifterna är hämtade ur", ("Dokument", "Daterat", "Finns"), rows)
