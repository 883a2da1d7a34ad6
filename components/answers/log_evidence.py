"""A line of a membership's log picked as evidence: what the membership gave, on its day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from components.answers.place import Place
from components.shell import data
from components.shell.markdown import plain
from natverkskollen.analysis.register.readings import is_of
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.log_entry import as_evidence
from natverkskollen.model.answer import Answer, Evidence
from natverkskollen.model.register import LogEntry

_SOME = 12
_MOST_HEIGHT, _IN_FULL = 380, 6
_USE = "anvandning"


def show_log_choice(
    dossier: Dossier,
    place: Place,
    stored: Answer,
    turn: int,
    add: Callable[[Evidence, str | None], None],
) -> None:
    """The newest lines that the answer does not rest on yet; nothing where there are none.

    `add` saves one, with the grade that follows: A for what was used, where none is given yet.
    """
    lines = _left(dossier, place.network, stored)
    if not lines:
        return
    with st.container(height=_MOST_HEIGHT if len(lines) > _IN_FULL else "content"):
        chosen = st.radio(
            "Välj ur medlemskapets logg",
            list(lines),
            None,
            format_func=lambda id_: plain(lines[id_].text),
            captions=[plain(f"{each.day.isoformat()}, {each.what}") for each in lines.values()],
            key=place.key(f"logg{turn}"),
        )
    if chosen and st.button("Lägg till raden ur loggen", key=place.key("lagg-till-logg")):
        add(as_evidence(lines[chosen]), _grade(dossier, place, stored))


def _left(dossier: Dossier, network: str, stored: Answer) -> Mapping[str, LogEntry]:
    library, used = data.library(), set(stored.evidence)
    entries = [
        (f"{id_}/{line}", entry)
        for id_, each in library.memberships.items()
        if each.network == network and is_of(library, each, dossier.evaluation)
        for line, entry in each.entries
        if as_evidence(entry) not in used
    ]
    return dict(entries[:_SOME])


def _grade(dossier: Dossier, place: Place, stored: Answer) -> str | None:
    """What is logged is documented: A where the question is about use and no grade is given."""
    criterion = dossier.criteria.criterion(place.criterion)
    asked = (criterion.id, *criterion.tags) if criterion else ()
    about_use = any(_USE in words for words in asked)
    return "A" if about_use and stored.grade is None else None
