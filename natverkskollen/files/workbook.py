"""A workbook that somebody has filled in, read as plain values; never a formula's result.

python-calamine reads the cells. Before that the file is taken apart and looked through, since a
spreadsheet from anywhere may be too large, hide formulas behind values, or be no workbook at all.
"""

from __future__ import annotations

import posixpath
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree

from natverkskollen.files.sheet_scan import MOST_COLUMNS, Place, Scan, scan_sheet, text_lengths
from natverkskollen.files.workbook_parts import UnreadableWorkbook, parts_of

MOST_SHEETS, MOST_MERGED = 60, 50_000
_MOST_LIST = 2_000_000  # bytes of the list of sheets
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class Odd:
    """What stands in a cell in place of a value that can be used."""

    words: str


FORMULA: Final = Odd("en formel")
ERROR: Final = Odd("ett felvärde")
Value = str | Decimal | bool | date | time | Odd | None


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows from the first, with None where nothing stands in a cell.

    `merged` are the cells that lie under another, `hidden_rows` those that are not shown in Excel.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    hidden: bool = False
    merged: frozenset[Place] = frozenset()
    hidden_rows: frozenset[int] = frozenset()


def read_workbook(content: bytes) -> tuple[Sheet, ...]:
    """Every sheet with cells in it, in order; UnreadableWorkbook says in Swedish why not."""
    parts = parts_of(content)
    scans = _scans(parts)
    if not scans:
        raise UnreadableWorkbook("filen har inga kalkylblad")
    try:
        return tuple(_sheets(_packed(parts), scans))
    except UnreadableWorkbook:
        raise
    except BaseException as error:  # a panic of the reader's is no Exception
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        raise UnreadableWorkbook("filen är skadad") from error


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls a cell, from its row and column counted from 0: `C12`.

    >>> cell_name(11, 2), cell_name(0, 26)
    ('C12', 'AA1')
    """
    letters, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _scans(parts: dict[str, bytes]) -> dict[str, Scan]:
    """What stands in each sheet of cells, by its name, in the order of the workbook."""
    by_name = {f"/{name.lower().lstrip('/')}": raw for name, raw in parts.items()}
    book = next((name for name in by_name if name.endswith("/workbook.xml")), "")
    folder, base = posixpath.split(book)
    relations = {
        each.get("Id"): each.get("Target", "")
        for each in _root(by_name.get(f"{folder}/_rels/{base}.rels", b""))
    }
    sheets = [each for each in _root(by_name.get(book, b"")).iter() if _tag(each) == "sheet"]
    if len(sheets) > MOST_SHEETS:
        raise UnreadableWorkbook(f"filen har fler än {MOST_SHEETS} blad", "Ta bort några av dem")
    strings = next(
        (raw for name, raw in by_name.items() if name.endswith("/sharedstrings.xml")), b""
    )
    lengths = text_lengths(strings) if strings else []
    found = {}
    for each in sheets:
        target = relations.get(each.get(_RELATION) or each.get(_STRICT), "")
        raw = by_name.get(posixpath.normpath(posixpath.join(folder, target)).lower())
        if raw is not None:
            name = each.get("name", "")
            found[name] = scan_sheet(name, raw, lengths)
    return found


def _root(raw: bytes) -> ElementTree.Element:
    if len(raw) > _MOST_LIST:
        raise UnreadableWorkbook("filen är orimligt stor")
    text_lengths(raw)  # refuses a document type, and with it every entity
    return ElementTree.fromstring(raw)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _packed(parts: dict[str, bytes]) -> BytesIO:
    """Only what was looked through, packed anew: no other reader can find anything else in it."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name, raw in parts.items():
            package.writestr(name, raw)
    packed.seek(0)
    return packed


def _sheets(packed: BytesIO, scans: dict[str, Scan]) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets = []
    with CalamineWorkbook.from_filelike(packed) as book:
        for about in book.sheets_metadata:
            scan = scans.get(about.name)
            if about.typ != SheetTypeEnum.WorkSheet or scan is None:
                continue
            read = book.get_sheet_by_name(about.name)
            rows = [
                [_value(value) for value in row] for row in read.to_python(skip_empty_area=False)
            ]
            _set(rows, scan.formulas, FORMULA)
            _set(rows, scan.errors - scan.formulas, ERROR)
            under = _under(read.merged_cell_ranges or (), rows)
            hidden = about.visible != SheetVisibleEnum.Visible
            whole = tuple(tuple(row) for row in rows)
            hides = frozenset(scan.hidden_rows)
            sheets.append(Sheet(about.name, whole, hidden, under, hides))
    return sheets


def _under(ranges: Iterable[tuple[Place, Place]], rows: list[list[Value]]) -> frozenset[Place]:
    """The cells that are merged into another, which is all that shows."""
    under: set[Place] = set()
    for top_left, (bottom, right) in ranges:
        for row in range(top_left[0], min(bottom + 1, len(rows))):
            columns = range(top_left[1], min(right + 1, MOST_COLUMNS))
            under.update((row, column) for column in columns)
        under.discard(top_left)
        if len(under) > MOST_MERGED:
            raise UnreadableWorkbook("filen har orimligt många sammanfogade celler")
    return frozenset(under)


def _set(rows: list[list[Value]], places: set[Place], odd: Odd) -> None:
    """Mark cells; a row or a cell that the reader left out is added."""
    for row, column in sorted(places):
        while len(rows) <= row:
            rows.append([])
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = odd


def _value(found: Any) -> Value:
    if isinstance(found, str):
        return unicodedata.normalize("NFC", found) or None
    if isinstance(found, (bool, time)):
        return found
    if isinstance(found, datetime):
        return found.date() if found.time() == time() else found
    if isinstance(found, date):
        return found
    if isinstance(found, timedelta):
        return Odd("en tid")
    figure = Decimal(f"{found:.15g}")  # as many figures as a spreadsheet keeps
    return figure if figure.is_finite() else ERROR
