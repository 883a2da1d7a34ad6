"""Tjänsteskrivelse: what is proposed, what is still missing, the text, and its files."""

import streamlit as st

from components.papers import memo_view
from components.papers.children_form import show_children
from components.papers.decision_form import show_decisions
from components.shell import data, html, storage
from components.shell.page_head import page_head
from components.shell.problems import show_problems
from natverkskollen.files.problem import DataError

found = data.robustness()
evaluation = found.result.evaluation
page_head(
    "Tjänsteskrivelse",
    "Här väljer du förslag, läser utkastet och hämtar det. Texten följer svaren på sidan Bedöm.",
    evaluation,
)
try:
    template = memo_view.pick_template()
    memo_view.show_downloads(found, template)

    st.header("Förslag till beslut", anchor=False)
    html.explained("Förslag till beslut", "Resultat", "Läsbarhetsindex, LIX")
    if not storage.show_closed(evaluation, "Förslagen"):
        show_decisions(found.result, memo_view.decision_form(template))
        show_children(evaluation)
    memo_view.show_gaps(found.result, template)

    st.header("Så blir texten", anchor=False)
    memo_view.show_readability(found, template)
    memo_view.show_sections(found, template)
except DataError as error:
    show_problems(error.problems)
