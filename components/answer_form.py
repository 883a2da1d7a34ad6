"""The form for one criterion: every network side by side, each field saved as it changes."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import data, html
from components.answer_reading import NOT_APPLICABLE, NOT_ASSESSED
from components.answer_saving import Place, saver, seed, show_clash, show_status
from components.markdown import plain
from components.network_facts import fact_words
from natverkskollen.answer import Answer, Evidence
from natverkskollen.criteria import CriteriaSet
from natverkskollen.criterion import ComputedCriterion, Criterion, JudgedCriterion
from natverkskollen.library import Dossier
from natverkskollen.network import Network
from natverkskollen.swedish import counted, number, span
from natverkskollen.wording import GRADES, STATES, cell_words, value_words


def show_progress(place: DeltaGenerator, assessor: str) -> None:
    """How many of the questions one assessor has answered, written into a container."""
    dossier = data.dossier()
    asked = [c for c in dossier.criteria.criteria if not isinstance(c, ComputedCriterion)]
    sheet = dossier.sheets.get(assessor)
    answers = [
        sheet.answer(network, criterion) if sheet else Answer()
        for network in dossier.networks
        for criterion in asked
    ]
    done = sum(answer.score is not None or answer.not_applicable for answer in answers)
    words = f"{counted(done, 'svar', 'svar')} av {number(len(answers))} är givna."
    place.progress(done / len(answers) if answers else 0.0, text=words.capitalize())


@st.fragment
def show_form(assessor: str, criterion_id: str, progress: DeltaGenerator) -> None:
    """One criterion's question with an answer per network, as the files say it now."""
    dossier = data.dossier()
    criterion = dossier.criteria.criterion(criterion_id)
    if criterion is None:
        return
    html.heading(criterion.title)
    html.paragraphs(criterion.question)
    if criterion.guidance:
        html.paragraphs(criterion.guidance, "nk-quiet")
    columns = st.columns(len(dossier.networks), gap="large")
    for column, membership in zip(columns, dossier.evaluation.memberships, strict=True):
        network = dossier.networks[membership.network]
        with column:
            html.heading(network.short, 3)
            if isinstance(criterion, ComputedCriterion):
                _show_computed(network.id, criterion)
            else:
                _show_answer(dossier, assessor, network, criterion)
    show_progress(progress, assessor)


def _show_computed(network: str, criterion: Criterion) -> None:
    cell = data.result().network(network).criterion(criterion.id)
    html.paragraphs(f"{cell_words(cell)}. Värde {value_words(cell.value)} av 100.")
    html.paragraphs("Räknas fram ur uppgifterna på sidan Underlag.", "nk-quiet")


def _show_answer(dossier: Dossier, assessor: str, network: Network, criterion: Criterion) -> None:
    place = Place(dossier.evaluation.id, assessor, network.id, criterion.id)
    if show_clash(place, dossier.criteria, criterion):
        return
    sheet = dossier.sheets.get(assessor)
    stored = sheet.answer(network.id, criterion) if sheet else Answer()
    seed(place, stored, _fields(criterion, stored))
    shared: dict[str, Any] = {
        "on_change": saver(place, dossier.criteria, criterion),
        "disabled": dossier.evaluation.status == "final",
    }
    name = f"{criterion.title}, {network.short}"
    if isinstance(criterion, JudgedCriterion):
        _show_steps(place, dossier.criteria, criterion, name, shared)
    else:
        unit = getattr(criterion, "unit", "")
        st.text_input(f"Svar i {unit} (tal eller spann)", key=place.key("score"), **shared)
    st.text_area("Motivering", key=place.key("rationale"), height=180, **shared)
    st.selectbox(
        "Beläggets styrka",
        ["", *GRADES],
        format_func=lambda grade: GRADES.get(grade, "Ej angiven, räknas som C"),
        key=place.key("grade"),
        **shared,
    )
    _show_evidence(network, stored.evidence)
    show_status(place)


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
    shared: dict[str, Any],
) -> None:
    words = {NOT_ASSESSED: STATES["not-assessed"], NOT_APPLICABLE: STATES["not-applicable"]}
    words |= {step: f"{step} – {criterion.levels[step]}" for step in criteria.scale.steps}
    options = [NOT_ASSESSED, *criteria.scale.steps, NOT_APPLICABLE]
    st.radio(
        plain(f"Svar för {name}"),
        options,
        format_func=lambda option: plain(words[option]),
        key=place.key("score"),
        label_visibility="collapsed",
        **shared,
    )
    low = st.session_state[place.key("score")]
    if isinstance(low, int) and low < criteria.scale.max:
        st.selectbox(
            "Osäker? Spann till och med steg",
            [0, *range(low + 1, criteria.scale.max + 1)],
            format_func=lambda step: str(step or "Inget spann"),
            key=place.key("upper"),
            **shared,
        )


def _show_evidence(network: Network, evidence: tuple[Evidence, ...]) -> None:
    if not evidence:
        return
    facts = {fact.id: fact for fact in network.facts}
    with st.expander(f"Belägg ({len(evidence)})"):
        for each in evidence:
            fact = facts.get(each.fact or "")
            source = each.source or (fact.source if fact else None)
            words = each.claim or (f"{fact.label}: {fact_words(fact)}" if fact else "")
            html.paragraphs(words)
            if source:
                html.paragraphs(f"”{source.quote}” ({source.place})", "nk-quiet")
