"""A table in a CSV file as rows with their line numbers, or why it cannot be read as one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from natverkskollen.files.problem import Problem

MOST_ROWS = 10_000


@dataclass(frozen=True)
class Row:
    """One row of a table: the line it stands on, and its cells by the column's name."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """The columns and rows of a file, and what is wrong with it; no rows where it is unusable."""

    name: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_table(raw: bytes, name: str, wanted: Sequence[str]) -> Table:
    """The table in some bytes, with commas or semicolons between the cells, as Excel saves it.

    `wanted` are the columns it must have; further ones are read too. `name` is what the file is
    called in problems.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = "filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa"
        return _refused(name, line, what, "Spara den på nytt som ”CSV UTF-8”")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",")
    try:
        header, *lines = [(reader.line_num, cells) for cells in reader if any(cells)]
    except ValueError:
        return _refused(name, 0, "tabellen är tom", f"Första raden ska vara: {','.join(wanted)}")
    except csv.Error:
        return _refused(name, reader.line_num, "raden går inte att läsa", "Kontrollera citattecken")
    columns = tuple(cell.strip() for cell in header[1])
    if missing := [column for column in wanted if column not in columns]:
        what = f"kolumnen {missing[0]} saknas"
        return _refused(name, header[0], what, f"Första raden ska börja: {','.join(wanted)}")
    if len(lines) > MOST_ROWS:
        return _refused(name, 0, f"tabellen har fler än {MOST_ROWS} rader", "Ta bort rader")
    rows, problems = [], []
    for line, cells in lines:
        if len(cells) != len(columns):
            what = f"raden har {len(cells)} kolumner, men tabellen har {len(columns)}"
            problems.append(Problem(name, line, what, "Rätta raden"))
            continue
        stripped = (cell.strip() for cell in cells)
        rows.append(Row(line, dict(zip(columns, stripped, strict=True))))
    return Table(name, columns, tuple(rows), tuple(problems))


def _refused(name: str, line: int, what: str, remedy: str) -> Table:
    return Table(name, problems=(Problem(name, line, what, remedy),))
