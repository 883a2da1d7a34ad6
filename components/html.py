"""Text and tables as HTML where every word from a file is escaped: never Markdown, never tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from natverkskollen import palette
from natverkskollen.readability import sentences

_NUMBER = ' class="nk-number"'
_STYLE = Path(__file__).with_name("style.css")


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text, a smaller line under it, and how it looks.

    `tint` 0–100 shades the background, `number` aligns right, `span` joins columns, and `wide`
    keeps long text readable where the screen is narrow.
    """

    text: str
    small: str = ""
    tint: float | None = None
    number: bool = False
    heading: bool = False
    span: int = 1
    wide: bool = False


def style() -> None:
    """The house's few style rules; once per page."""
    st.html(f"<style>{palette.css()}{_STYLE.read_text(encoding='utf-8')}</style>")


def paragraphs(text: str, kind: str = "") -> None:
    """User text as paragraphs, with its own line breaks kept."""
    st.html(paragraphs_html(text, kind))


def paragraphs_html(text: str, kind: str = "") -> str:
    """User text as escaped paragraphs; `kind` is a class of style.css."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    rows = ("<br>".join(escape(row) for row in block.splitlines()) for block in blocks)
    return "".join(f'<p class="{kind or "nk-text"}">{row}</p>' for row in rows)


def link(words: str, shown: str, address: str) -> None:
    """Words and a link; the address is one the program knows or a model has checked."""
    row = f'{escape(words)} <a href="{escape(address)}">{escape(shown)}</a>'
    st.html(f'<p class="nk-text">{row}</p>')


def meta(parts: Sequence[str]) -> None:
    """Short facts on one line; only the first may break within itself."""
    first, *rest = map(escape, parts)
    kept = "".join(f' · <span class="nk-whole">{part}</span>' for part in rest)
    st.html(f'<p class="nk-meta">{first}{kept}</p>')


def told(words: str, well: bool, turn: str) -> None:
    """How a save went, beside its field; announcer.js reads it aloud once for each `turn`."""
    kind, role = ("nk-saved", "status") if well else ("nk-failed", "alert")
    mark = f' data-nk-say="{role}" data-nk-turn="{escape(turn)}"' if turn else ""
    st.html(f'<p class="{kind}"{mark}>{escape(words)}&nbsp;</p>')


def field_label(text: str) -> None:
    """The visible label of a field whose full name, for who cannot see, is the field's own."""
    st.html(f'<p class="nk-field" aria-hidden="true">{escape(text)}</p>')


def remark(text: str) -> None:
    """What a reader must know before the figures: its first sentence, the rest at a click."""
    first, *rest = sentences([text])
    if not rest:
        paragraphs(text, "nk-remark")
        return
    more = paragraphs_html(text.strip().removeprefix(first).strip())
    st.html(
        f'<details class="nk-remark"><summary>{escape(first)}</summary>{more}</details>',
    )


def heading(text: str, level: int = 2) -> None:
    """A heading with text from a file."""
    st.html(f'<h{level} class="nk-h{level}">{escape(text)}</h{level}>')


def labelled(rows: Sequence[tuple[str, str]]) -> None:
    """Short facts as label and text, one a row."""
    items = "".join(
        f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(escape, text.splitlines()))}</dd>"
        for label, text in rows
    )
    st.html(f'<dl class="nk-labelled">{items}</dl>')


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[Cell | str]]) -> None:
    """A real HTML table with a caption; the first cell of a row is its heading."""
    st.html(table_html(caption, header, rows))


def table_html(caption: str, header: Sequence[str], rows: Sequence[Sequence[Cell | str]]) -> str:
    """The HTML of a table; a row with one heading cell across it groups the rows below.

    A table with long text becomes one block a row where the screen is narrow. The roles keep it a
    table to a screen reader then, and each cell carries its column's words to show before it.
    """
    cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
    numeric = {i for row in cells for i, cell in enumerate(row) if cell.number}
    stacks = any(cell.wide for row in cells for cell in row)
    head = "".join(
        f'<th scope="col"{_role("columnheader", stacks)}{_NUMBER if position in numeric else ""}>'
        f"{escape(text)}</th>"
        for position, text in enumerate(header)
    )
    row_role, group = _role("row", stacks), _role("rowgroup", stacks)
    body = "".join(f"<tr{row_role}>{_row(row, header, stacks)}</tr>" for row in cells)
    kind = "nk-table nk-stacks" if stacks else "nk-table"
    return (
        f'<div class="nk-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="{kind}"{_role("table", stacks)}><caption>{escape(caption)}</caption>'
        f"<thead{group}><tr{row_role}>{head}</tr></thead><tbody{group}>{body}</tbody></table></div>"
    )


def _role(name: str, stacks: bool) -> str:
    return f' role="{name}"' if stacks else ""


def _row(row: Sequence[Cell], header: Sequence[str], stacks: bool) -> str:
    return "".join(
        _cell(cell, position == 0, header[position] if stacks and len(row) > 1 else "", stacks)
        for position, cell in enumerate(row)
    )


def _cell(cell: Cell, first: bool, column: str, stacks: bool) -> str:
    text = escape(cell.text)
    if cell.small:
        text += f'<span class="nk-small">{escape(cell.small)}</span>'
    looks = (("nk-number", cell.number), ("nk-group", cell.heading), ("nk-wide", cell.wide))
    classes = " ".join(name for name, wanted in looks if wanted)
    look = f' class="{classes}"' if classes else ""
    if cell.tint is not None:
        look += f' style="background-color:{_tint(cell.tint)}"'
    if cell.span > 1:
        look += f' colspan="{cell.span}"'
    if cell.heading and cell.span > 1:
        return f'<th scope="colgroup"{_role("columnheader", stacks)}{look}>{text}</th>'
    if first:
        return f'<th scope="row"{_role("rowheader", stacks)}{look}>{text}</th>'
    label = f' data-column="{escape(column)}"' if column and cell.text else ""
    return f"<td{_role('cell', stacks)}{label}{look}>{text}</td>"


def _tint(value: float) -> str:
    """From the colour of a cell worth 0 to that of one worth 100, in the theme of the page."""
    share = min(max(value, 0.0), 100.0)
    return f"color-mix(in srgb,var(--nk-tint-high) {share:.0f}%,var(--nk-tint-low))"
