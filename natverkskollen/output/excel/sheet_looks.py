"""How a sheet looks: its headings, rows as high as their texts, and the paper it is printed on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from natverkskollen.output.drawings.palette import colour
from natverkskollen.output.excel.column import Column, Value

_LINE = 12.8  # points


def height(cells: Sequence[tuple[Value, float]], least: float = 15) -> float:
    """How high a row must be, in points, for texts to be read whole in columns of these widths.

    Programs differ in whether they work it out themselves; none does for a locked row.
    """
    most = max(
        sum(max(1, math.ceil(len(line) / (width * 1.25))) for line in str(text or "").split("\n"))
        for text, width in cells
    )
    return min(409.0, max(least, most * _LINE + 3))


def write_heights(
    sheet: Worksheet,
    first: int,
    rows: Sequence[Sequence[Value]],
    columns: Sequence[Column],
) -> None:
    """Make rows as high as their texts."""
    for down, cells in enumerate(rows, first):
        texts = [(v, c.width) for v, c in zip(cells, columns, strict=True) if isinstance(v, str)]
        sheet.set_row(down, height(texts or [("", 1)]))


def heading_looks() -> dict[str, Any]:
    """How a column's heading looks."""
    return {
        "bold": True,
        "text_wrap": True,
        "bg_color": colour("accent", "light"),
        "font_color": "#FFFFFF",
        "valign": "vcenter",
    }


def as_table(sheet: Worksheet, rows: int, columns: int) -> None:
    """The headings stay on screen and on every page of paper; rows can be filtered."""
    sheet.freeze_panes(1, 1)
    if rows:
        sheet.autofilter(0, 0, rows, columns - 1)
    as_paper(sheet)
    sheet.repeat_rows(0)


def as_paper(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, with the page's number and the sheet's name."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer("&L&A&R" + "Sida &P av &N")
