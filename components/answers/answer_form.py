"""The form of one answer: a level, why, and what it rests on, each saved as it changes."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.answers.answer_fields import AnswerShown, in_fields, show_fields
from components.answers.answer_saving import (
    saver,
    show_clash,
    show_status,
    take_resent,
)
from components.answers.evidence_editor import show_evidence
from components.answers.history_view import Steps, show_answer_history, steps_of
from components.answers.locked_answer import show_locked
from components.answers.place import Place
from components.seen import unreceived
from components.seen.base_version import Drawing
from components.seen.memory import Sight
from components.shell import html
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.answer_entry import fields_of
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.store import answer_at


def show_answer(
    dossier: Dossier,
    place: Place,
    criterion: Criterion,
    drawing: Drawing,
    writable: bool,
    steps: Steps,
) -> None:
    """One network's answer: its fields, how the latest save went, and what it rests on.

    No st.fragment: after a server restart a fragment's reruns are dropped without a word.
    """
    network = dossier.networks[place.network]
    sheet = dossier.own_sheet(place.assessor)
    stored = sheet.answer(network.id, criterion) if sheet else Answer()
    locked = dossier.evaluation.status == "final" or not writable
    clash = place.memory.clash is not None
    if not locked:
        _show_fields(dossier, place, criterion, stored, drawing, clash)
    if clash:
        with st.container():  # across the row: both texts in full
            html.heading(network.short, 4)
            found = steps_of(steps, place.assessor, place.network, criterion)
            show_clash(place, dossier, criterion, found)
        return
    if locked:
        show_locked(place, dossier, criterion, stored)
    show_status(place, None if locked else saver(place, dossier.criteria, criterion))
    show_evidence(dossier, place, network, stored, locked)
    show_answer_history(dossier, place, criterion, steps, locked)


def _show_fields(
    dossier: Dossier,
    place: Place,
    criterion: Criterion,
    stored: Answer,
    drawing: Drawing,
    clash: bool,
) -> None:
    """The fields; out of sight while one chooses between two answers."""
    fields, before = fields_of(criterion, stored), in_fields(place.key)
    draw = partial(
        show_fields,
        place.key,
        dossier.criteria,
        criterion,
        dossier.networks[place.network].short,
        save=saver(place, dossier.criteria, criterion),
    )
    if clash:
        draw(before.fields or fields, before.turn, hidden=True)
        return
    shown = AnswerShown(place.key, Sight(fields, stored))
    unreceived.note(shown, place.evaluation)
    kept = draw(shown.fields, shown.turn)
    if not shown.new:
        return
    if kept and kept.fields != fields:
        shown.hold(kept.fields)
        shows = partial(fields_of, criterion)
        base = None if kept.undecided else drawing.kept  # nobody has chosen: one chooses again
        take_resent(place, dossier.criteria, criterion, stored, base, kept.fields, shows)
    else:
        shown.look(shown.now)
        shown.hold(fields, anew=not _shows_file(place, criterion, stored, drawing))


def _shows_file(place: Place, criterion: Criterion, stored: Answer, drawing: Drawing) -> bool:
    """Whether the browser shows what the file holds, in fields that nobody has touched."""
    if drawing.first:
        base = drawing.kept
        where = (place.assessor, place.network, criterion)
        return base is not None and answer_at(base.data, *where) == stored
    return True
