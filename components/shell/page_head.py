"""The top of every page: what it is for in one line, and which evaluation it shows."""

from __future__ import annotations

import streamlit as st

from components.shell import html
from natverkskollen.analysis.wording import STATUS
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.dates import long_date


def page_head(title: str, purpose: str, evaluation: Evaluation | None = None) -> None:
    """The page's title and purpose, the evaluation's name and status, and its remark."""
    st.title(title, anchor=False)
    html.paragraphs(purpose, "nk-lead")
    if evaluation is None:
        return
    case = evaluation.case
    parts = [evaluation.title, long_date(case.date)]
    if evaluation.municipality.name not in evaluation.title:
        parts.insert(0, evaluation.municipality.name)
    parts += [case.diarienummer] if case.diarienummer else []
    html.meta([*parts, STATUS[evaluation.status]])
    if evaluation.remark:
        html.remark(evaluation.remark)
