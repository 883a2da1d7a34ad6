"""A list of memberships in a spreadsheet: which sheet, which row of headings, and which columns.

Every municipality has such a list, and no two have the same columns. The program guesses, and the
person points out what it guessed wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from natverkskollen.files.workbook import Sheet, Value

# What a column can be: the heading in our own template, and words that others use.
Columns = Mapping[str, tuple[str, tuple[str, ...]]]
COLUMNS: Final[Columns] = {
    "network": (
        "Nätverk",
        (
            "nätverk",
            "organisation",
            "förening",
            "medlemskap",
            "namn",
            "samarbete",
            "nätverkets namn",
        ),
    ),
    "member": (
        "Medlem i dag (ja eller nej)",
        ("medlem i dag", "medlem idag", "är medlem", "aktiv"),
    ),
    "since": (
        "Medlem sedan",
        ("sedan", "inträde", "medlem från", "från år", "startår", "anslutning", "gick med"),
    ),
    "joined_by": ("Beslutet om inträde", ("beslut", "beslutad", "beslutat av")),
    "paid": (
        "Betald avgift (kronor)",
        (
            "avgift",
            "kostnad",
            "belopp",
            "årsavgift",
            "medlemsavgift",
            "pris",
            "kronor",
            "kr",
            "sek",
        ),
    ),
    "paid_year": ("Fakturans år", ("år", "avgiftsår", "fakturaår", "budgetår")),
    "paid_by": ("Vad beloppet är läst på", ("faktura", "fakturanummer", "verifikat", "källa")),
    "hours": (
        "Arbetstid (timmar per år)",
        ("timmar", "arbetstid", "tid", "tim", "tim år", "nedlagd tid", "h"),
    ),
    "travel": ("Resor (kronor per år)", ("resor", "resekostnad", "resekostnader")),
    "other": ("Övrigt (kronor per år)", ("övrigt", "övriga kostnader", "andra kostnader")),
    "cost_note": ("Varifrån resor och övrigt är hämtat", ("underlag",)),
    "seats": ("Uppdrag i nätverket", ("uppdrag", "styrelseuppdrag", "förtroendeuppdrag")),
    "presentation": ("Nätverket i korthet", ("beskrivning", "syfte", "i korthet")),
}
_PARTS: Final = ("travel", "other", "hours")
_TOP = 30


@dataclass(frozen=True)
class Layout:
    """Where a list lies: its sheet, the row of its headings, and the column of each field.

    Rows and columns are counted from 0.
    """

    sheet: str
    heading: int
    columns: Mapping[str, int]

    def year(self, sheet: Sheet) -> str:
        """The year that the heading of the fee names; empty where it names none."""
        at = self.columns.get("paid")
        year = 0 if at is None else _year(heading_at(sheet, self.heading, at))
        return str(year or "")


def guess(sheets: Sequence[Sheet], columns: Columns = COLUMNS) -> Layout | None:
    """The best guess among the sheets that are shown; None where no sheet has any text."""
    found = [guess_in(sheet, None, columns) for sheet in sheets if not sheet.hidden]
    known = [each for each in found if each]
    return max(known, key=lambda each: ("network" in each.columns, len(each.columns)), default=None)


def guess_in(sheet: Sheet, heading: int | None = None, columns: Columns = COLUMNS) -> Layout | None:
    """The best guess in one sheet, with the headings in a row where that is known."""
    rows = range(min(_TOP, len(sheet.rows))) if heading is None else (heading,)
    layouts = [Layout(sheet.name, row, _columns(sheet, row, columns)) for row in rows]
    named = [each for each in layouts if "network" in each.columns and len(each.columns) > 1]
    if named:
        return max(named, key=lambda each: len(each.columns))
    full = [each for each in layouts if len(_texts(sheet, each.heading)) > 1]
    best = max(full, key=lambda each: len(_texts(sheet, each.heading)), default=None)
    return best or next((each for each in layouts if _texts(sheet, each.heading)), None)


def headings(sheet: Sheet, row: int) -> dict[int, str]:
    """What each column with something in it is called, by its number."""
    width = max((len(each) for each in sheet.rows), default=0)
    used = [
        at
        for at in range(width)
        if any(at < len(each) and each[at] is not None for each in sheet.rows[row:])
    ]
    return {at: heading_at(sheet, row, at) for at in used}


def heading_at(sheet: Sheet, row: int, column: int) -> str:
    """The heading of one column; empty where it has none."""
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    value = cells[column] if column < len(cells) else None
    return "" if value is None or not isinstance(value, str) else " ".join(value.split())


def _texts(sheet: Sheet, row: int) -> list[Value]:
    return [value for value in sheet.rows[row] if isinstance(value, str) and value.strip()]


def _columns(sheet: Sheet, row: int, columns: Columns) -> dict[str, int]:
    """The column of each field: our own heading first, then a heading that is or holds a word."""
    names = {
        at: _plain(heading_at(sheet, row, at))
        for at in range(len(sheet.rows[row]))
        if heading_at(sheet, row, at)
    }
    # Of two years' columns the newest is meant, and a word for a part of the cost goes before one
    # for the whole: "Kostnad för resor" is no fee.
    order = sorted(names, key=lambda at: -_year(heading_at(sheet, row, at)))
    found: dict[str, int] = {}
    for fits in (_is_ours, _is_a_word, _begins, _holds):
        parts = [field for field in _PARTS if field in columns]
        for field in (*parts, *columns) if fits in (_begins, _holds) else columns:
            if field not in found:
                left = (at for at in order if at not in found.values())
                at = next((at for at in left if fits(columns[field], names[at])), None)
                if at is not None:
                    found[field] = at
    return found


def _year(heading: str) -> int:
    found = re.search(r"\b(19|20)\d\d\b", heading)
    return int(found[0]) if found else 0


def _plain(heading: str) -> str:
    """A heading as its words alone: without case, brackets, signs and years."""
    words = re.sub(r"\(.*?\)|\b(19|20)\d\d\b", " ", heading.casefold())
    return " ".join(re.findall(r"\w+", words))


def _is_ours(column: tuple[str, tuple[str, ...]], name: str) -> bool:
    return name == _plain(column[0])


def _is_a_word(column: tuple[str, tuple[str, ...]], name: str) -> bool:
    return name in column[1]


def _begins(column: tuple[str, tuple[str, ...]], name: str) -> bool:
    return any(len(word) > 3 and name.startswith(word) for word in column[1])


def _holds(column: tuple[str, tuple[str, ...]], name: str) -> bool:
    return any(len(word) > 3 and word in name.split() for word in column[1])
