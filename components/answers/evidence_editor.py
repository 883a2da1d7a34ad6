"""What an answer rests on: the evidence with its source, adding to it and taking away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

import streamlit as st

from components.answers.answer_saving import save_evidence
from components.answers.log_evidence import show_log_choice
from components.answers.place import Place
from components.networks.sentence_picker import document_read, show_picker
from components.seen.memory import Shown, Sight
from components.shell import html, run
from components.shell.case_saving import show_outcome
from components.shell.markdown import plain
from components.shell.opening import opening
from components.shell.picker import distinct
from components.shell.text_fields import day_line, text_line
from natverkskollen.analysis.facts import fact_value
from natverkskollen.dossier.document_reading import Read
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.sentences import Sentence
from natverkskollen.editing.evidence_entry import (
    NEW_DOCUMENT,
    EvidenceFields,
    add_document,
    own_evidence,
)
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.answer import Answer, Evidence
from natverkskollen.model.network import Fact, Network
from natverkskollen.model.source import Document
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.numbers import number

_TURN = "belaggsomgang"
# A longer list than so many facts has a height of its own, in pixels.
_IN_FULL, _MOST_HEIGHT = 6, 380
# Each part of a piece of evidence and the widget it is entered in.
_OWN_NAMES = {
    "claim": "pastaende",
    "figure": "tal",
    "unit": "enhet",
    "as_of": "per",
    "document": "dokument",
    "title": "titel",
    "publisher": "utgivare",
    "published": "utgivet",
    "diarienummer": "diarienummer",
    "url": "adress",
    "note": "finns",
    "place": "plats",
    "quote": "citat",
}
_OWN = tuple(_OWN_NAMES.values())


def show_evidence(
    dossier: Dossier, place: Place, network: Network, stored: Answer, locked: bool
) -> None:
    """The evidence of one answer; with the fields that add to it where the answer is open."""
    if locked and not stored.evidence:
        return
    # All a network's facts are many, and are drawn only for whoever opens the list.
    opened = opening(f"Belägg ({len(stored.evidence)})", place.key("belagg"))
    if not opened.open:
        return
    with opened:
        for position, each in enumerate(stored.evidence):
            _show(network, each, _listed(dossier, network))
            # The button is of what it takes away: a colleague's change must not move it.
            away = place.key(f"bort-{_mark(stored, position)}")
            if not locked and st.button("Ta bort belägget", key=away):
                kept = (*stored.evidence[:position], *stored.evidence[position + 1 :])
                save_evidence(place, stored, kept)
                st.rerun()
        if not locked:
            _show_choice(dossier, place, network, stored)


def _mark(stored: Answer, position: int) -> str:
    """What tells one piece of evidence from the others, and from what others make of it."""
    each = stored.evidence[position]
    twins = stored.evidence[:position].count(each)
    return f"{sha256(repr(each).encode()).hexdigest()[:12]}-{twins}"


def _show(network: Network, each: Evidence, listed: list[Document]) -> None:
    facts = {fact.id: fact for fact in network.facts}
    fact = facts.get(each.fact or "")
    source = each.source or (fact.source if fact else None)
    words = each.claim or (f"{fact.label}: {fact_value(fact)}" if fact else "")
    if each.figure is not None:
        words += f" ({number(each.figure)}{' ' + each.unit if each.unit else ''})"
    if each.as_of:
        words += f" Per {each.as_of.isoformat()}."
    html.paragraphs(words)
    if source:
        titles = {document.id: document.title for document in listed}
        where = ", ".join(filter(None, [titles.get(source.document), source.place]))
        html.paragraphs(f"”{source.quote}” ({where})", "nk-quiet")


def _show_choice(dossier: Dossier, place: Place, network: Network, stored: Answer) -> None:
    used = {each.fact for each in stored.evidence}
    left = {fact.id: fact for fact in network.facts if fact.id not in used}
    turn = _turn(place, stored)
    if left:
        titles = {document.id: document.title for document in network.documents}
        chosen = _pick_fact(place.key(f"uppgift{turn}"), left, titles)
        if chosen and st.button("Lägg till uppgiften", key=place.key("lagg-till")):
            _add(place, stored, Evidence(fact=chosen))
    show_log_choice(
        dossier, place, stored, turn, lambda new, grade: _add(place, stored, new, grade)
    )
    if st.checkbox("Skriv ett eget belägg", key=place.key(f"eget{turn}")):
        _show_own(dossier, place, network, stored)


def _pick_fact(key: str, facts: Mapping[str, Fact], titles: Mapping[str, str]) -> str | None:
    """One of a network's facts, each with all its words, its day and where it stands."""
    with st.container(height=_MOST_HEIGHT if len(facts) > _IN_FULL else "content"):
        chosen: str | None = st.radio(
            "Välj bland nätverkets uppgifter",
            list(facts),
            None,
            format_func=lambda id_: plain(f"{facts[id_].label}: {fact_value(facts[id_])}"),
            captions=[
                plain(f"{fact.as_of.isoformat()}, {titles.get(fact.source.document, '')}")
                for fact in facts.values()
            ],
            key=key,
        )
    return chosen


