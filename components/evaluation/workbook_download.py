"""The button that gives everything of an evaluation as a workbook."""

from __future__ import annotations

import streamlit as st

from components.shell import data
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.output.excel.book import MIME
from natverkskollen.output.excel.everything import everything


def show_workbook(evaluation: Evaluation) -> None:
    """Written at the click, of what the page shows."""
    result = data.result()
    st.download_button(
        "Allt som Excel",
        lambda: everything(result),
        file_name=f"{evaluation.id}.xlsx",
        mime=MIME,
        help="Resultat, svar, medlemskap, avgifter, uppgifter och källor, ett blad var",
        on_click="ignore",
    )
