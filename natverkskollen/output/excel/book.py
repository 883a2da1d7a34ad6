"""A workbook being written: text is always text, and every sheet looks the same."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from natverkskollen.output.csv_table import safe
from natverkskollen.output.drawings.palette import colour

Value = str | int | Decimal | Fraction | bool | date | None
AS_IT_IS: Final = "tal"
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_NAME, _MOST_SIGNS = 31, 32_767
_LINE = 12.8  # points


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its width in signs and how its numbers are shown."""

    heading: str
    width: int = 14
    shape: str = "General"
    align: str = ""

    def looks(self, value: Value) -> dict[str, Any]:
        """How one value in it looks; a number that is AS_IT_IS has only the decimals it needs."""
        looks: dict[str, Any] = {"text_wrap": isinstance(value, str), "bottom": 1}
        looks["bottom_color"] = colour("line", "light")
        shape = self.shape
        if shape == AS_IT_IS:
            whole = isinstance(value, (int, Decimal, Fraction)) and value == int(value)
            shape = "#,##0" if whole else "#,##0.0###"
        if shape != "General" and not isinstance(value, (str, date)):
            looks["num_format"] = shape
        return looks | ({"align": self.align} if self.align else {})


class Book:
    """A workbook in memory; what is written in it can be no formula and no link."""

    def __init__(self, title: str, made: datetime | None = None, reserved: str = ""):
        """`made` is when it is said to be written, for a book that is the same every time.

        `reserved` is the name of a sheet that is added last by its own hand.
        """
        self._out = BytesIO()
        live = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
        self.workbook = Workbook(self._out, {"in_memory": True, **dict.fromkeys(live, False)})
        properties: dict[str, Any] = {"title": title, "author": "Nätverkskollen"}
        properties |= {"created": made} if made else {}
        self.workbook.set_properties(properties)
        self.workbook.set_size(1800, 1200)
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names = {reserved.casefold()}

    def format(self, **looks: Any) -> Format:
        """A format in the house's font; the same looks give the same format."""
        whole = {"font_name": "Arial", "font_size": 10, "valign": "top", **looks}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(whole)
        return self._formats[key]

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, named as near the wish as a spreadsheet allows; no two have one name."""
        wanted = " ".join(name.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].strip() or "Blad"
        found, number = wanted, 1
        while found.casefold() in self._names or found.casefold() == "history":
            number += 1
            found = f"{wanted[: _LONGEST_NAME - len(str(number)) - 1].strip()} {number}"
        self._names.add(found.casefold())
        return self.workbook.add_worksheet(found)

    def write(self, sheet: Worksheet, row: int, column: int, value: Value, **looks: Any) -> None:
        """One cell: a number or a day as one, and text that no spreadsheet takes for a formula."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.format(**looks))
        elif isinstance(value, bool):
            sheet.write_string(row, column, "ja" if value else "nej", self.format(**looks))
        elif isinstance(value, date):
            looks = {"num_format": "yyyy-mm-dd", "align": "left", **looks}
            sheet.write_datetime(row, column, value, self.format(**looks))
        elif isinstance(value, str):
            if safe(value) != value:  # it stays text also where somebody edits the cell
                looks = {**looks, "quote_prefix": True}
            sheet.write_string(row, column, value[:_MOST_SIGNS], self.format(**looks))
        else:
            sheet.write_number(row, column, float(value), self.format(**looks))

    def table(
        self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]
    ) -> Worksheet:
        """A sheet with one table: its headings stay on screen and on every page of paper."""
        sheet = self.sheet(name)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            self.write(sheet, 0, at, column.heading, **heading_looks())
        self.write_heights(sheet, 0, [[column.heading for column in columns]], columns)
        self.write_heights(sheet, 1, rows, columns)
        for down, cells in enumerate(rows, 1):
            for at, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.write(sheet, down, at, value, **column.looks(value))
        sheet.freeze_panes(1, 1)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        as_paper(sheet)
        sheet.repeat_rows(0)
        return sheet

    def write_heights(
        self,
        sheet: Worksheet,
        first: int,
        rows: Sequence[Sequence[Value]],
        columns: Sequence[Column],
    ) -> None:
        """Make rows as high as their texts."""
        for down, cells in enumerate(rows, first):
            texts = [
                (v, c.width) for v, c in zip(cells, columns, strict=True) if isinstance(v, str)
            ]
            sheet.set_row(down, height(texts or [("", 1)]))

    def content(self) -> bytes:
        """The file."""
        self.workbook.close()
        return self._out.getvalue()


def height(cells: Sequence[tuple[Value, float]], least: float = 15) -> float:
    """How high a row must be, in points, for texts to be read whole in columns of these widths.

    Programs differ in whether they work it out themselves; none does for a locked row.
    """
    most = max(
        sum(max(1, math.ceil(len(line) / (width * 1.25))) for line in str(text or "").split("\n"))
        for text, width in cells
    )
    return min(409.0, max(least, most * _LINE + 3))


def heading_looks() -> dict[str, Any]:
    """How a column's heading looks."""
    return {
        "bold": True,
        "text_wrap": True,
        "bg_color": colour("accent", "light"),
        "font_color": "#FFFFFF",
        "valign": "vcenter",
    }


def as_paper(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, with the page's number and the sheet's name."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer("&L&A&R" + "Sida &P av &N")
