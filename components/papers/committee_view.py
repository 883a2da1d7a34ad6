"""The committee's summary on screen: one page without menus, and the same as a file to attach."""

from __future__ import annotations

from html import escape

import streamlit as st

from components.shell import data, html, run, state
from natverkskollen.output.papers.template import (
    MemoTemplate,
    read_template,
    template_ids,
)
from natverkskollen.output.webpage.committee import committee
from natverkskollen.output.webpage.committee_file import committee_file


def show_committee() -> None:
    """The summary of the chosen evaluation; nothing in it can be changed and no way leads out."""
    found, findings = data.robustness(), data.findings()
    evaluation = found.result.evaluation
    template = _template()
    html.show(committee(found, findings, html.figure_on_paper, template))
    with st.container(key="bara-skarm"):
        st.download_button(
            "Ladda ner som en fil att bifoga",
            committee_file(found, findings, template),
            f"{evaluation.id}-sammanfattning.html",
            "text/html",
            on_click="ignore",
            help="Filen öppnas i en webbläsare, utan nät. Skriv ut den med webbläsarens Skriv ut.",
        )


def _template() -> MemoTemplate:
    """The template chosen for the memo, whose decisions the summary repeats; else the first."""
    folder = run.folder()
    chosen = state.remembered(state.TEMPLATE)
    known = template_ids(folder)
    return read_template(folder, chosen if chosen in known else next(iter(known)))


def show_committee_link(evaluation: str) -> None:
    """Where to find the summary meant for the committee."""
    address = escape(state.committee_address(evaluation))
    html.show(
        f'<p class="nk-text"><a href="{address}">Sammanfattning för nämnden på en sida</a></p>'
    )
