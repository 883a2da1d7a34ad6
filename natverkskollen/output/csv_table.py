"""A table as a CSV file for a Swedish spreadsheet: semicolons, decimal commas, no live formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

Cell = str | Decimal
# A spreadsheet takes a cell that begins with one of these for a formula.
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\0", "\n")


def csv_bytes(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV with a byte order mark; every cell is quoted and none is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows(
        [_figure(cell) if isinstance(cell, Decimal) else safe(cell) for cell in row] for row in rows
    )
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def safe(cell: str) -> str:
    """A text that a spreadsheet shows and does not compute."""
    return f"'{cell}" if cell.lstrip(" \u00a0\ufeff").startswith(_LIVE) else cell


def _figure(value: Decimal) -> str:
    """A number as a Swedish spreadsheet reads one: a hyphen for minus, and nothing by thousands."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
