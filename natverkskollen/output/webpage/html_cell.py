"""A cell of a table of HTML: its text, how it looks, and the row it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from natverkskollen.output.webpage.markup import paragraphs, safe

NUMBER = ' class="nk-number"'


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


def role(name: str, stacks: bool) -> str:
    """The attribute that keeps a part of a table what it is to a screen reader; none unstacked."""
    return f' role="{name}"' if stacks else ""


def row_html(row: Sequence[Cell], header: Sequence[str], stacks: bool) -> str:
    """The cells of a row as HTML, under the words of `header`; the first names the row."""
    return "".join(
        _cell(cell, position == 0, header[position] if stacks and len(row) > 1 else "", stacks)
        for position, cell in enumerate(row)
    )


def _cell(cell: Cell, first: bool, column: str, stacks: bool) -> str:
    text = safe(cell.text)
    if cell.small:
        text += f'<span class="nk-small">{safe(cell.small)}</span>'
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
        return f'<th scope="colgroup"{role("columnheader", stacks)}{look}>{text}</th>'
    if first:
        return f'<th scope="row"{role("rowheader", stacks)}{look}>{text}</th>'
    label = f' data-column="{escape(column)}"' if column and cell.text else ""
    return f"<td{role('cell', stacks)}{label}{look}>{text}</td>"


def _tint(value: float) -> str:
    """From the colour of a cell worth 0 to that of one worth 100, in the theme of the page."""
    share = min(max(value, 0.0), 100.0)
    return f"color-mix(in srgb,var(--nk-tint-high) {share:.0f}%,var(--nk-tint-low))"
