"""The form for one fact of a network: picked in a document, or typed by hand; changed, removed."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import streamlit as st

from components.networks.fact_words import KINDS, WORDS
from components.networks.sentence_picker import document_read, show_picker
from components.seen.form_fields import FormFields
from components.seen.memory import Shown, Sight
from components.seen.telling import tell_words
from components.shell import clock, run, saved_line, state
from components.shell.case_saving import show_failure
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.dossier.library import Library
from natverkskollen.dossier.network_use import missed
from natverkskollen.dossier.sentences import Sentence
from natverkskollen.editing.fact_entry import (
    OTHER,
    FactFields,
    Wanted,
    fact_changes,
    fact_from,
    fields_of,
)
from natverkskollen.editing.typed import Entry
from natverkskollen.model.network import Fact, Network
from natverkskollen.store import Conflict, Failed
from natverkskollen.store.plain_data import plain as plain_data

_WIDTH = 680
_TRIED, _KEY = "provad", "nyckel"


def mark(fact: Fact | None) -> str:
    """What a fact is known by in its network: no two have it the same."""
    if fact is None:
        return "ny"
    return f"{fact.id}.{fact.as_of.isoformat()}.{fact.source.document}.{fact.kind}"


def show_fact(library: Library, network: Network, old: Fact | None) -> None:
    """The form with its buttons; what is typed stays until it is saved."""

    def key(name: str) -> str:
        return state.network_key(network.id, f"uppgift/{mark(old)}/{name}")

    first = fields_of(old) if old else FactFields(document=_latest(network))
    shown = Shown(key, Sight(asdict(first), plain_data(old))) if old else None
    with st.container(width=_WIDTH):
        form = FormFields(WORDS, key, shown)
        document = _show_source(form, network, first)
        _show_fact(form)
        if shown:
            shown.drawn(form.typed)
        typed = asdict(first) | {n: form.typed[n] for n in asdict(first) if n in form.typed}
        entry = Entry()
        wanted = fact_from(entry, FactFields(**typed), network, old, document_read(document))
        label = "Spara uppgiften" if old else "Lägg till uppgiften"
        tried = key(_TRIED)

        def trying() -> None:
            st.session_state[tried] = True

        clicked = st.button(label, key=key("spara"), type="primary", on_click=trying)
        if tried in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")
        if clicked and wanted:
            _save(network, key, shown, wanted)
        if old and st.button("Ta bort uppgiften", key=key("ta-bort")):
            _remove(library, network, old, key, shown)


def _latest(network: Network) -> str:
    """The document that was put in last, which a new fact is most likely to stand in."""
    kept = [each.id for each in network.documents if document_kept(each.file)]
    return kept[-1] if kept else ""


def document_kept(file: str | None) -> bool:
    """Whether a document lies in the data folder, without reading it."""
    return bool(file) and (run.folder() / "documents" / str(file)).is_file()


def _show_source(form: FormFields, network: Network, first: FactFields) -> str | None:
    """Where it stands: the document, the sentence in it, the page. The file of the document."""
    names = {each.id: each.title for each in network.documents}
    names[OTHER] = "Ett annat dokument"
    chosen = form.listed("document", names, first.document)
    file = next((each.file for each in network.documents if each.id == chosen), None)
    with st.container():  # what comes and goes in it does not move the fields below
        if chosen == OTHER:
            form.text("title")
            form.text("found")
        elif file:
            _show_picker(form, file)
    form.area("quote")
    form.text("place")
    return file


def _show_picker(form: FormFields, file: str) -> None:
    def take(sentence: Sentence) -> None:
        for name, text in (("quote", sentence.text), ("place", sentence.place)):
            st.session_state[form.key(name)] = text
            if form.shown:
                form.shown.noting(name)()

    show_picker(lambda name: form.key(f"valj-{name}"), document_read(file), take)


def _show_fact(form: FormFields) -> None:
    form.text("label")
    form.text("value")
    form.text("unit", more=True)
    form.day("as_of")
    with st.expander("Mer om uppgiften: slag, ämnen, anmärkning"):
        form.choice("kind", WORDS["kind"][0], KINDS)
        form.tick("approximate")
        for name in ("tags", "note"):
            form.text(name, more=True)
        form.day("read", start=clock.today().isoformat(), more=True)


def _save(
    network: Network, key: Callable[[str], str], shown: Shown | None, wanted: Wanted | None
) -> None:
    seen = shown.of if shown else None
    if shown and shown.seen is None:  # nobody knows what the person has seen: they see it first
        tell_words("det som fälten visade från början")
        shown.told()
        return
    # A second click on the same form is the same try.
    attempt = st.session_state.setdefault(key(_KEY), secrets.token_hex(8))

    def changes(now: Any) -> Any:
        return fact_changes(now["network"], seen, wanted)

    outcome = run.networks().save(network.id, None, changes, actor(), attempt)
    if isinstance(outcome, Conflict):
        del st.session_state[key(_KEY)]
        saved_line.note(well=False)
        st.error("Inte sparat. Någon annan har ändrat eller tagit bort uppgiften. Ladda om sidan.")
    elif isinstance(outcome, Failed):
        del st.session_state[key(_KEY)]
        show_failure(outcome)
    else:
        for kept in [each for each in st.session_state if str(each).startswith(key(""))]:
            del st.session_state[kept]
        saved_line.note(well=True)
        st.session_state[state.TOLD] = f"Sparat {clock.now():%H:%M}"
        st.rerun()


def _remove(
    library: Library,
    network: Network,
    old: Fact,
    key: Callable[[str], str],
    shown: Shown | None,
) -> None:
    left = tuple(each for each in network.facts if each != old)
    if words := missed(library, network, network.model_copy(update={"facts": left})):
        st.error(plain(f"Inte borttagen. {words}"))
        return
    _save(network, key, shown, None)
