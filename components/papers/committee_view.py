"""The committee's reading in the app: one page without menus, and the same as a file to attach."""

from __future__ import annotations

from html import escape

import streamlit as st

from components.shell import data, html, state
from natverkskollen.output.webpage.committee import committee
from natverkskollen.output.webpage.committee_file import committee_file


def show_committee() -> None:
    """The reading of the chosen evaluation; nothing in it can be changed."""
    found, findings = data.robustness(), data.findings()
    evaluation = found.result.evaluation
    html.show(committee(found, findings, html.figure_on_paper))
    with st.container(key="bara-skarm", horizontal=True):
        st.download_button(
            "Ladda ner som en fil att bifoga",
            committee_file(found, findings),
            f"{evaluation.id}-namndens-lasning.html",
            "text/html",
            on_click="ignore",
            help="Filen öppnas i en webbläsare, utan nät. Skriv ut den med webbläsarens Skriv ut.",
        )
        html.show(f'<a href="{escape(state.app_address(evaluation.id))}">Till programmet</a>')


def show_committee_link(evaluation: str) -> None:
    """Where to find the reading meant for the committee."""
    address = escape(state.committee_address(evaluation))
    html.show(
        f'<p class="nk-text"><a href="{address}">Sammanfattning för nämnden på en sida</a></p>'
    )
