"""Kriterier: what is asked, what each level means, the weights and the cut-offs."""

import streamlit as st

from components.answers.criteria_preview import show_preview
from components.evaluation import criteria_tables, migration_view
from components.shell import data, html, state
from components.shell.page_head import page_head
from components.shell.picker import pick

if state.remembered(state.CRITERIA_FILE) != "fil":
    data.dossier()  # where none can be opened, the page leads to one that can
page_head("Kriterier", "Här ser du vad som bedöms, vad varje nivå betyder och hur det vägs.")
parts = {"anvands": "Kriterierna som används", "fil": "Förhandsgranska en fil"}
if pick("Visa", state.CRITERIA_FILE, parts) == "fil":
    show_preview(data.library())
    st.stop()
result = data.result()
criteria = result.criteria
html.heading(criteria.title)
html.paragraphs(criteria.description or "")
html.paragraphs(
    f"Version {criteria.revision}. Kriterierna ändras i filen criteria/{criteria.id}.yaml. "
    "Så gör du står i criteria/README.md.",
    "nk-quiet",
)
migration_view.show_notice(data.dossier())

st.header("Gränser och vikter", anchor=False)
criteria_tables.show_verdict_rules(criteria)
criteria_tables.show_weights(result)
html.explained("Bedömt kriterium", "Talkriterium", "Beräknat kriterium", "Nivåtext", "Miniminivå")

st.header("Frågorna", anchor=False)
chosen = pick("Tema", state.THEME, {theme.id: theme.title for theme in criteria.themes})
theme = next(each for each in criteria.themes if each.id == chosen)
html.heading(theme.title, 3)
html.paragraphs(theme.description or "")
for criterion in theme.criteria:
    criteria_tables.show_criterion(criteria, criterion)
