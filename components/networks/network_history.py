"""The history of a network in the program, and the way back from the latest change."""

from __future__ import annotations

import secrets

import streamlit as st

from components.networks.network_words import PARTS
from components.shell import clock, html, run, state
from components.shell.case_saving import show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.network_use import missed
from natverkskollen.files.reading import read_data
from natverkskollen.model.network import Network
from natverkskollen.output.history_words import KIND_WORDS
from natverkskollen.store import Entry, Failed, Versioned
from natverkskollen.swedish.words import listed


def show_history(library: Library, network: Network, locked: bool) -> None:
    """Who changed what and when, the latest first, with a button that takes the latest back."""
    entries = run.networks().history(network.id)
    if isinstance(entries, Failed) or not entries:
        return
    html.heading("Historik", 3)
    rows = [
        (html.Cell(clock.moment(each.when), small=each.actor, wide=True), _words(each))
        for each in reversed(entries)
    ]
    html.table("Ändringar av nätverket, den senaste först", ("När och vem", "Vad"), rows)
    latest = entries[-1].version
    if latest < 2 or locked:
        return
    if st.button("Ångra den senaste ändringen", key=state.network_key(network.id, "angra")):
        store, key = run.networks(), secrets.token_hex(8)
        if words := _missed(library, network, store.at(network.id, latest - 1)):
            st.error(plain(f"Inte ångrat. {words}"))
        else:
            show_outcome(store.restore(network.id, latest - 1, actor(), (), key))


def _missed(library: Library, network: Network, earlier: Versioned | Failed) -> str:
    """Which evaluations point at what the latest change added, as a sentence."""
    if isinstance(earlier, Failed):
        return ""
    empty: dict[str, object] = {"documents": (), "fees": (), "facts": ()}
    then = read_data({**empty, **earlier.data["network"]}, network.id, Network).model
    return missed(library, network, then) if then else ""


def _words(entry: Entry) -> str:
    paths = [change.path for change in entry.changes]
    if any(path[1:] in ((), ("id",)) for path in paths):
        return f"{KIND_WORDS[entry.kind]}: nätverket lades till"
    parts = sorted({PARTS.get(path[1], "filen") for path in paths})
    return f"{KIND_WORDS[entry.kind]}: {listed(parts)}" if parts else KIND_WORDS[entry.kind]
