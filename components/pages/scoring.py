"""Bedömning: one theme at a time, every network side by side, saved as you answer."""

from components.answers.answer_form import show_form, show_progress
from components.answers.assessors_view import show_assessors, show_together, submitted
from components.answers.history_view import read_steps
from components.evaluation import migration_view
from components.seen import base_version
from components.shell import data, html, state, storage
from components.shell.page_head import page_head
from components.shell.picker import pick

base = base_version.kept_version(data.dossier().evaluation.id)
dossier = data.dossier_now()
evaluation, criteria = dossier.evaluation, dossier.criteria
page_head(
    "Bedömning",
    "Här svarar du på varje kriterium och skriver varför. Svaret sparas när du lämnar fältet.",
    evaluation,
)
storage.show_closed(evaluation, "Svaren")

assessor = pick("Bedömare", state.ASSESSOR, {each.id: each.role for each in evaluation.assessors})
theme_id = pick("Tema", state.THEME, {theme.id: theme.title for theme in criteria.themes})
theme = next(each for each in criteria.themes if each.id == theme_id)

writable = storage.writable()
show_progress(dossier, assessor)
show_assessors(dossier, assessor, writable)
html.heading(theme.title)
html.paragraphs(theme.description or "")
html.explained(
    "Intervall", "Ej bedömt", "Ej tillämpligt", "Motivering", "Belägg", "Vad uppgiften bygger på"
)
show_together(dossier, theme.criteria, writable)
steps, open_ = read_steps(dossier), writable and not submitted(evaluation, assessor)
for criterion in theme.criteria:
    show_form(dossier, assessor, criterion.id, base, open_, steps)
migration_view.show_set_aside(dossier, assessor)
base_version.all_drawn(evaluation.id)
