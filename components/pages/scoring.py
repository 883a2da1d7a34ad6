"""Bedömning: a question with a row for every network, saved as you answer."""

import streamlit as st

from components.answers import assessors_view as assessors
from components.answers.assessor_form import show_assessor_form
from components.answers.history_view import read_steps
from components.answers.question_picker import (
    pick_questions,
    pick_view,
    show_progress,
    show_ways_on,
)
from components.answers.question_view import show_question, show_theme
from components.answers.score_form_in import show_form
from components.evaluation import migration_view
from components.networks.network_groups import pick_rows
from components.seen import base_version
from components.shell import data, rights, state, storage
from components.shell.page_head import page_head
from components.shell.picker import pick
from natverkskollen.analysis.assessors import submitted

drawing = base_version.begin(data.dossier().evaluation.id)
dossier = data.dossier_now()
evaluation, criteria = dossier.evaluation, dossier.criteria
page_head(
    "Bedömning",
    "Här svarar du på varje kriterium och skriver varför. Svaret sparas medan du skriver.",
    evaluation,
)
view = pick_view(dossier)
assessor = pick("Bedömare", state.ASSESSOR, assessors.to_choose(evaluation))
may = rights.may_answer(evaluation, assessor)
storage.show_closed(evaluation, "Svaren", may)
writable = storage.writable() and may
chosen = pick("Tema", state.THEME, {theme.id: theme.title for theme in criteria.themes})
theme = next(each for each in criteria.themes if each.id == chosen)
questions = pick_questions(theme, view)
rows = pick_rows(dossier)
with st.container():  # what comes and goes in it does not move the fields below
    show_progress(dossier, assessor)
    assessors.show_assessors(dossier, assessor, writable)
show_theme(evaluation, theme)
assessors.show_together(dossier, questions)
steps, open_ = read_steps(dossier), writable and not submitted(evaluation, assessor)
for number, criterion in enumerate(questions):
    show_question(dossier, assessor, criterion, number, rows, drawing, open_, steps)
show_ways_on(dossier, questions)
migration_view.show_set_aside(dossier, assessor)
show_form(dossier, assessor, steps, writable)
show_assessor_form(dossier)
base_version.all_drawn(drawing)
