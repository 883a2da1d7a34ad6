"""Saving what is filled in about a membership, and what the history tells of it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

import streamlit as st

from components.memberships.register_words import PARTS
from components.seen.memory import Shown
from components.seen.telling import tell_rows
from components.shell import clock, html, run, state
from components.shell.case_saving import show_outcome
from components.shell.person import actor
from natverkskollen.output.history_words import KIND_WORDS
from natverkskollen.store import Change, Conflict, Entry, Failed, SaveOutcome
from natverkskollen.swedish.words import listed


def save_changes(
    membership: str, changes: Sequence[Change], by: str = "", base: int | None = None
) -> SaveOutcome:
    """Save all the changes of a membership, or none where somebody has changed any of them."""
    return run.memberships().save(membership, base, changes, actor(by), secrets.token_hex(8))


def save_form(
    membership: str,
    changes: Sequence[Change],
    shown: Shown,
    words: Mapping[str, tuple[str, str]],
    by: str = "",
) -> None:
    """Save what the person saw and changed; where somebody else has changed it they are told."""
    outcome = save_changes(membership, changes, by) if shown.seen else None
    if outcome is None or isinstance(outcome, Conflict):
        now = [(words[name][0], str(value)) for name, value in shown.now.fields.items() if value]
        tell_rows(now)
        shown.told()
        return
    if not isinstance(outcome, Failed):
        shown.follow()
    show_outcome(outcome)


def show_history(membership: str, locked: bool) -> None:
    """Who changed what and when, the latest first, with a button that takes the latest back."""
    entries = run.memberships().history(membership)
    if isinstance(entries, Failed) or not entries:
        return
    html.heading("Historik", 3)
    rows = [
        (html.Cell(clock.moment(each.when), small=each.actor, wide=True), _words(each))
        for each in reversed(entries)
    ]
    html.table("Ändringar av medlemskapet, den senaste först", ("När och vem", "Vad"), rows)
    latest = entries[-1].version
    if latest < 2 or locked:
        return
    if st.button("Ångra den senaste ändringen", key=state.membership_key(membership, "angra")):
        key = secrets.token_hex(8)
        show_outcome(run.memberships().restore(membership, latest - 1, actor(), (), key))


def _words(entry: Entry) -> str:
    if any(len(change.path) == 1 for change in entry.changes):
        return f"{KIND_WORDS[entry.kind]}: medlemskapet lades till"
    parts = sorted({PARTS.get(change.path[1], "filen") for change in entry.changes})
    return f"{KIND_WORDS[entry.kind]}: {listed(parts)}" if parts else KIND_WORDS[entry.kind]
