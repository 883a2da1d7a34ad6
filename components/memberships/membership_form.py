"""The form for a membership: a new one, or everything about one that there is."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from components.memberships.membership_saving import save_changes, save_form
from components.memberships.register_words import WORDS
from components.seen.form_fields import FormFields
from components.seen.memory import Shown, Sight
from components.shell import clock, html, run, state
from components.shell.case_saving import show_outcome
from natverkskollen.analysis.register.notice_days import next_words, rule_words
from natverkskollen.dossier.library import Library
from natverkskollen.editing.register_entry import (
    NEW,
    RegisterFields,
    fields_of,
    free_id,
    membership_from,
    register_changes,
)
from natverkskollen.model.notice import EXAMPLES, Notice, rule_of
from natverkskollen.model.register import CLASSES, RegisteredMembership
from natverkskollen.store import Conflict, Failed
from natverkskollen.store.plain_data import plain as plain_data
from natverkskollen.swedish.words import capital

_WIDTH = 680
_TRIED = "provad"


def show_form(library: Library, id_: str, old: RegisteredMembership | None) -> None:
    """The form with its button; what is typed stays until it is saved."""

    def key(name: str) -> str:
        return state.membership_key(id_, name)

    first = asdict(fields_of(old))
    shown = Shown(key, Sight(first, plain_data(old) if old else {}))
    with st.container(width=_WIDTH):
        form = FormFields(WORDS, key, shown)
        if old is None:
            form.listed("network", _free(library))
        _show_fields(form)
        shown.drawn(form.typed)
        entry = membership_from(RegisterFields(**first | form.typed), old)
        label = "Spara medlemskapet" if old else "Lägg till medlemskapet"
        if st.button(label, key=key("spara"), type="primary"):
            st.session_state[key(_TRIED)] = True
            if entry.data and old:
                save_form(id_, register_changes(shown.of, entry.data), shown, WORDS)
            elif entry.data:
                _create(shown, entry.data)
        if key(_TRIED) in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")


def _free(library: Library) -> dict[str, str]:
    """The networks that the municipality has no membership of in the register yet."""
    inside = {m.network for m in library.memberships.values() if m.municipality is None}
    left = (each for id_, each in library.networks.items() if id_ not in inside)
    return {each.id: each.name for each in sorted(left, key=lambda each: each.name.casefold())}


def _show_fields(form: FormFields) -> None:
    for name in ("body", "role"):
        form.text(name, more=True)
    kinds: dict[str, str] = {kind: capital(kind) for kind in CLASSES}
    form.choice("kind", WORDS["kind"][0], {"": "Inte angiven", **kinds})
    form.area("purpose", more=True)
    form.day("since", more=True)
    form.text("decided_body", more=True)
    form.day("decided_day", more=True)
    form.text("decided_number", more=True)
    form.area("paid", more=True)
    form.text("budget_line", more=True)
    rule = form.text("rule", more=True)
    with st.expander("Reglerna att välja bland"):
        html.bullets(EXAMPLES)
        html.paragraphs("Byt ut siffror, månader och dagar mot era.", "nk-quiet")
    with st.container():  # what comes and goes in it does not move the fields below
        _show_next(rule)
    for name in ("given", "meeting"):
        form.day(name, more=True)
    for name in ("seats", "expectations"):
        form.area(name, more=True)
    for name in ("next_evaluation", "ended"):
        form.day(name, more=True)
    form.area("note", more=True)


def _show_next(typed: str) -> None:
    """What the rule says and its next day, as it is typed; nothing where it says none yet."""
    rule = rule_of(typed)
    if rule is None:
        html.held()
        return
    notice = Notice(rule=" ".join(typed.split()))
    html.paragraphs(f"{rule_words(rule)} {next_words(notice, clock.today())}")


def _create(shown: Shown, data: dict[str, object]) -> None:
    id_ = free_id(str(data["network"]), run.memberships().ids())
    outcome = save_changes(id_, register_changes({}, data), base=0)
    if not isinstance(outcome, (Failed, Conflict)):
        shown.follow()
        state.choose(state.HOLDER, state.OWN)
        state.choose(state.MEMBERSHIP, id_)
        st.session_state.pop(state.membership_key(NEW, _TRIED), None)
    show_outcome(outcome)
