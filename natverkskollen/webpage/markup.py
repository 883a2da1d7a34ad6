"""HTML where every word is escaped: headings, paragraphs, facts and real tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_NUMBER = ' class="nk-number"'


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


def paragraphs(text: str, kind: str = "") -> str:
    """User text as escaped paragraphs; `kind` is a class of style.css."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    rows = ("<br>".join(escape(row) for row in block.splitlines()) for block in blocks)
    return "".join(f'<p class="{kind or "nk-text"}">{row}</p>' for row in rows)


def heading(text: str, level: int = 2) -> str:
    """A heading of the level given."""
    return f'<h{level} class="nk-h{level}">{escape(text)}</h{level}>'


def bullets(sentences: Sequence[str]) -> str:
    """Sentences as a list; nothing where there are none."""
    items = "".join(f"<li>{escape(each)}</li>" for each in sentences if each)
    return f'<ul class="nk-list">{items}</ul>' if items else ""


def labelled(rows: Sequence[tuple[str, str]]) -> str:
    """Short facts as label and text, one a row."""
    items = "".join(
        f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(escape, text.splitlines()))}</dd>"
        for label, text in rows
    )
    return f'<dl class="nk-labelled">{items}</dl>'


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[Cell | str]]) -> str:
    """The HTML of a table; a row with one heading cell across it groups the rows below."""
    numeric = {i for row in rows for i, c in enumerate(row) if isinstance(c, Cell) and c.number}
    head = "".join(
        f'<th scope="col"{_NUMBER if position in numeric else ""}>{escape(text)}</th>'
        for position, text in enumerate(header)
    )
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f'<div class="nk-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="nk-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell | str]) -> str:
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
    return "".join(_cell(cell, first=position == 0) for position, cell in enumerate(cells))


def _cell(cell: Cell, first: bool) -> str:
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
        return f'<th scope="colgroup"{look}>{text}</th>'
    return f'<th scope="row"{look}>{text}</th>' if first else f"<td{look}>{text}</td>"


def _tint(value: float) -> str:
    """From the colour of a cell worth 0 to that of one worth 100, in the theme of the page."""
    share = min(max(value, 0.0), 100.0)
    return f"color-mix(in srgb,var(--nk-tint-high) {share:.0f}%,var(--nk-tint-low))"
