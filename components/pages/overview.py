"""Översikt: where the evaluation stands, and every problem in the data files."""

import streamlit as st

from components.answers.history_view import show_broken
from components.evaluation import calendar_view, findings_view, migration_view
from components.papers.committee_view import show_committee_link
from components.shell import data, html
from components.shell.page_head import page_head
from components.shell.problems import show_problems
from natverkskollen.decisions.case_states import state_sentences
from natverkskollen.output.webpage.verdicts import summary_table, verdict_cards
from natverkskollen.swedish.dates import day_words
from natverkskollen.swedish.words import listed

result = data.result()
evaluation = result.evaluation

page_head("Översikt", "Här ser du vad resultatet säger och vad som återstår.", evaluation)
show_broken(data.dossier())
st.header("Vad resultatet säger", anchor=False)
html.show(verdict_cards(data.robustness()), summary_table(result))
show_committee_link(evaluation.id)

st.header("Att kontrollera i underlaget", anchor=False)
findings_view.show_top(evaluation, data.findings())

st.header("Viktiga dagar", anchor=False)
calendar_view.show_key_dates(data.dossier())

st.header("Ärendet", anchor=False)
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
migration_view.show_notice(data.dossier())
st.page_link("new_evaluation.py", label="Skapa en ny utvärdering")
show_problems(*data.problems())
