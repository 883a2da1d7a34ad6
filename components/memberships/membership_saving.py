"""Saving what is filled in about a membership, and what the history tells of it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from components.memberships.register_words import PARTS
from components.seen.memory import Shown
from components.seen.telling import tell_rows
from components.shell import run, state
from components.shell.case_saving import show_outcome
from components.shell.change_table import show_changes
from components.shell.person import actor
from natverkskollen.store import Change, Conflict, Failed, SaveOutcome


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
    store = run.memberships()
    key = "" if locked else state.membership_key(membership, "angra")
    if back := show_changes("medlemskapet", store.history(membership), PARTS, key):
        show_outcome(store.restore(membership, back, actor(), (), secrets.token_hex(8)))
