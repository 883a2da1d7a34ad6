"""Underlag: the facts, the costs, what the material says against itself, and the whole set."""

import streamlit as st

from components.evaluation import findings_view
from components.networks import cost_tables, fact_check_view, facts_view, network_facts, set_tables
from components.shell import data, state
from components.shell.page_head import page_head
from components.shell.picker import pick
from natverkskollen.analysis.portfolio import portfolio

PARTS = {
    "uppgifter": "Uppgifter",
    "kostnad": "Avgift och kostnad",
    "fynd": "Att kontrollera",
    "helheten": "Alla medlemskap",
    "faktagranskning": "Faktagranskning",
}

dossier, result = data.dossier(), data.result()
page_head(
    "Underlag",
    "Här ser du uppgifterna som bedömningen vilar på, med datum och källa.",
    result.evaluation,
)
part = pick("Del", state.PART, PARTS)
names = {found.network.id: found.network.short for found in result.networks}

if part == "fynd":
    st.header("Att kontrollera", anchor=False)
    findings_view.show_findings(result.evaluation, data.findings())
elif part == "helheten":
    st.header("Medlemskapen tillsammans", anchor=False)
    whole = portfolio(result)
    set_tables.show_scenarios(whole)
    set_tables.show_coverage(result, whole)
else:
    found = result.network(pick("Nätverk", state.NETWORK, names))
    facts_view.show_network(found)
    if part == "uppgifter":
        facts_view.show_facts(found.network, list(names).index(found.network.id))
        facts_view.show_documents(found.network)
    elif part == "kostnad":
        network_facts.show_quoted_fee(found)
        cost_tables.show_cost_table(found)
        cost_tables.show_years(result.evaluation, found)
        cost_tables.show_history(result.evaluation, found)
        network_facts.show_fees(found.network)
        network_facts.show_membership(found)
    else:
        fact_check_view.show_fact_check(dossier, found)
