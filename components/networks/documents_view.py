"""The documents of a network on its page: what there is, and one more put in the data folder."""

from __future__ import annotations

import secrets
from dataclasses import asdict

import streamlit as st

from components.networks.fact_form import document_kept
from components.networks.fact_words import DOCUMENT_WORDS
from components.seen.form_fields import FormFields
from components.shell import html, run, state
from components.shell.case_saving import show_failure, show_outcome
from components.shell.markdown import plain
from components.shell.opening import opening
from components.shell.person import actor
from components.shell.picker import distinct
from natverkskollen.dossier.document_reading import MOST_MEGABYTES, MOST_PARTS
from natverkskollen.dossier.library import Library
from natverkskollen.editing.document_entry import (
    DocumentFields,
    document_from,
    list_document,
    put_in,
)
from natverkskollen.editing.document_removal import take_off
from natverkskollen.editing.listed_documents import unlisted
from natverkskollen.editing.typed import Entry
from natverkskollen.editing.upload import TYPES, Upload
from natverkskollen.model.network import Network
from natverkskollen.model.source import Document
from natverkskollen.store import Conflict, Failed, SaveOutcome
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital, counted

_WIDTH = 680


def show_network_documents(library: Library, network: Network, locked: bool) -> None:
    """The documents behind a click, and below them the fields for one more."""
    opened = opening(
        f"Dokument ({len(network.documents)})", state.network_key(network.id, "dokumenten")
    )
    if not opened.open:
        return
    with opened:
        rows = [
            (
                html.Cell(each.title, small=each.note or "", wide=True),
                each.published.isoformat() if each.published else "okänt",
                html.Cell(_where(each), wide=True),
            )
            for each in network.documents
        ]
        if rows:
            html.table("Dokument som uppgifterna är hämtade ur", ("Dokument", "Dag", "Finns"), rows)
        if locked:
            return
        with st.container(width=_WIDTH):
            _show_upload(library, network)
            _show_unlisted(library, network)
            _show_removal(library, network)


def _where(document: Document) -> str:
    """Where a person finds it: the name of a file that is not there tells nobody that."""
    if document.file and document_kept(document.file):
        return f"I datamappen: documents/{document.file}"
    missing = "finns inte i datamappen" if document.file else ""
    places = (missing, document.diarienummer, document.url)
    return ", ".join(filter(None, places)) or "se anmärkningen"


def _turn(network: Network) -> str:
    """The key of how many documents have been put in, so that the fields are empty after each."""
    return state.network_key(network.id, "dokumentomgang")


def _show_upload(library: Library, network: Network) -> None:
    turn = st.session_state.get(_turn(network), 0)
    key = state.network_key(network.id, f"dokument/{turn}")
    html.heading("Lägg in ett dokument", 3)
    html.paragraphs(
        f"PDF, Word, text eller sparad webbsida, högst {MOST_MEGABYTES} MB och "
        f"{number(MOST_PARTS)} sidor. Filen sparas i mappen documents, och sedan går det att välja "
        "meningar i den. Inskannade sidor utan text går inte att läsa.",
        "nk-quiet",
    )
    given = st.file_uploader(
        "Välj filen", list(TYPES), key=f"{key}/fil", max_upload_size=MOST_MEGABYTES
    )
    if given is None:
        return
    upload = Upload(given.name, given.getvalue())
    with st.spinner("Läser dokumentet"):
        read = upload.read
    if not isinstance(read, tuple):
        st.error(plain(f"Dokumentet går inte att lägga in: det {read.what}. {read.remedy}."))
        return
    pages = [each for each in read if each.place.startswith("Sida ")]
    if len(pages) > 1:
        html.paragraphs(f"{capital(counted(len(pages), 'en sida', 'sidor'))} är lästa.", "nk-quiet")
    said = _show_fields(network, f"{key}/{upload.digest[:8]}", upload.title)
    if said is not None:
        _told(
            network, put_in(run.networks(), library, network.id, said, upload, actor(), _attempt())
        )


def _show_unlisted(library: Library, network: Network) -> None:
    """The files in documents/ that no network has, and the way to have one here."""
    files = unlisted(library)
    if not files:
        return
    with st.expander(f"Filer i mappen documents som inget nätverk har ({len(files)})"):
        key = state.network_key(network.id, "lost-dokument")
        chosen = st.selectbox("Fil", files, None, key=key, placeholder="Välj")
        if chosen:
            name = f"{key}/{chosen}"
            said = _show_fields(network, name, Upload(chosen, b"").title)
            if said is not None:
                store = run.networks()
                _told(network, list_document(store, network.id, said, chosen, actor(), _attempt()))


def _show_removal(library: Library, network: Network) -> None:
    """The way to take a document off the list, said to be no way to delete a file."""
    if not network.documents:
        return
    with st.expander("Ta bort ett dokument ur listan"):
        html.paragraphs(
            "Det går när inget vilar på dokumentet: ingen uppgift, ingen avgift och inget svar. Är "
            "det inlagt som en fil ligger filen kvar i mappen documents.",
            "nk-quiet",
        )
        names = distinct({each.id: each.title for each in network.documents})
        key = state.network_key(network.id, "ta-bort-dokument")
        if st.session_state.get(key) not in (None, *names):  # taken off meanwhile
            st.session_state[key] = None
        chosen = st.selectbox(
            "Dokument",
            list(names),
            None,
            format_func=lambda id_: plain(names[id_]),
            key=key,
            placeholder="Välj",
        )
        if st.button("Ta bort ur listan", key=f"{key}/knapp", disabled=not chosen) and chosen:
            store = run.networks()
            _told(network, take_off(store, library, network.id, chosen, actor(), _attempt()))


def _show_fields(network: Network, key: str, title: str) -> dict[str, str] | None:
    """What the document is called, and the button; what is said, once it is clicked and whole."""
    form = FormFields(DOCUMENT_WORDS, lambda name: f"{key}/{name}")
    form.text("title", start=title)
    form.text("publisher", start=network.name, more=True)
    form.day("published", more=True)
    entry = Entry()
    typed = {name: form.typed[name] for name in asdict(DocumentFields())}
    said = document_from(entry, DocumentFields(**typed))
    if not st.button("Lägg in dokumentet", key=f"{key}/spara", type="primary"):
        return None
    form.show_mistakes(entry.wrong, "Inte sparat ännu.")
    return said


def _attempt() -> str:
    return secrets.token_hex(8)


def _told(network: Network, outcome: SaveOutcome) -> None:
    if isinstance(outcome, Failed):
        show_failure(outcome)
        return
    if not isinstance(outcome, Conflict):
        st.session_state[_turn(network)] = st.session_state.get(_turn(network), 0) + 1
        st.session_state.pop(state.network_key(network.id, "lost-dokument"), None)
    show_outcome(outcome)
