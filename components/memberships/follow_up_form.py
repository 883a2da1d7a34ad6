"""The yearly follow-up of one membership: four questions, and how its expectations turned out."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from components.memberships.membership_saving import save_changes, save_form
from components.memberships.register_words import FOLLOW_UP_WORDS
from components.seen.form_fields import FormFields
from components.seen.memory import Shown, Sight
from components.shell import clock, html, state
from components.shell.case_saving import show_outcome
from components.shell.markdown import plain
from components.shell.picker import pick
from natverkskollen.analysis.register.expectations import likely_words
from natverkskollen.analysis.register.register import Row
from natverkskollen.analysis.register.use import use_in
from natverkskollen.editing.expectation_entry import outcome_changes
from natverkskollen.editing.follow_up_entry import (
    PROPOSAL_WORDS,
    USE_WORDS,
    FollowUpFields,
    fields_of,
    follow_up_changes,
)
from natverkskollen.editing.typed import Entry
from natverkskollen.model.register import Expectation
from natverkskollen.store.plain_data import plain as plain_data
from natverkskollen.swedish.dates import last_day_of, long_date

_WIDTH = 680
_TRIED = "provad"
_USES: dict[str, str] = {"": "Inte besvarat", **dict(USE_WORDS.items())}
_PROPOSALS: dict[str, str] = {"": "Inte besvarat", **dict(PROPOSAL_WORDS.items())}
_CAME = {"ja": "Ja", "delvis": "Delvis", "nej": "Nej"}


def show_follow_up(row: Row) -> None:
    """The four questions for a year, above them what the log says of it."""
    today = clock.today()
    years = [str(year) for year in range(today.year, today.year - 4, -1)]
    year = int(pick("År", state.YEAR, {each: each for each in years}, _first(row, today.year)))
    html.paragraphs(f"Loggen {use_in(row.membership, year).words}.")

    def key(name: str) -> str:
        return state.membership_key(row.id, f"uppfoljning-{year}-{name}")

    told = row.membership.follow_ups.get(year)
    seen = plain_data(told) if told else None
    shown = Shown(key, Sight(asdict(fields_of(told)), seen or ()))
    with st.container(width=_WIDTH):
        form = FormFields(FOLLOW_UP_WORDS, key, shown)
        form.choice("used", FOLLOW_UP_WORDS["used"][0], _USES)
        form.area("gave")
        form.area("changed", more=True)
        form.choice("proposal", FOLLOW_UP_WORDS["proposal"][0], _PROPOSALS)
        form.text("by")
        shown.drawn(form.typed)
        entry = Entry()
        fields = FollowUpFields(**asdict(fields_of(told)) | form.typed)
        changes = follow_up_changes(entry, fields, shown.of or None, year, today)
        if st.button("Spara uppföljningen", key=key("spara"), type="primary"):
            st.session_state[key(_TRIED)] = True
            if changes:
                save_form(row.id, changes, shown, FOLLOW_UP_WORDS, fields.by)
        if key(_TRIED) in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")
    _show_expectations(row)


def _first(row: Row, year: int) -> str:
    """The year before until it is followed up, then this one; never one before the membership."""
    since = row.membership.since
    new = since is not None and last_day_of(since).year >= year
    return str(year if new or year - 1 in row.membership.follow_ups else year - 1)


def _show_expectations(row: Row) -> None:
    """The expectations, those to be answered first."""
    found = sorted(row.membership.expectations, key=lambda each: (bool(each.came), each.by))
    if not found:
        return
    html.heading("Hur gick det?", 3)
    for each in found:
        if each.came:
            html.paragraphs(f"{each.text}: {each.came}. {each.note or ''}", "nk-quiet")
        elif each.by <= clock.today():
            _show_outcome(row, each)
        else:
            likely = likely_words(each.probability)
            words = f" Ni kallade det {likely}." if likely else ""
            html.paragraphs(f"{each.text}: följs upp {long_date(each.by)}.{words}")


def _show_outcome(row: Row, each: Expectation) -> None:
    def key(name: str) -> str:
        return state.membership_key(row.id, f"utfall-{each.id}-{name}")

    with st.container(width=_WIDTH):
        came = st.radio(
            plain(f"Blev det så? {each.text}, till {long_date(each.by)}"),
            list(_CAME),
            None,
            format_func=_CAME.__getitem__,
            key=key("svar"),
            horizontal=True,
        )
        if st.button("Spara svaret", key=key("spara"), disabled=came is None) and came:
            changes = outcome_changes(row.membership, each.id, came, clock.today())
            show_outcome(save_changes(row.id, changes))
