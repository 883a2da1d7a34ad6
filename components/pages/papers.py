"""Papper: what is proposed beside the result, each paper as it reads, and its files."""

import streamlit as st

from components.papers import memo_view
from components.papers.appendix_form import show_appendix_parts
from components.papers.children_form import show_children
from components.papers.decision_form import show_decisions
from components.papers.downloads import show_downloads
from components.shell import data, html, storage
from components.shell.page_head import page_head
from components.shell.problems import show_problems
from natverkskollen.files.problem import DataError

found = data.robustness()
evaluation = found.result.evaluation
page_head(
    "Papper",
    "Här väljer du förslag, läser handlingarna och laddar ner dem. De följer svaren på Bedömning.",
    evaluation,
)
try:
    memo = memo_view.written(found, memo_view.pick_template())
    show_downloads(memo)

    st.header("Förslag till beslut", anchor=False)
    html.explained("Förslag till beslut", "Resultat", "Läsbarhetsindex, LIX")
    writable = not storage.show_closed(evaluation, "Förslagen")
    show_decisions(found, memo.template.decision_form, writable)
    if writable:
        show_children(evaluation)
    memo_view.show_tasks(memo)

    st.header("Så blir texten", anchor=False)
    paper = memo_view.pick_paper(memo)
    if paper is memo.memo:
        memo_view.show_contents(memo)
        memo_view.show_readability(memo)
        memo_view.show_sections(memo)
    else:
        if writable and paper.id == "bilaga-1":
            show_appendix_parts(evaluation)
        memo_view.show_paper(paper)
except DataError as error:
    show_problems(error.problems)
