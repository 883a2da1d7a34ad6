"""The form on Ärendet in which each membership is filled in, and networks added and taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import streamlit as st

from components.evaluation.membership_words import WORDS
from components.shell import html, state, storage
from components.shell.case_saving import save_changes, show_outcome
from components.shell.form_fields import FormFields
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_entry import (
    MembershipFields,
    added,
    fields_of,
    membership_changes,
    taken_out,
)
from natverkskollen.editing.typed import Entry, Unclear
from natverkskollen.model.network import Network
from natverkskollen.store import Change, Conflict, Failed, SaveOutcome
from natverkskollen.store.plain_data import plain as plain_data

_WIDTH = 680
_TEXTS = ("since", "joined_by", "paid", "paid_year", "paid_by", "hours", "hour", "hour_basis")
_MORE = ("travel", "other", "cost_note")
_OWN = {field.name for field in fields(MembershipFields)}


def show_memberships(dossier: Dossier, library: Library) -> None:
    """Each membership behind its network's name, and below them the networks that can be added."""
    if storage.show_closed(dossier.evaluation, "Medlemskapen"):
        return
    html.paragraphs("Fyll i vad medlemskapet kostar er och vad ni gör i nätverket.")
    for membership in dossier.evaluation.memberships:
        network = dossier.networks[membership.network]
        opened = st.expander(
            plain(network.short), key=_keys(dossier, network.id)("oppet"), on_change="rerun"
        )
        if opened.open:
            with opened, st.container(width=_WIDTH):
                _show_one(dossier, network)
    _show_adding(dossier, library)


def _keys(dossier: Dossier, network: str) -> Callable[[str], str]:
    """The keys of a membership's fields, in this round of filling them in."""
    id_ = dossier.evaluation.id
    turn = st.session_state.get(state.case_key(id_, "medlemskap", network, "omgang"), 0)
    return lambda name: state.case_key(id_, "medlemskap", network, str(turn), name)


def _show_one(dossier: Dossier, network: Network) -> None:
    evaluation = dossier.evaluation
    key = _keys(dossier, network.id)
    # What the fields were drawn from, so that nothing others save meanwhile is overwritten.
    seen: dict[str, Any] = st.session_state.setdefault(key("sett"), dict(plain_data(evaluation)))
    start = fields_of(evaluation, evaluation.membership(network.id))
    form = FormFields(WORDS, key)
    outside = st.checkbox("Vi är inte med i dag", value=not start.member, key=key("utanfor"))
    kinds = {"": "Vet inte", **network.categories(evaluation.municipality.kind)}
    category = start.category
    if len(kinds) > 1:
        category = form.radio("category", "Avgiften beror på", kinds, start.category)
    for name in _TEXTS:
        form.text(name, start=getattr(start, name), more=True)
    for name in _MORE:
        form.text(name, start=getattr(start, name), more=True)
    form.area("seats", start.seats, more=True)
    form.area("presentation", start.presentation, more=True)
    typed = {name: value for name, value in form.typed.items() if name in _OWN}
    given = MembershipFields(**{**typed, "member": not outside, "category": category})
    entry = Entry()
    changes = membership_changes(entry, given, seen, plain_data(evaluation), network.id)
    tried = key("provad")
    if st.button("Spara medlemskapet", key=key("spara"), type="primary"):
        st.session_state[tried] = True
        if not entry.wrong:
            _save(dossier, network.id, changes)
    if tried in st.session_state:
        form.show_mistakes(entry.wrong, "Inte sparat ännu.")
    if st.button("Ta ut nätverket ur utvärderingen", key=key("ta-ut")):
        try:
            _save(dossier, network.id, (taken_out(dossier, network.id),))
        except Unclear as unclear:
            st.error(plain(str(unclear)))


def _show_adding(dossier: Dossier, library: Library) -> None:
    inside = {each.network for each in dossier.evaluation.memberships}
    left = {id_: each.name for id_, each in library.networks.items() if id_ not in inside}
    if not left:
        return
    key = _keys(dossier, "nytt")
    now = plain_data(dossier.evaluation)
    with st.expander("Lägg till ett nätverk i utvärderingen"):
        chosen = st.selectbox(
            "Nätverk",
            sorted(left, key=lambda id_: left[id_].casefold()),
            None,
            format_func=lambda id_: left[id_],
            key=key("val"),
            placeholder="Välj",
        )
        outside = st.checkbox("Vi är inte med i dag", key=key("utanfor"))
        if st.button("Lägg till nätverket", key=key("lagg-till"), disabled=chosen is None):
            _save(dossier, "nytt", (added(now, str(chosen), not outside),))


def _save(dossier: Dossier, network: str, changes: tuple[Change, ...]) -> None:
    outcome: SaveOutcome = save_changes(dossier.evaluation, changes, actor())
    if not isinstance(outcome, (Conflict, Failed)):
        turn = state.case_key(dossier.evaluation.id, "medlemskap", network, "omgang")
        st.session_state[turn] = st.session_state.get(turn, 0) + 1
    show_outcome(outcome)
