"""What a membership gave: a line in its log, written in twenty seconds, and the lines there are."""

from __future__ import annotations

import secrets

import streamlit as st

from components.memberships.register_words import LOG_WORDS
from components.seen.form_fields import FormFields
from components.shell import clock, html, run, state
from components.shell.case_saving import show_failure, show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from natverkskollen.analysis.register.register import Row
from natverkskollen.editing.log_entry import LogFields, append, log_line, take_back
from natverkskollen.editing.typed import Entry
from natverkskollen.model.register import KINDS, LogEntry
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital

_TURN, _TRIED, _BY, _ALL = "omgang", "provad", "loggens-roll", "alla"
_WIDTH, _SOME = 680, 20


def show_log_form(row: Row) -> None:
    """The fields of a new line; they are empty again when it is saved."""
    turn = st.session_state.setdefault(state.membership_key(row.id, _TURN), secrets.token_hex(8))

    def key(name: str) -> str:
        return state.membership_key(row.id, f"logg-{turn}-{name}")

    owner = row.membership.owner
    role = st.session_state.get(state.membership_key("", _BY)) or (owner.role if owner else "")
    with st.container(width=_WIDTH):
        form = FormFields(LOG_WORDS, key)
        form.text("text")
        form.choice("what", LOG_WORDS["what"][0], {kind: capital(kind) for kind in KINDS})
        form.text("by", start=role or "")
        form.text("hours", more=True)
        form.day("day", start=clock.today().isoformat())
        entry = Entry()
        line = log_line(entry, LogFields(**form.typed), clock.today())
        if st.button("Spara i loggen", key=key("spara"), type="primary"):
            st.session_state[key(_TRIED)] = True
            if line:
                _save(row, line, turn)
        if key(_TRIED) in st.session_state:
            form.show_mistakes(entry.wrong, "Inte sparat ännu.")


def _save(row: Row, line: dict[str, object], turn: str) -> None:
    """A second click on the same form is the same line."""
    outcome = append(run.memberships(), row.id, line, actor(str(line["by"])), turn)
    if isinstance(outcome, Failed):
        show_failure(outcome)
    elif isinstance(outcome, Conflict):
        show_outcome(outcome)
    else:
        st.session_state.pop(state.membership_key(row.id, _TURN), None)
        st.session_state[state.membership_key("", _BY)] = line["by"]
        st.session_state[state.TOLD] = f"Sparat {clock.now():%H:%M}"
        st.rerun()


def show_log(row: Row, locked: bool) -> None:
    """The lines, the newest first: the first of them, and all for whoever asks."""
    entries = row.membership.entries
    if not entries:
        html.paragraphs("Inget är skrivet i loggen ännu.")
        return
    whole = len(entries) <= _SOME or st.checkbox(
        plain(f"Visa alla {number(len(entries))} rader"), key=state.membership_key(row.id, _ALL)
    )
    html.table(
        "Loggen, det senaste först",
        ("Dag", "Vad det gav", "Vem", "Timmar"),
        [_cells(each) for _, each in (entries if whole else entries[:_SOME])],
    )
    if not locked:
        _show_taking_back(row)


def _cells(each: LogEntry) -> html.Row:
    hours = number(each.hours) if each.hours else ""
    return (
        html.Cell(each.day.isoformat(), small=each.what),
        html.Cell(each.text, wide=True),
        each.by,
        html.Cell(hours, number=True),
    )


def _show_taking_back(row: Row) -> None:
    opened = st.expander(
        "Ta bort en rad", key=state.membership_key(row.id, "rader"), on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        lines = dict(row.membership.entries[:_SOME])
        chosen = st.radio(
            "Vilken av de senaste raderna",
            list(lines),
            None,
            format_func=lambda id_: plain(f"{lines[id_].day.isoformat()}:{HARD}{lines[id_].text}"),
            key=state.membership_key(row.id, "rad"),
        )
        away = st.button("Ta bort raden", key=state.membership_key(row.id, "ta-bort"))
        if away and chosen:
            store, key = run.memberships(), secrets.token_hex(8)
            show_outcome(take_back(store, row.id, row.membership, chosen, actor(), key))
