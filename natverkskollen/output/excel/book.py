"""A workbook being written: text is always text, and every sheet looks the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from natverkskollen.output.csv_table import safe
from natverkskollen.output.excel.column import Column, Value
from natverkskollen.output.excel.sheet_looks import as_table, heading_looks, write_heights
from natverkskollen.output.excel.sheet_name import sheet_name

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_SIGNS = 32_767


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
        found = sheet_name(name, self._names)
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
        write_heights(sheet, 0, [[column.heading for column in columns]], columns)
        write_heights(sheet, 1, rows, columns)
        for down, cells in enumerate(rows, 1):
            for at, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.write(sheet, down, at, value, **column.looks(value))
        as_table(sheet, len(rows), len(columns))
        return sheet

    def content(self) -> bytes:
        """The file."""
        self.workbook.close()
        return self._out.getvalue()
