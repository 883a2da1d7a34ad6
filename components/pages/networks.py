"""Nätverken: every network in the data folder, one at a time, to read, check, add and change."""

import streamlit as st

from components.networks import network_form, network_page, own_fact_check_view
from components.shell import data, rights, state, storage
from components.shell.missing import stop_without
from components.shell.page_head import page_head
from components.shell.picker import pick_listed
from components.shell.problems import show_problems
from natverkskollen.editing.network_entry import NEW

library = data.library()
if rights.answers_alone():
    own_fact_check_view.show_own()
    st.stop()
if library.empty:
    stop_without(library)
page_head(
    "Nätverken",
    "Här finns uppgifter, avgifter och villkor. Saknas ett nätverk lägger du till det.",
)
ordered = sorted(library.networks.values(), key=lambda each: each.name.casefold())
names = {
    state.ALL: "Alla",
    NEW: "Lägg till ett nätverk",
    **{each.id: each.name for each in ordered},
}
chosen = pick_listed("Nätverk", state.NETWORK_FILE, names)
if chosen == state.ALL:
    network_page.show_all(library)
elif chosen != NEW:
    network_page.show_one(library, library.networks[chosen])
elif storage.shared_writable():
    st.header("Nytt nätverk", anchor=False)
    network_form.show_form(library, None)
else:
    st.info("Här går inget att lägga till: inget kan sparas, eller så saknar du rätten.")
if not library.headers:
    show_problems(library.problems)
