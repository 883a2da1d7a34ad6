"""The case on Översikt: what it is about, and the forms that put it right."""

from __future__ import annotations

from components.evaluation.case_form import show_case_form
from components.evaluation.case_states_form import show_case_states
from components.shell import html
from natverkskollen.analysis.result import Result
from natverkskollen.decisions.case_states import state_sentences
from natverkskollen.swedish.dates import day_words
from natverkskollen.swedish.words import listed


def show_case(result: Result) -> None:
    """Who decides, who scores and by which criteria, and the forms for what can be changed."""
    evaluation = result.evaluation
    rows = [("Beslutas av", evaluation.case.body)]
    if evaluation.case.assignment:
        given = evaluation.case.assignment
        rows.append(("Uppdrag", f"{given.body} {day_words(given.date, iso=True)}: {given.text}"))
    if evaluation.case.states:
        rows.append(("Hittills", " ".join(state_sentences(evaluation.case))))
    rows.append(("Bedömare", listed([assessor.role for assessor in evaluation.assessors])))
    rows.append(("Kriterier", f"{result.criteria.title}, version {evaluation.criteria_revision}"))
    rows.append(("Vikter", f"{result.weighting_title}. {evaluation.weighting.reason or ''}"))
    html.labelled(rows)
    show_case_form(evaluation)
    show_case_states(evaluation)
