"""The history of a file that the program changes, and the way back from its latest change."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.shell import clock, html
from natverkskollen.output.history_words import KIND_WORDS
from natverkskollen.store import Entry, Failed
from natverkskollen.swedish.words import listed


def show_changes(
    what: str, entries: tuple[Entry, ...] | Failed, parts: Mapping[str, str], key: str
) -> int | None:
    """Who changed what and when, the latest first; the version to go back to when that is asked.

    `what` is the thing in the definite form and `parts` the words for its keys; without a `key`
    there is no way back.
    """
    if isinstance(entries, Failed) or not entries:
        return None
    html.heading("Historik", 3)
    rows = [
        (html.Cell(clock.moment(each.when), small=each.actor, wide=True), _words(what, each, parts))
        for each in reversed(entries)
    ]
    html.table(f"Ändringar av {what}, den senaste först", ("När och vem", "Vad"), rows)
    back = entries[-1].version - 1
    asked = key and back and st.button("Ångra den senaste ändringen", key=key)
    return back if asked else None


def _words(what: str, entry: Entry, parts: Mapping[str, str]) -> str:
    paths = [change.path for change in entry.changes]
    if any(path[1:] in ((), ("id",)) for path in paths):
        return f"{KIND_WORDS[entry.kind]}: {what} lades till"
    changed = sorted({parts.get(path[1], "filen") for path in paths})
    return f"{KIND_WORDS[entry.kind]}: {listed(changed)}" if changed else KIND_WORDS[entry.kind]
