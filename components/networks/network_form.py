"""The form for a network: a new one in a few fields, or the whole of one that there is."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

import streamlit as st

from components.networks.fee_fields import first_fee, show_fee
from components.networks.network_words import PARTS, WORDS
from components.seen.form_fields import FormFields
from components.seen.memory import Shown, Sight
from components.seen.telling import tell_rows
from components.shell import clock, run, state
from components.shell.case_saving import show_failure
from components.shell.person import actor
from natverkskollen.dossier.library import Library
from natverkskollen.editing.network_entry import (
    NEW,
    NetworkFields,
    network_changes,
    network_from,
)
from natverkskollen.model.network import Network
from natverkskollen.store import Clash, Conflict, Failed
from natverkskollen.store.plain_data import plain as plain_data
from natverkskollen.swedish.joining import JOINING
from natverkskollen.swedish.words import capital

_WIDTH = 680
_OWN = {field.name for field in fields(NetworkFields)} - {"fee"}


def show_form(library: Library, old: Network | None) -> None:
    """The form with its button; what is typed stays until it is saved."""
    id_ = old.id if old else NEW

    def key(name: str) -> str:
        return state.network_key(id_, name)

    stated = first_fee(library, old)
    first = {name: getattr(_start(old), name) for name in _OWN} | asdict(stated)
    shown = Shown(key, Sight(first, plain_data(old) if old else {}))
    with st.container(width=_WIDTH):
        form = FormFields(WORDS, key, shown)
        _show_basics(form)
        with st.container():  # what comes and goes in it does not move the fields below
            fee = show_fee(form, library, old, stated)
        with st.expander("Villkor: uppsägning och inträde"):
            for name in ("notice", "last_notice_day", "entry"):
                form.text(name, more=True)
        shown.drawn(form.typed)
        own = {name: typed for name, typed in form.typed.items() if name in _OWN}
        entry = network_from(NetworkFields(**own, fee=fee), run.networks().ids(), old)
        label = "Spara nätverket" if old else "Lägg till nätverket"
        clicked = st.button(label, key=key("spara"), type="primary", on_click=_try, args=(id_,))
        if key(_TRIED) in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")
        if clicked and entry.data:
            _save(old, shown, entry.data)


_TRIED, _KEY = "provad", "nyckel"


def _try(id_: str) -> None:
    st.session_state[state.network_key(id_, _TRIED)] = True


def _start(old: Network | None) -> NetworkFields:
    """What the fields show before anybody has typed in them."""
    if old is None:
        return NetworkFields()
    return NetworkFields(
        name=old.name,
        short=old.short,
        membership=old.membership,
        description=old.description or "",
        website=old.website or "",
        notice=old.terms.notice,
        last_notice_day=old.terms.last_notice_day or "",
        entry=old.terms.entry or "",
    )


def _show_basics(form: FormFields) -> None:
    form.text("name")
    form.text("short", more=True)
    words: dict[str, str] = {id_: capital(each.noun) for id_, each in JOINING.items()}
    form.choice("membership", WORDS["membership"][0], words)
    form.area("description", more=True)
    form.text("website", more=True)


def _save(old: Network | None, shown: Shown, data: dict[str, Any]) -> None:
    id_ = old.id if old else NEW
    if shown.seen is None:  # nobody knows what the person has seen: they are shown it first
        _tell(())
        shown.told()
        return
    # A second click on the same form is the same try, and makes the same network.
    attempt = st.session_state.setdefault(shown.key(_KEY), secrets.token_hex(8))
    changes = network_changes(shown.of if old else {}, data)
    outcome = run.networks().save(data["id"], None if old else 0, changes, actor(), attempt)
    if isinstance(outcome, Conflict):
        del st.session_state[shown.key(_KEY)]
        _tell(outcome.clashes)
        shown.told()
    elif isinstance(outcome, Failed):
        show_failure(outcome)
    else:
        for kept in [k for k in st.session_state if str(k).startswith(state.network_key(id_, ""))]:
            del st.session_state[kept]
        state.choose(state.NETWORK_FILE, data["id"])
        if old is None:
            state.choose(state.PART, state.COSTS)
        st.session_state[state.TOLD] = f"Sparat {clock.now():%H:%M}"
        st.rerun()


def _tell(clashes: Sequence[Clash]) -> None:
    """What somebody else has saved of the same; having seen it, the person decides."""
    tell_rows(
        [
            (
                capital(PARTS.get(clash.path[-1], "filen")),
                clash.theirs if isinstance(clash.theirs, str) else "ändrat, se ovanför formuläret",
            )
            for clash in clashes
        ]
    )
