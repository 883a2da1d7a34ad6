"""The form on Översikt in which each membership is filled in, and networks added and taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields

import streamlit as st

from components.evaluation.membership_import_view import show_import
from components.evaluation.membership_words import WORDS
from components.seen.form_fields import FormFields
from components.seen.form_saving import save_form
from components.seen.memory import Shown, Sight
from components.shell import clock, html, state, storage
from components.shell.case_saving import save_changes, show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_entry import (
    MembershipFields,
    added,
    fields_of,
    filled,
    membership_changes,
    seen_of,
    taken_out,
)
from natverkskollen.editing.register_taking import as_taken, lacking, registered
from natverkskollen.editing.typed import Entry, Unclear
from natverkskollen.model.network import Network
from natverkskollen.store.plain_data import plain as plain_data
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import capital, counted

_WIDTH = 680
_TEXTS = (
    *("since", "joined_by", "paid", "paid_year", "paid_by", "hours", "hour", "hour_basis"),
    *("travel", "other", "cost_note"),
)
_AREAS = ("seats", "presentation")
_OWN = tuple(field.name for field in fields(MembershipFields))


def show_memberships(dossier: Dossier, library: Library) -> None:
    """Each membership behind its network's name, and below them the networks that can be added."""
    if storage.show_closed(dossier.evaluation, "Medlemskapen"):
        return
    html.paragraphs("Fyll i vad medlemskapet kostar er och vad ni gör i nätverket.")
    for membership in dossier.evaluation.memberships:
        network = dossier.networks[membership.network]
        # The forms of many networks are long, and are drawn only for whoever opens them.
        opened = st.expander(
            plain(network.short), key=_keys(dossier, network.id)("oppet"), on_change="rerun"
        )
        if opened.open:
            with opened, st.container(width=_WIDTH):
                _show_register(dossier, library, network)
                _show_one(dossier, network)
    _show_taken_out(dossier)
    _show_adding(dossier, library)
    show_import(dossier, library)


def _keys(dossier: Dossier, network: str) -> Callable[[str], str]:
    """The keys of a membership's fields."""
    return lambda name: state.case_key(dossier.evaluation.id, "medlemskap", network, name)


def _show_register(dossier: Dossier, library: Library, network: Network) -> None:
    """What the register says and nobody has filled in here, and the way to take it."""
    evaluation = dossier.evaluation
    membership = evaluation.membership(network.id)
    found = registered(library, network.id, evaluation.municipality.name)
    known = lacking(membership, found, evaluation.year) if found and membership.member else {}
    if not known:
        return
    now = asdict(fields_of(evaluation, membership))
    with_it = asdict(fields_of(evaluation, membership.model_copy(update=known)))
    html.paragraphs("Registret vet mer om medlemskapet än vad som är ifyllt här:")
    html.labelled([(WORDS[name][0], text) for name, text in with_it.items() if text != now[name]])
    key = _keys(dossier, network.id)("ur-registret")
    if st.button("Fyll i det som saknas ur registret", key=key):
        changes = filled(plain_data(evaluation), network.id, known)
        show_outcome(save_changes(evaluation, changes, actor()))


def _show_one(dossier: Dossier, network: Network) -> None:
    evaluation = dossier.evaluation
    key = _keys(dossier, network.id)
    first = fields_of(evaluation, evaluation.membership(network.id))
    shown = Shown(key, Sight(asdict(first), seen_of(evaluation, network.id)))
    form = FormFields(WORDS, key, shown)
    form.tick("member")
    kinds = network.categories(evaluation.municipality.kind)
    if kinds:
        form.choice("category", WORDS["category"][0], {"": "Vet inte", **kinds})
    for name in _TEXTS:
        (form.day if name == "since" else form.text)(name, more=True)
    for name in _AREAS:
        form.area(name, more=True)
    shown.drawn(form.typed)
    typed = asdict(first) | {name: form.typed[name] for name in _OWN if name in form.typed}
    entry = Entry()
    # Where nobody knows what the person has seen, they are shown it before anything is saved.
    seen = shown.of if shown.seen else shown.now.of
    now = plain_data(evaluation)
    changes = membership_changes(entry, MembershipFields(**typed), seen, now, network.id)
    tried = key("provad")
    if st.button("Spara medlemskapet", key=key("spara"), type="primary"):
        st.session_state[tried] = True
        if not entry.wrong:
            save_form(evaluation, changes, shown, WORDS)
    if tried in st.session_state:
        form.show_mistakes(entry.wrong, "Inte sparat ännu.")
    html.paragraphs(
        "Tas nätverket ut räknas det inte. Det som är ifyllt och alla svar läggs åt sidan och "
        "följer med om det läggs tillbaka.",
        "nk-quiet",
    )
    if st.button("Ta ut nätverket ur utvärderingen", key=key("ta-ut")):
        try:
            changes = taken_out(dossier, network.id, actor(), clock.today())
            show_outcome(save_changes(evaluation, changes, actor()))
        except Unclear as unclear:
            st.error(plain(str(unclear)))


def _show_taken_out(dossier: Dossier) -> None:
    """The networks that have been taken out, each with what is kept of it and the way back."""
    evaluation = dossier.evaluation
    if not evaluation.taken_out:
        return
    html.heading("Uttagna nätverk", 3)
    for out in evaluation.taken_out:
        many = len(dossier.kept_of(out.network))
        kept = f"{capital(counted(many, 'ett svar', 'svar'))} är kvar och räknas inte."
        html.paragraphs(
            f"{out.name} togs ut den {long_date(out.at)} av {out.by}. "
            f"{kept if many else 'Det hade inga svar.'}"
        )
        label = plain(f"Lägg tillbaka {out.name}")
        if st.button(label, key=_keys(dossier, out.network)("tillbaka")):
            changes = added(plain_data(evaluation), out.network, out.membership.member)
            show_outcome(save_changes(evaluation, changes, actor()))


def _show_adding(dossier: Dossier, library: Library) -> None:
    evaluation = dossier.evaluation
    inside = {each.network for each in evaluation.memberships}
    inside |= {each.network for each in evaluation.taken_out}
    left = sorted(
        (each for id_, each in library.networks.items() if id_ not in inside),
        key=lambda each: each.name.casefold(),
    )
    if not left:
        return
    with st.expander("Lägg till ett nätverk i utvärderingen"):
        form = FormFields(WORDS, _keys(dossier, "nytt"))
        chosen = form.listed("network", {each.id: each.name for each in left})
        member = form.tick("member", True)
        label = "Lägg till nätverket"
        if st.button(label, key=form.key("lagg-till"), disabled=not chosen):
            found = registered(library, chosen, evaluation.municipality.name) if member else None
            known = as_taken(found, evaluation.year) if found else None
            changes = added(plain_data(evaluation), chosen, member, known)
            show_outcome(save_changes(evaluation, changes, actor()))
