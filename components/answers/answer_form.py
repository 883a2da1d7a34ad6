"""The form for one criterion: every network side by side, each field saved as it changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from components.answers.answer_reading import fields_of
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
from components.seen.memory import Shown, Sight
from components.shell import data, html, state
from natverkskollen.analysis.own_gaps import OwnGap, own_gaps
from natverkskollen.analysis.wording import GRADES, cell_words, value_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.network import Network
from natverkskollen.store import Versioned
from natverkskollen.swedish.numbers import number


def show_progress(dossier: Dossier, assessor: str) -> None:
    """How many of the questions one assessor has answered."""
    asked = [c for c in dossier.criteria.criteria if c.asked]
    sheet = dossier.own_sheet(assessor)
    answers = [
        sheet.answer(network, criterion) if sheet else Answer()
        for network in dossier.networks
        for criterion in asked
    ]
    done = sum(answer.given for answer in answers)
    words = f"{number(done)} av {number(len(answers))} svar är ifyllda."
    st.progress(done / len(answers) if answers else 0.0, text=words.capitalize())
    left = [gap for gap in own_gaps(dossier, assessor) if "answer" in gap.lacks]
    if done and left:
        _show_next(dossier, left)


def _show_next(dossier: Dossier, left: Sequence[OwnGap]) -> None:
    """The first question without an answer, and the way to it where it is in another theme."""
    first = left[0]
    html.paragraphs(
        f"Nästa obesvarade: {first.criterion.title}, {first.network.short} ({first.theme.title}).",
        "nk-quiet",
    )
    if state.remembered(state.THEME) != first.theme.id:
        key = state.case_key(dossier.evaluation.id, "nasta-obesvarade")
        st.button(
            "Gå till nästa obesvarade",
            key=key,
            on_click=state.choose,
            args=(state.THEME, first.theme.id),
        )


def show_form(
    dossier: Dossier,
    assessor: str,
    criterion_id: str,
    base: Versioned | None,
    writable: bool,
    steps: Steps,
) -> None:
    """One criterion's question with an answer per network.

    `base` is what the browser was shown, where that was by another session (see base_version).

    No st.fragment: after a server restart a fragment's reruns are dropped without a word.
    """
    criterion = dossier.criteria.criterion(criterion_id)
    if criterion is None:
        return
    html.heading(criterion.title, 3)
    members = {dossier.evaluation.is_member(id_) for id_ in dossier.networks}
    for member in sorted(members, reverse=True):
        html.paragraphs(criterion.asks(member))
    if criterion.guidance:
        html.paragraphs(criterion.guidance, "nk-quiet")
    if criterion.asked and criterion.evidence == "required":
        html.paragraphs("Belägg krävs: ange vilken uppgift svaret bygger på.", "nk-quiet")
    columns = st.columns(len(dossier.networks), gap="large")
    for column, membership in zip(columns, dossier.evaluation.memberships, strict=True):
        network = dossier.networks[membership.network]
        with column:
            html.heading(network.short, 4)
            if not criterion.asked:
                _show_computed(network.id, criterion)
            else:
                _show_answer(dossier, assessor, network, criterion, base, writable, steps)


def _show_computed(network: str, criterion: Criterion) -> None:
    cell = data.result().network(network).criterion(criterion.id)
    html.paragraphs(f"{cell_words(cell)}. Värde {value_words(cell.value)} av 100.")
    html.paragraphs("Räknas fram ur uppgifterna på sidan Underlag.", "nk-quiet")


def _show_answer(
    dossier: Dossier,
    assessor: str,
    network: Network,
    criterion: Criterion,
    base: Versioned | None,
    writable: bool,
    steps: Steps,
) -> None:
    place = Place(dossier.evaluation.id, assessor, network.id, criterion.id)
    if show_clash(place, dossier, criterion):
        return
    sheet = dossier.own_sheet(assessor)
    stored = sheet.answer(network.id, criterion) if sheet else Answer()
    locked = dossier.evaluation.status == "final" or not writable
    fields = fields_of(criterion, stored)
    shown = Shown(place.key, Sight(fields, stored), locked)
    first = fields if shown.new else {}
    if shown.new:
        shown.look(shown.now)
    shared: dict[str, Any] = {
        "on_change": saver(place, dossier.criteria, criterion),
        "disabled": locked,
        "label_visibility": "collapsed",
    }
    name = f"{criterion.title}, {network.short}"
    typed = show_figure(place.key, dossier.criteria, criterion, name, first, shared)
    start = first.get("rationale", "")
    typed["rationale"] = st.text_area(
        field_name("Motivering", name), start, key=place.key("rationale"), height=180, **shared
    )
    grades = ["", *GRADES]
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
    show_evidence(dossier, place, network, stored, locked)
    show_status(place, shared["on_change"])
    show_answer_history(dossier, place, criterion, steps, locked)
