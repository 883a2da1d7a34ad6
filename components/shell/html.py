"""What the app shows as HTML: every word from a file is escaped, never Markdown, never tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.on_screen import on_screen
from natverkskollen.output.webpage import html_lists, html_table, markup
from natverkskollen.output.webpage.html_cell import Cell, Row
from natverkskollen.output.webpage.style import style as style_rules

__all__ = [
    "Cell",
    "Row",
    "bullets",
    "figure",
    "figure_on_paper",
    "heading",
    "explained",
    "labelled",
    "link",
    "meta",
    "paragraphs",
    "remark",
    "show",
    "standing",
    "style",
    "table",
    "to_fields",
    "told",
]

_NO_CLASS = re.compile(r"[^a-zA-Z0-9_-]")  # in a key, a hyphen in the class Streamlit makes of it
_STYLE = Path(__file__).with_name("style.css")


def style() -> None:
    """The house's few style rules; once per page."""
    st.html(f"<style>{style_rules()}{_STYLE.read_text(encoding='utf-8')}</style>")


def held() -> None:
    """What keeps a container's room while nothing is in it: Streamlit leaves an empty one out."""
    show('<div aria-hidden="true"></div>')


def show(*parts: str) -> None:
    """Several pieces of escaped HTML as one element, which a browser redraws in one go.

    Pieces without a word, as for an evaluation that nobody has answered yet, show nothing.
    """
    if whole := "".join(parts):
        st.html(whole)


def paragraphs(text: str, kind: str = "") -> None:
    """User text as paragraphs, with its own line breaks kept; nothing where there is none."""
    if shown := markup.paragraphs(text, kind):
        st.html(shown)


def link(words: str, shown: str, address: str) -> None:
    """Words and a link; the address is one the program knows or a model has checked."""
    st.html(markup.link(words, shown, address))


def meta(parts: Sequence[str]) -> None:
    """Short facts on one line; only the first may break within itself."""
    st.html(markup.meta(parts))


def remark(text: str) -> None:
    """What a reader must know before the figures: its first sentence, the rest at a click."""
    st.html(markup.remark(text))


def explained(*words: str) -> None:
    """What some words of the page mean, at a click, from the one glossary."""
    st.html(markup.explained(*words))


def told(words: str, well: bool, turn: str) -> None:
    """How a save went, beside its field; announcer.js reads it aloud once for each `turn`."""
    kind, role = ("nk-saved", "status") if well else ("nk-failed", "alert")
    mark = f' data-nk-say="{role}" data-nk-turn="{escape(turn)}"' if turn else ""
    st.html(f'<p class="{kind}"{mark}>{escape(words)}&nbsp;</p>')


def standing(words: str, done: bool) -> None:
    """How a part of the work stands; what is done is quieter than what is left."""
    kind = "nk-quiet" if done else "nk-text nk-left"
    st.html(f'<p class="{kind}">{"Klart. " if done else ""}{escape(words)}</p>')


def heading(text: str, level: int = 2) -> None:
    """A heading with text from a file."""
    st.html(markup.heading(text, level))


def bullets(sentences: Sequence[str]) -> None:
    """Sentences as a list."""
    show(html_lists.bullets(sentences))


def to_fields(rows: Sequence[tuple[str, str]]) -> None:
    """A list of links, each to the first field in the container with a key (mistakes.js)."""
    show(
        html_lists.to_fields([(label, f"st-key-{_NO_CLASS.sub('-', key)}") for label, key in rows])
    )


def labelled(rows: Sequence[tuple[str, str]]) -> None:
    """Short facts as label and text, one a row."""
    st.html(html_lists.labelled(rows))


def table(caption: str, header: Sequence[str], rows: Sequence[Row], headed: bool = False) -> None:
    """A real HTML table with a caption; the first cell of a row is its heading.

    One that is `headed` has the caption's words above it already, and shows them no more.
    """
    st.html(html_table.table(caption, header, rows, headed))


def figure_on_paper(drawing: Drawing) -> str:
    """A drawing on a part of the page that is light in every theme."""
    return on_screen(drawing)


def figure(drawing: Drawing) -> str:
    """A drawing in the colours of the page, light or dark, with its finding and legend."""
    return on_screen(drawing, st.context.theme.type or "light")