def _show_own(dossier: Dossier, place: Place, network: Network, stored: Answer) -> None:
    turn = _turn(place, stored)

    def key(field: str) -> str:
        return place.key(f"eget-{field}{turn}")

    shown = Shown(key, Sight(dict.fromkeys(_OWN, "")))

    def text(field: str, label: str, line: Callable[..., str] = text_line) -> str:
        return line(label, key=key(field), on_change=shown.noting(field)) or ""

    listed = _listed(dossier, network)
    names = {"": "Inget dokument"} | distinct({each.id: each.title for each in listed})
    names[NEW_DOCUMENT] = "Ett nytt dokument …"
    if st.session_state.get(key("dokument")) not in (None, *names):  # taken away meanwhile
        st.session_state[key("dokument")] = ""
    entered = {
        "claim": text("pastaende", "Påstående"),
        "figure": text("tal", "Tal (om det finns)"),
        "unit": text("enhet", "Enhet"),
        "as_of": text("per", "Gäller per (ÅÅÅÅ-MM-DD)", day_line),
        "document": st.selectbox(
            "Dokument", list(names), format_func=lambda id_: plain(names[id_]), key=key("dokument")
        ),
    }
    if entered["document"] == NEW_DOCUMENT:
        entered |= {
            "title": text("titel", "Dokumentets titel"),
            "publisher": text("utgivare", "Utgivare"),
            "published": text("utgivet", "Dokumentets dag (ÅÅÅÅ-MM-DD)", day_line),
            "diarienummer": text("diarienummer", "Diarienummer (om det finns)"),
            "url": text("adress", "Webbadress (om den finns)"),
            "note": text("finns", "Var det annars finns"),
        }
    file = next((each.file for each in listed if each.id == entered["document"]), None)

    def take(sentence: Sentence) -> None:
        for field, words in (("plats", sentence.place), ("citat", sentence.text)):
            st.session_state[key(field)] = words
            shown.noting(field)()

    with st.container():  # what comes and goes in it does not move the fields below
        show_picker(lambda name: key(f"valj-{name}"), document_read(file), take)
    entered |= {"place": text("plats", "Plats i dokumentet"), "quote": text("citat", "Citat")}
    shown.drawn({_OWN_NAMES[name]: value for name, value in entered.items()})
    if st.button("Lägg till belägget", key=key("spara")):
        _save_own(place, stored, EvidenceFields(**entered), dossier, document_read(file))


def _listed(dossier: Dossier, network: Network) -> list[Document]:
    """The documents that evidence about a network may point at."""
    return [*network.documents, *dossier.evaluation.documents]


def _save_own(
    place: Place, stored: Answer, fields: EvidenceFields, dossier: Dossier, read: Read | None
) -> None:
    networks = dossier.networks
    taken = {each.id for network in networks.values() for each in network.documents}
    try:
        own, document = own_evidence(fields, _listed(dossier, networks[place.network]), taken, read)
    except Unclear as unclear:
        st.error(plain(str(unclear)))
        return
    if document:
        store = run.store()
        outcome = add_document(store, place.evaluation, document, place.assessor)
        if isinstance(outcome, (Failed, Conflict)):
            show_outcome(outcome)
            return
    _add(place, stored, own)


def _add(place: Place, stored: Answer, new: Evidence, grade: str | None = None) -> None:
    """Save one more piece; the fields it was entered in are then empty."""
    if save_evidence(place, stored, (*stored.evidence, new), grade):
        st.session_state.pop(place.key(_TURN), None)
    st.rerun()


def _turn(place: Place, stored: Answer) -> int:
    """Which addition the fields belong to: another after each of one's own, and no one else's."""
    return st.session_state.setdefault(place.key(_TURN), len(stored.evidence))
