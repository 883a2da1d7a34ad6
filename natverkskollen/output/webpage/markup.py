"""HTML where every word is escaped: headings, paragraphs, facts and real tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from natverkskollen.output.drawings import palette
from natverkskollen.swedish.glossary import term
from natverkskollen.swedish.readability import sentences

_NUMBER = ' class="nk-number"'


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text, a smaller line under it, and how it looks.

    `tint` 0–100 shades the background, `number` aligns right, `span` joins columns, and `wide`
    keeps long text readable where the screen is narrow. `more` is shown at a click on the text.
    """

    text: str
    small: str = ""
    tint: float | None = None
    number: bool = False
    heading: bool = False
    span: int = 1
    wide: bool = False
    more: str = ""


Row = Sequence[Cell | str]


_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")


def _safe(text: str) -> str:
    """Escaped text in which no line breaks within a date or a month, as versions are named."""
    return _DATE.sub(r'<span class="nk-whole">\g<0></span>', escape(text))


def paragraphs(text: str, kind: str = "") -> str:
    """User text as escaped paragraphs; `kind` is a class of style.css."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    rows = ("<br>".join(_safe(row) for row in block.splitlines()) for block in blocks)
    return "".join(f'<p class="{kind or "nk-text"}">{row}</p>' for row in rows)


def heading(text: str, level: int = 2) -> str:
    """A heading of the level given."""
    return f'<h{level} class="nk-h{level}">{_safe(text)}</h{level}>'


def bullets(sentences: Sequence[str]) -> str:
    """Sentences as a list; nothing where there are none."""
    items = "".join(f"<li>{_safe(each)}</li>" for each in sentences if each)
    return f'<ul class="nk-list">{items}</ul>' if items else ""


def to_fields(rows: Sequence[tuple[str, str]]) -> str:
    """Links to fields of a form, each by its label and the class of the place it is in."""
    items = "".join(
        f'<li><a href="#{escape(place)}" data-nk-field="{escape(place)}">{_safe(label)}</a></li>'
        for label, place in rows
    )
    return f'<ul class="nk-list">{items}</ul>'


def first_of(sentences: Sequence[str], shown: int) -> str:
    """The first few sentences as a list, and the rest at a click."""
    rest = bullets(sentences[shown:])
    more = f"<details><summary>Visa fler</summary>{rest}</details>" if rest else ""
    return bullets(sentences[:shown]) + more


def numbered(sentences: Sequence[str]) -> str:
    """Sentences as a numbered list; nothing where there are none."""
    items = "".join(f"<li>{_safe(each)}</li>" for each in sentences if each)
    return f'<ol class="nk-list">{items}</ol>' if items else ""


def labelled(rows: Sequence[tuple[str, str]]) -> str:
    """Short facts as label and text, one a row."""
    items = "".join(
        f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(_safe, text.splitlines()))}</dd>"
        for label, text in rows
    )
    return f'<dl class="nk-labelled">{items}</dl>'


def link(words: str, shown: str, address: str) -> str:
    """Words and a link; the address is one the program knows or a model has checked."""
    row = f'{escape(words)} <a href="{escape(address)}">{escape(shown)}</a>'
    return f'<p class="nk-text">{row}</p>'


def meta(parts: Sequence[str]) -> str:
    """Short facts on one line; only the first may break within itself."""
    first, *rest = map(escape, parts)
    kept = "".join(f' · <span class="nk-whole">{part}</span>' for part in rest)
    return f'<p class="nk-meta">{first}{kept}</p>'


def remark(text: str) -> str:
    """What a reader must know before the figures: its first sentence, the rest at a click."""
    first, *rest = sentences([text])
    if not rest:
        return paragraphs(text, "nk-remark")
    more = paragraphs(text.strip().removeprefix(first).strip())
    return f'<details class="nk-remark"><summary>{escape(first)}</summary>{more}</details>'


def explained(*words: str) -> str:
    """What some words of the page mean, at a click, from the one glossary."""
    found = [term(word) for word in words]
    rows = "".join(f"<dt>{escape(t.word)}</dt><dd>{escape(t.meaning)}</dd>" for t in found)
    return (
        '<details class="nk-terms"><summary>Vad betyder orden?</summary>'
        f'<dl class="nk-labelled">{rows}</dl></details>'
    )


def table(caption: str, header: Sequence[str], rows: Sequence[Row], headed: bool = False) -> str:
    """The HTML of a table; a row with one heading cell across it groups the rows below.

    One that is `headed` stands under a heading that says what its caption does, which then is for
    who cannot see the two side by side.
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
    unseen = ' class="nk-unseen"' if headed else ""
    return (
        f'<div class="nk-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="{kind}"{_role("table", stacks)}><caption{unseen}>{_safe(caption)}</caption>'
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
    text = _safe(cell.text)
    if cell.small:
        text += f'<span class="nk-small">{_safe(cell.small)}</span>'
    if cell.more:
        text = f"<details><summary>{text}</summary>{paragraphs(cell.more, 'nk-small')}</details>"
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


_HERE = Path(__file__).parent
_RULES = ("style.css", "committee.css")


@lru_cache(maxsize=1)
def style() -> str:
    """The rules as one text, for a page in the app and for a file of its own."""
    return palette.css() + "".join((_HERE / name).read_text(encoding="utf-8") for name in _RULES)
