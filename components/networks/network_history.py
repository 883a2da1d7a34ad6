"""The history of a network in the program, and the way back from the latest change."""

from __future__ import annotations

import secrets

import streamlit as st

from components.networks.network_words import PARTS
from components.shell import run, state
from components.shell.case_saving import show_outcome
from components.shell.change_table import show_changes
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.network_use import missed
from natverkskollen.files.reading import read_data
from natverkskollen.model.network import Network
from natverkskollen.store import Failed, Versioned


def show_history(library: Library, network: Network, locked: bool) -> None:
    """Who changed what and when, the latest first, with a button that takes the latest back."""
    store = run.networks()
    key = "" if locked else state.network_key(network.id, "angra")
    if back := show_changes("nätverket", store.history(network.id), PARTS, key):
        if words := _missed(library, network, store.at(network.id, back)):
            st.error(plain(f"Inte ångrat. {words}"))
        else:
            show_outcome(store.restore(network.id, back, actor(), (), secrets.token_hex(8)))


def _missed(library: Library, network: Network, earlier: Versioned | Failed) -> str:
    """Which evaluations point at what the latest change added, as a sentence."""
    if isinstance(earlier, Failed):
        return ""
    empty: dict[str, object] = {"documents": (), "fees": (), "facts": ()}
    then = read_data({**empty, **earlier.data["network"]}, network.id, Network).model
    return missed(library, network, then) if then else ""
