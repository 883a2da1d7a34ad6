"""Nätverken: every network in the data folder, one at a time, to read, add and change."""

import streamlit as st

from components.networks import network_facts, network_form, network_history
from components.networks.documents_view import show_network_documents
from components.networks.facts_list import show_fact_list
from components.networks.networks_table import show_table
from components.networks.our_fee import our_municipality
from components.shell import data, html, state, storage
from components.shell.missing import stop_without
from components.shell.page_head import page_head
from components.shell.picker import pick_listed
from components.shell.problems import show_problems
from natverkskollen.editing.network_entry import NEW

ALL = "alla"

library = data.library()
if library.empty:
    stop_without(library)
page_head(
    "Nätverken",
    "Här finns alla nätverk som går att bedöma. Saknas ett lägger du till det.",
)
ordered = sorted(library.networks.values(), key=lambda each: each.name.casefold())
names = {ALL: "Alla", NEW: "Lägg till ett nätverk", **{each.id: each.name for each in ordered}}
chosen = pick_listed("Visa", state.NETWORK_FILE, names)
locked = not storage.writable()
if chosen == ALL:
    show_table(library, our_municipality(library))
elif chosen == NEW and locked:
    st.info("Så länge inget kan sparas går det inte att lägga till ett nätverk.")
elif chosen == NEW:
    st.header("Nytt nätverk", anchor=False)
    network_form.show_form(library, None)
else:
    network = library.networks[chosen]
    html.heading(network.name)
    html.paragraphs(network.description or "")
    network_facts.show_fees(network)
    network_facts.show_terms(network)
    show_fact_list(library, network, locked)
    show_network_documents(library, network, locked)
    if not locked:
        with st.expander("Ändra nätverket"):
            network_form.show_form(library, network)
    network_history.show_history(library, network, locked)
if not library.headers:
    show_problems(library.problems)
