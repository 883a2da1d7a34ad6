"""The form for a network: a new one in a few fields, or the whole of one that there is."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

import streamlit as st

from components.networks.fee_fields import show_fee
from components.networks.network_words import WORDS
from components.shell import clock, run, state
from components.shell.form_fields import FormFields
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.dossier.library import Library
from natverkskollen.editing.network_entry import (
    NEW,
    NetworkFields,
    network_changes,
    network_from,
)
from natverkskollen.model.network import Network
from natverkskollen.store import Conflict, Failed
from natverkskollen.store.plain_data import plain as plain_data
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.words import capital

_SEEN, _TRIED, _KEY = "sett", "provad", "nyckel"
_WIDTH = 680
_OWN = {field.name for field in fields(NetworkFields)} - {"fee"}


def show_form(library: Library, old: Network | None) -> None:
    """The form with its button; what is typed stays until it is saved."""
    key = _keys(old)
    with st.container(width=_WIDTH):
        form = FormFields(WORDS, key)
        # What the fields were drawn from, so that nothing others save meanwhile is overwritten.
        seen = st.session_state.setdefault(key(_SEEN), dict(plain_data(old)) if old else {})
        start = _start(old)
        _show_basics(form, start)
        fee = show_fee(form, library, old)
        _show_terms(form, start)
        own = {name: typed for name, typed in form.typed.items() if name in _OWN}
        entry = network_from(NetworkFields(**own, fee=fee), library.networks, old)
        clicked = st.button(
            "Spara nätverket" if old else "Lägg till nätverket",
            key=key("spara"),
            type="primary",
            on_click=_try,
            args=(key(_TRIED),),
        )
        if key(_TRIED) in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")
        if clicked and entry.data:
            _save(old, seen, entry.data)


def _try(key: str) -> None:
    st.session_state[key] = True


def _turn(old: Network | None) -> str:
    return f"natverk/{old.id if old else NEW}/omgang"


def _keys(old: Network | None) -> Callable[[str], str]:
    """The keys of this network's fields, in this round of filling them in."""
    beginning = f"natverk/{old.id if old else NEW}/{st.session_state.get(_turn(old), 0)}"
    return lambda name: f"{beginning}/{name}"


def _start(old: Network | None) -> NetworkFields:
    """What the fields show before anybody has typed in them."""
    if old is None:
        return NetworkFields()
    return NetworkFields(
        name=old.name,
        short=old.short,
        membership=old.membership,
        description=old.description,
        website=old.website or "",
        notice=old.terms.notice,
        last_notice_day=old.terms.last_notice_day or "",
        entry=old.terms.entry or "",
    )


def _show_basics(form: FormFields, start: NetworkFields) -> None:
    form.text("name", start=start.name)
    form.text("short", start=start.short, more=True)
    words: dict[str, str] = {id_: capital(each.noun) for id_, each in JOINING.items()}
    form.choice("membership", WORDS["membership"][0], words, start.membership)
    form.area("description", start.description, more=True)
    form.text("website", start=start.website, more=True)


def _show_terms(form: FormFields, start: NetworkFields) -> None:
    with st.expander("Villkor: uppsägning och inträde"):
        for name in ("notice", "last_notice_day", "entry"):
            form.text(name, start=getattr(start, name), more=True)


def _save(old: Network | None, seen: Mapping[str, Any], data: Mapping[str, Any]) -> None:
    # A second click on the same form is the same try, and makes the same network.
    try_ = st.session_state.setdefault(_keys(old)(_KEY), secrets.token_hex(8))
    changes = network_changes(seen, data)
    outcome = run.networks().save(data["id"], None if old else 0, changes, actor(), try_)
    if isinstance(outcome, Conflict):
        who = capital(outcome.clashes[0].who or "någon annan")
        told = f"Inte sparat. {who} har ändrat detsamma sedan du öppnade sidan."
        st.error(plain(f"{told} Ladda om sidan och skriv det som ska gälla."))
    elif isinstance(outcome, Failed):
        st.error(plain(f"Inte sparat. {capital(outcome.what)}. {outcome.remedy}."))
    else:
        st.session_state[_turn(old)] = st.session_state.get(_turn(old), 0) + 1
        state.choose(state.NETWORK_FILE, data["id"])
        st.session_state[state.TOLD] = f"Sparat {clock.now():%H:%M}"
        st.rerun()
