"""What Nätverken shows of all networks, and of one: its facts, costs, terms, check and form."""

from __future__ import annotations

from components.evaluation import findings_view
from components.networks import (
    cost_tables,
    documents_view,
    fact_check_view,
    facts_list,
    facts_view,
    network_facts,
    network_form,
    network_history,
)
from components.networks.networks_table import show_table
from components.networks.offers_view import show_offers
from components.networks.our_fee import our_municipality
from components.networks.own_place import show_own_place
from components.shell import data, state, storage
from components.shell.picker import pick
from natverkskollen.analysis.findings import still_open
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.model.network import Network

LIST = "lista"
FACTS, CHECK, CHANGE = "uppgifter", "faktagranskning", "andra"


def show_all(library: Library) -> None:
    """Every network in a table, or what the open evaluation's material has left to check."""
    if data.open_one(library)[0] is not None:
        findings = data.findings()
        left = len(still_open(findings))
        parts = {LIST: "Alla nätverk", state.TO_CHECK: f"Att kontrollera ({left})"}
        if pick("Visa", state.PART, parts) == state.TO_CHECK:
            findings_view.show_findings(data.dossier().evaluation, findings)
            return
    locked = not storage.shared_writable()
    show_own_place(library, locked)
    show_offers(library, locked)
    show_table(library, our_municipality(library))


def show_one(library: Library, network: Network) -> None:
    """One network: what it costs the open evaluation's municipality, where it is part of that."""
    dossier = data.open_one(library)[0]
    inside = dossier is not None and network.id in dossier.networks
    facts_view.show_network(network)
    parts = {FACTS: "Uppgifter", state.COSTS: "Avgift, kostnad och villkor"}
    parts |= {CHECK: "Faktagranskning"} if inside else {}
    locked = not storage.shared_writable()
    parts |= {} if locked else {CHANGE: "Ändra"}
    part = pick("Visa", state.PART, parts)
    if part == FACTS:
        position = list(dossier.networks).index(network.id) if inside and dossier else 0
        facts_view.show_facts(network, position)
        facts_list.show_fact_list(library, network, locked)
        documents_view.show_network_documents(library, network, locked)
    elif part == CHANGE:
        network_form.show_form(library, network)
    elif dossier is not None and inside:
        found = data.result().network(network.id)
        _show_inside(part, dossier, found)
    else:
        network_facts.show_fees(network)
        network_facts.show_terms(network)
    network_history.show_history(library, network, locked)


def _show_inside(part: str, dossier: Dossier, found: NetworkResult) -> None:
    if part == CHECK:
        fact_check_view.show_fact_check(dossier, found)
        return
    network_facts.show_quoted_fee(found)
    cost_tables.show_cost_table(found)
    cost_tables.show_years(dossier.evaluation, found)
    cost_tables.show_history(dossier.evaluation, found)
    network_facts.show_fees(found.network)
    network_facts.show_membership(found)
