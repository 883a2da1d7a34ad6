"""The form for one criterion: every network side by side, each field saved as it changes."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from components.answers.answer_reading import NOT_APPLICABLE, NOT_ASSESSED
from components.answers.answer_saving import (
    Place,
    saver,
    seed,
    show_clash,
    show_status,
    take_resent,
)
from components.answers.evidence_editor import show_evidence
from components.answers.history_view import Steps, show_answer_history
from components.shell import html
from components.shell.markdown import plain
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.wording import GRADES, STATES, cell_words, value_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import ComputedCriterion, Criterion, JudgedCriterion
from natverkskollen.model.network import Network
from natverkskollen.store import Versioned
from natverkskollen.swedish.numbers import number, span
from natverkskollen.swedish.words import counted


def show_progress(dossier: Dossier, assessor: str) -> None:
    """How many of the questions one assessor has answered."""
    asked = [c for c in dossier.criteria.criteria if not isinstance(c, ComputedCriterion)]
    sheet = dossier.sheets.get(assessor)
    answers = [
        sheet.answer(network, criterion) if sheet else Answer()
        for network in dossier.networks
        for criterion in asked
    ]
    done = sum(answer.score is not None or answer.not_applicable for answer in answers)
    words = f"{counted(done, 'svar', 'svar')} av {number(len(answers))} är givna."
    st.progress(done / len(answers) if answers else 0.0, text=words.capitalize())


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
    html.paragraphs(criterion.question)
    if criterion.guidance:
        html.paragraphs(criterion.guidance, "nk-quiet")
    columns = st.columns(len(dossier.networks), gap="large")
    for column, membership in zip(columns, dossier.evaluation.memberships, strict=True):
        network = dossier.networks[membership.network]
        with column:
            html.heading(network.short, 4)
            if isinstance(criterion, ComputedCriterion):
                _show_computed(dossier, network.id, criterion)
            else:
                _show_answer(dossier, assessor, network, criterion, base, writable, steps)


def _show_computed(dossier: Dossier, network: str, criterion: Criterion) -> None:
    cell = evaluate(dossier).network(network).criterion(criterion.id)
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
    sheet = dossier.sheets.get(assessor)
    stored = sheet.answer(network.id, criterion) if sheet else Answer()
    locked = dossier.evaluation.status == "final" or not writable
    fields = _fields(criterion, stored)
    first = seed(place, stored, fields, locked)
    shared: dict[str, Any] = {
        "on_change": saver(place, dossier.criteria, criterion),
        "disabled": locked,
        "label_visibility": "collapsed",
    }
    name = f"{criterion.title}, {network.short}"
    if isinstance(criterion, JudgedCriterion):
        typed = _show_steps(place, dossier.criteria, criterion, name, first, shared)
    else:
        unit = getattr(criterion, "unit", "")
        label = _label(f"Svar i {unit} (tal eller spann)", name)
        start = first.get("score", "")
        typed = {"score": st.text_input(label, start, key=place.key("score"), **shared)}
    start = first.get("rationale", "")
    typed["rationale"] = st.text_area(
        _label("Motivering", name), start, key=place.key("rationale"), height=180, **shared
    )
    grades = ["", *GRADES]
    typed["grade"] = st.selectbox(
        _label("Beläggets styrka", name),
        grades,
        grades.index(first.get("grade", "")),
        format_func=lambda grade: GRADES.get(grade, "Ej angiven, räknas som C"),
        key=place.key("grade"),
        filter_mode=None,
        **shared,
    )
    if first and typed != first:
        shows = partial(_fields, criterion)
        take_resent(place, dossier.criteria, criterion, stored, base, typed, shows)
    show_evidence(dossier, place, network, stored, locked)
    show_status(place, shared["on_change"])
    show_answer_history(dossier, place, criterion, steps, locked)


def _label(words: str, name: str) -> str:
    """Show a field's label, and give the longer one that says which answer the field is part of."""
    html.field_label(words)
    return plain(f"{words}, {name}")


def _fields(criterion: Criterion, stored: Answer) -> dict[str, Any]:
    """What each widget shows for a stored answer."""
    fields = {"rationale": stored.rationale or "", "grade": stored.grade or ""}
    if not isinstance(criterion, JudgedCriterion):
        return {**fields, "score": span(*stored.bounds) if stored.bounds else ""}
    if stored.bounds is None:
        state = NOT_APPLICABLE if stored.not_applicable else NOT_ASSESSED
        return {**fields, "score": state, "upper": 0}
    low, high = (int(bound) for bound in stored.bounds)
    return {**fields, "score": low, "upper": high if high > low else 0}


def _show_steps(
    place: Place,
    criteria: CriteriaSet,
    criterion: JudgedCriterion,
    name: str,
    first: dict[str, Any],
    shared: dict[str, Any],
) -> dict[str, Any]:
    words: dict[int | str, str] = {
        NOT_ASSESSED: STATES["not-assessed"],
        NOT_APPLICABLE: STATES["not-applicable"],
    }
    words |= {step: f"{step} – {criterion.levels[step]}" for step in criteria.scale.steps}
    options = [NOT_ASSESSED, *criteria.scale.steps, NOT_APPLICABLE]
    low = st.radio(
        plain(f"Svar för {name}"),
        options,
        options.index(first.get("score", NOT_ASSESSED)),
        format_func=lambda option: plain(words[option]),
        key=place.key("score"),
        **shared,
    )
    upper = 0
    if isinstance(low, int) and low < criteria.scale.max:
        ends = [0, *range(low + 1, criteria.scale.max + 1)]
        upper = st.selectbox(
            _label("Osäker? Spann till och med steg", name),
            ends,
            ends.index(first.get("upper", 0)) if first.get("score") == low else 0,
            format_func=lambda step: str(step or "Inget spann"),
            key=place.key("upper"),
            filter_mode=None,
            **shared,
        )
    return {"score": low, "upper": upper}
