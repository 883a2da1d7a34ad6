"""What the app shows as HTML: every word from a file is escaped, never Markdown, never tags."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from natverkskollen.drawings.drawing import Drawing
from natverkskollen.drawings.on_screen import on_screen
from natverkskollen.webpage import markup
from natverkskollen.webpage.markup import Cell

__all__ = [
    "Cell",
    "bullets",
    "figure",
    "heading",
    "labelled",
    "paragraphs",
    "show",
    "style",
    "table",
]

_STYLE = Path(__file__).with_name("style.css")


def style() -> None:
    """The house's few style rules; once per page."""
    st.html(_STYLE)


def show(*parts: str) -> None:
    """Several pieces of escaped HTML as one element, which a browser redraws in one go."""
    st.html("".join(parts))


def paragraphs(text: str, kind: str = "") -> None:
    """User text as paragraphs, with its own line breaks kept."""
    st.html(markup.paragraphs(text, kind))


def heading(text: str, level: int = 2) -> None:
    """A heading with text from a file."""
    st.html(markup.heading(text, level))


def bullets(sentences: Sequence[str]) -> None:
    """Sentences as a list."""
    show(markup.bullets(sentences))


def labelled(rows: Sequence[tuple[str, str]]) -> None:
    """Short facts as label and text, one a row."""
    st.html(markup.labelled(rows))


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[Cell | str]]) -> None:
    """A real HTML table with a caption; the first cell of a row is its heading."""
    st.html(markup.table(caption, header, rows))


def figure(drawing: Drawing) -> str:
    """A drawing in the colours of the page, light or dark, with its finding and legend."""
    return on_screen(drawing, dark=st.context.theme.type == "dark")
