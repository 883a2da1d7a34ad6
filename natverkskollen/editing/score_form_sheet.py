"""One sheet of a workbook read as a form: whose it is, and what stands in each of its rows."""

from __future__ import annotations

from collections.abc import Sequence

from natverkskollen.editing.filled_form import FormRow, Forms, FormSheet
from natverkskollen.editing.score_form import COLUMNS, KEY, NETWORK, NO_ANSWER, FormHead, head_of
from natverkskollen.files.workbook import Sheet, Value, cell_name

_TOP = 30  # the head and the headings stand before this row


def head_in(sheet: Sheet) -> tuple[FormHead, int] | None:
    """The head of a form and the column of its keys; None in a sheet that is no form."""
    for row in sheet.rows[:_TOP]:
        for column, value in enumerate(row):
            head = head_of(value) if isinstance(value, str) else None
            if head:
                return head, column
    return None


def read_sheet(forms: Forms, sheet: Sheet, head: FormHead, keys: int) -> None:
    """Add the sheet to the forms with its rows, or tell there why it was not read.

    `keys` is the column of its keys, as `head_in` found it.
    """
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
