"""Kvar att göra: each part of the work as a link to its page, with how it stands."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.shell import html, state
from components.shell.addresses import MENU
from natverkskollen.decisions.left import Left

_TITLES = {file: title for file, title, _ in MENU}


def show_left(evaluation: str, parts: Sequence[Left]) -> None:
    """A row for each part: the link, and what is left of it or that it is done."""
    with st.container(key="kvar-att-gora", gap="xsmall"):
        for part in parts:
            link, words = st.columns([1, 4], vertical_alignment="center", gap="small")
            asked = {state.EVALUATION: evaluation}
            link.page_link(f"{part.stage}.py", label=_TITLES[part.stage], query_params=asked)
            with words:
                html.standing(part.words, part.done)
