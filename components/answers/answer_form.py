"""The form of one answer: a level, why, and what it rests on, each saved as it changes."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.answers.answer_saving import (
    Place,
    saver,
    show_clash,
    show_status,
    take_resent,
)
from components.answers.evidence_editor import show_evidence
from components.answers.figure_field import field_name, show_figure
from components.answers.history_view import Steps, show_answer_history
from components.answers.locked_answer import show_locked
from components.seen import unreceived
from components.seen.memory import Shown, Sight
from components.shell.text_fields import text_box
from natverkskollen.analysis.wording import GRADES
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.answer_entry import fields_of
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.network import Network
from natverkskollen.store import Versioned

Halves = tuple[DeltaGenerator, DeltaGenerator]


def show_answer(
    dossier: Dossier,
    place: Place,
    criterion: Criterion,
    halves: Halves,
    base: Versioned | None,
    writable: bool,
    steps: Steps,
) -> None:
    """One network's answer in the two halves of a row: the level, and why.

    `base` is what the browser was shown, where that was by another session (see base_version).

    No st.fragment: after a server restart a fragment's reruns are dropped without a word.
    """
    figures, words = halves
    network = dossier.networks[place.network]
    sheet = dossier.own_sheet(place.assessor)
    stored = sheet.answer(network.id, criterion) if sheet else Answer()
    locked = dossier.evaluation.status == "final" or not writable
    with words:
        if show_clash(place, dossier, criterion):
            return
    if locked:
        show_locked(place, dossier, criterion, stored, halves)
    else:
        _show_fields(dossier, place, criterion, stored, halves, base)
    with figures:
        show_status(place, None if locked else saver(place, dossier.criteria, criterion))
    with words:
        show_evidence(dossier, place, network, stored, locked)
        show_answer_history(dossier, place, criterion, steps, locked)


def _show_fields(
    dossier: Dossier,
    place: Place,
    criterion: Criterion,
    stored: Answer,
    halves: Halves,
    base: Versioned | None,
) -> None:
    network: Network = dossier.networks[place.network]
    fields = fields_of(criterion, stored)
    shown = Shown(place.key, Sight(fields, stored))
    unreceived.note(shown, place.evaluation)
    first = fields if shown.new else {}
    if shown.new:
        shown.look(shown.now)
    shared: dict[str, Any] = {
        "on_change": saver(place, dossier.criteria, criterion),
        "label_visibility": "collapsed",
    }
    name = f"{criterion.title}, {network.short}"
    with halves[0]:
        typed = show_figure(place.key, dossier.criteria, criterion, name, first, shared)
    with halves[1]:
        typed["rationale"] = text_box(
            field_name("Motivering", name),
            first.get("rationale", ""),
            told=True,
            key=place.key("rationale"),
            height="content",
            **shared,
        )
    grades = ["", *GRADES]
    with halves[0]:
        typed["grade"] = st.selectbox(
            field_name("Vad uppgiften bygger på", name),
            grades,
            grades.index(first.get("grade", "")),
            format_func=lambda grade: GRADES.get(grade, "Ej angiven, räknas som C"),
            key=place.key("grade"),
            filter_mode=None,
            **shared,
        )
    if shown.new and typed != fields:
        shows = partial(fields_of, criterion)
        take_resent(place, dossier.criteria, criterion, stored, base, typed, shows)
