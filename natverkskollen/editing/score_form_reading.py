"""A filled-in form read from a workbook: whose it is, and what stands in each of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from natverkskollen.editing.score_form import COLUMNS, KEY, NETWORK, NO_ANSWER, FormHead, head_of
from natverkskollen.files.workbook import Sheet, Value, cell_name, read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook

LISTS = "Listor"  # the hidden sheet that the choices stand in
_TOP = 30  # the head and the headings stand before this row


@dataclass(frozen=True)
class FormRow:
    """One row: which answer it is, where it stands, and its cells by the field's name.

    `merged` says that a cell of it lies under another, `named` is what the row calls the network.
    """

    network: str
    criterion: str
    place: str
    cells: dict[str, Value]
    merged: bool = False
    named: str = ""


@dataclass(frozen=True)
class FormSheet:
    """One assessor's sheet."""

    name: str
    head: FormHead
    rows: tuple[FormRow, ...]


@dataclass
class Forms:
    """The sheets of a workbook that are forms, and what is to be told of the others."""

    sheets: list[FormSheet] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def read_forms(content: bytes) -> Forms:
    """The forms in a workbook; UnreadableWorkbook where it cannot be read or has none."""
    forms = Forms()
    for sheet in read_workbook(content):
        where = _head_in(sheet)
        if where is None:
            if not sheet.hidden and sheet.name != LISTS:
                forms.told.append(f"Bladet ”{sheet.name}” är inget formulär och lästes inte.")
        elif sheet.hidden:
            words = "är dolt och lästes inte. Visa bladet och spara filen, om det ska med."
            forms.told.append(f"Bladet ”{sheet.name}” {words}")
        else:
            _read_sheet(forms, sheet, *where)
    if not forms.sheets:
        raise UnreadableWorkbook(
            "filen är inget bedömningsformulär, eller så är den dolda kolumnen längst till "
            "vänster borttagen" + "".join(f". {each.rstrip('.')}" for each in forms.told),
            "Ladda ner ett nytt formulär på Bedömning och för över det du har skrivit",
        )
    return forms


def _head_in(sheet: Sheet) -> tuple[FormHead, int] | None:
    """The head of a form and the column of its keys; None in a sheet that is no form."""
    for row in sheet.rows[:_TOP]:
        for column, value in enumerate(row):
            head = head_of(value) if isinstance(value, str) else None
            if head:
                return head, column
    return None


def _read_sheet(forms: Forms, sheet: Sheet, head: FormHead, keys: int) -> None:
    start = next(
        (n for n, row in enumerate(sheet.rows[:_TOP]) if _text(row, keys) == KEY),
        None,
    )
    columns = _columns(sheet.rows[start]) if start is not None else {}
    named = _named(sheet.rows[start]) if start is not None else None
    missing = [words for name, words in COLUMNS.items() if name not in columns]
    if start is None or missing:
        told = f"saknar {', '.join(f'”{words}”' for words in missing)}"
        words = f"Bladet ”{sheet.name}” {told} i rubrikraden och lästes inte."
        forms.told.append(f"{words} Skriv tillbaka rubrikerna, eller ladda ner ett nytt formulär.")
        return
    rows = []
    for at, row in enumerate(sheet.rows[start + 1 :], start + 1):
        network, _, criterion = _text(row, keys).partition("|")
        cells = {name: _cell(row, column) for name, column in columns.items()}
        if network and criterion:
            merged = any((at, column) in sheet.merged for column in columns.values())
            place = cell_name(at, columns["score"])
            called = "" if named is None else _text(row, named)
            rows.append(FormRow(network, criterion, place, cells, merged, called))
        elif _text(row, keys) != NO_ANSWER and any(value is not None for value in cells.values()):
            words = "har ingen nyckel i den dolda kolumnen och lästes inte"
            forms.told.append(f"Bladet ”{sheet.name}”: rad {at + 1} {words}.")
    if sheet.hidden_rows & {n for n in range(start + 1, len(sheet.rows))}:
        forms.told.append(f"Bladet ”{sheet.name}” har dolda rader. De lästes också.")
    forms.sheets.append(FormSheet(sheet.name, head, tuple(rows)))


def _columns(row: Sequence[Value]) -> dict[str, int]:
    names = {words.casefold(): name for name, words in COLUMNS.items()}
    found: dict[str, int] = {}
    for column, value in enumerate(row):
        said = " ".join(value.split()).casefold() if isinstance(value, str) else ""
        if said in names:
            found.setdefault(names[said], column)
    return found


def _named(row: Sequence[Value]) -> int | None:
    """The column in which each row says which network it is about."""
    return next((at for at, value in enumerate(row) if value == NETWORK), None)


def _cell(row: Sequence[Value], column: int) -> Value:
    return row[column] if column < len(row) else None


def _text(row: Sequence[Value], column: int) -> str:
    value = _cell(row, column)
    return value.strip() if isinstance(value, str) else ""
