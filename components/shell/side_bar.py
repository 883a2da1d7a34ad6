"""The side bar: the pages in the order of the work, what one looks up, and which evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.shell import rights, state
from components.shell.addresses import FOOT, MENU, PAGES, START, led_on
from components.shell.picker import distinct
from natverkskollen.dossier.header import Header
from natverkskollen.model.evaluation import Evaluation

_NAMED = {file for file, _, _ in (*MENU, *FOOT)}


def page_asked(folder: Path, shown: bool) -> tuple[str, StreamlitPage]:
    """The page asked for and the name of its file, empty for an address that only leads on.

    `folder` is where the pages lie; where the menu is not `shown` no way leads from the page.
    """
    allowed = rights.pages()
    pages = {
        file: st.Page(
            folder / f"{file}.py",
            title=rights.page_title(file, title),
            url_path=path,
            default=file == START[0],
            visibility="visible" if file in _NAMED & allowed else "hidden",
        )
        for file, title, path in PAGES
    }
    beside = [page for file, page in pages.items() if file not in _NAMED]
    # One list, with a rule between the menu and its foot (style.css): the sections that Streamlit
    # offers are lists without list items to a screen reader.
    page = st.navigation(
        [*(pages[file] for file, _, _ in (*MENU, *FOOT)), *beside, *led_on(pages)],
        position="sidebar" if shown else "hidden",
        expanded=True,
    )
    return next((file for file, each in pages.items() if each == page), ""), page


def show_choice(choices: Mapping[str, Header], current: Evaluation | None) -> None:
    """The choice of evaluation (None: none is open), and the ways to a new one and to the start."""
    allowed = rights.pages()
    with st.sidebar:
        if choices:
            _show_list(choices, current.id if current else None)
        if "new_evaluation" in allowed:
            st.page_link("new_evaluation.py", label="Ny utvärdering")
        if START[0] in allowed:
            st.page_link("start.py", label="Till startsidan")


def _show_list(choices: Mapping[str, Header], current: str | None) -> None:
    key = state.picked(state.EVALUATION)
    st.session_state[key] = current
    titles = distinct({id_: header.title for id_, header in choices.items()})
    st.selectbox(
        "Utvärdering",
        list(choices),
        format_func=lambda id_: titles[id_],
        key=key,
        placeholder="Välj en utvärdering",
        on_change=lambda: state.choose(state.EVALUATION, st.session_state[key]),
    )
