"""The reference tables read from reference/: the data folder's own, or else the program's.

A municipality that wants a newer year than the program has puts a newer table in its data folder;
each table is looked for there first, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from natverkskollen.files.cache import Cache
from natverkskollen.files.csv_table import Row, Table, read_table
from natverkskollen.files.data_folder import PROGRAM_FOLDER, REFERENCE, names_in
from natverkskollen.files.file_cache import FileCache, stamp_of
from natverkskollen.files.problem import Problem
from natverkskollen.files.reading import read_bytes, unread
from natverkskollen.model.reference import Place, Reference

POPULATIONS, CALLED, GROUPS = "folkmangd.csv", "kallas.csv", "kolada_grupper.csv"
SIMILAR = "liknande_kommuner_"  # and the year the table is for
_CODE = re.compile(r"\d{2}(\d{2})?")
_COLUMNS = {
    POPULATIONS: ("kod", "namn"),
    CALLED: ("kod", "namn", "kallas"),
    GROUPS: ("id", "grupp", "antal", "koder"),
    SIMILAR: ("kod", "kommun", "grupp", "liknande_koder"),
}
_Made = tuple[tuple[Table, ...], Reference, tuple[Problem, ...]]
_TABLES: FileCache[Table] = FileCache(64)
_REFERENCES: Cache[_Made] = Cache(16)


def read_reference(folder: Path) -> tuple[Reference, tuple[Problem, ...]]:
    """The tables that hold for a data folder, and everything that is wrong in them."""
    places = tuple(_place(folder, each) for each in _COLUMNS)
    tables = tuple(_read(*each) for each in zip(places, _COLUMNS, strict=True))

    def renew(kept: _Made | None) -> _Made:
        if kept and all(a is b for a, b in zip(kept[0], tables, strict=True)):
            return kept
        return (tables, *_made(dict(zip(_COLUMNS, tables, strict=True))))

    _, reference, problems = _REFERENCES.renewed(places, renew)
    return reference, (*problems, *_strays(folder))


def _strays(folder: Path) -> Iterator[Problem]:
    """What lies in the data folder's reference/ and is none of the tables: a copy, another name."""
    for name in names_in(folder / REFERENCE):
        if name != "README.md" and not any(_is(name, table) for table in _COLUMNS):
            what = "filen är ingen av tabellerna och läses inte"
            remedy = f"Tabellerna heter {POPULATIONS}, {CALLED}, {GROUPS} och {SIMILAR}2025.csv"
            yield Problem(f"{REFERENCE}/{name}", 0, what, remedy)


def _made(tables: Mapping[str, Table]) -> tuple[Reference, tuple[Problem, ...]]:
    problems = [problem for table in tables.values() for problem in table.problems]
    called = {row.cells["kod"]: row.cells["kallas"] for row in tables[CALLED].rows}
    places = {place.code: place for place in _places(tables[POPULATIONS], called, problems)}
    similar, groups = (
        {
            row.cells[key]: codes
            for row in tables[table].rows
            if (codes := _codes(row, column, places, tables[table].name, problems)) is not None
        }
        for table, key, column in ((SIMILAR, "kod", "liknande_koder"), (GROUPS, "grupp", "koder"))
    )
    return Reference(places, similar, groups), tuple(problems)


def _places(table: Table, called: Mapping[str, str], problems: list[Problem]) -> Iterator[Place]:
    for row in table.rows:
        code, name = row.cells["kod"], row.cells["namn"]
        if not _CODE.fullmatch(code):
            what = f"koden '{code}' ska vara två siffror (region) eller fyra (kommun)"
            remedy = "Skriv koden som text, med nollan först: 0126"
            problems.append(_told(table.name, row, what, remedy))
            continue
        populations: dict[date, int] = {}
        for column, cell in row.cells.items():
            if column in _COLUMNS[POPULATIONS] or not cell:
                continue
            try:
                day, people = date.fromisoformat(column), int(re.sub(r"\s", "", cell))
            except ValueError:
                what = f"'{cell}' i kolumnen {column} är ingen folkmängd för en dag"
                remedy = "Kolumnen ska heta som en dag, 2026-12-31, och cellen vara ett heltal"
                problems.append(_told(table.name, row, what, remedy))
                continue
            populations[day] = people
        yield Place(code, name, called.get(code, name), populations)


def _codes(
    row: Row, column: str, places: Mapping[str, Place], table: str, problems: list[Problem]
) -> tuple[str, ...] | None:
    """The places a cell lists; None where it names one that is not in the population table."""
    # Kolada writes the code of a region as four digits, too: 0001.
    codes = tuple(re.sub(r"^00", "", code) for code in row.cells[column].split())
    for code in codes:
        if code not in places:
            what = f"koden '{code}' finns inte i {REFERENCE}/{POPULATIONS}"
            problems.append(_told(table, row, what, "Rätta koden eller ta bort den"))
            return None
    return codes


def _place(folder: Path, table: str) -> Path | None:
    """Where a table lies as it is now: in the data folder, or else in the program's."""
    for room in (folder / REFERENCE, PROGRAM_FOLDER / REFERENCE):
        names = [each for each in names_in(room) if _is(each, table)]
        if names:
            return room / names[-1]
    return None


def _is(name: str, table: str) -> bool:
    return (
        name == table
        if table.endswith(".csv")
        else re.fullmatch(rf"{table}\d+\.csv", name) is not None
    )


def _read(path: Path | None, table: str) -> Table:
    if path is None:
        what, remedy = "tabellen finns inte", "Installera programmet på nytt"
        return Table(table, problems=(Problem(f"{REFERENCE}/{table}", 0, what, remedy),))
    name = f"{REFERENCE}/{path.name}"

    def made(raw: bytes | OSError) -> Table:
        if isinstance(raw, OSError):
            return Table(name, problems=unread(raw, name).problems)
        return read_table(raw, name, _COLUMNS[table])

    return _TABLES.get(path, lambda: stamp_of(path), lambda: read_bytes(path), made)


def _told(table: str, row: Row, what: str, remedy: str) -> Problem:
    return Problem(table, row.line, what, remedy)
