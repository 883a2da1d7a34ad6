"""A sheet's XML looked through before it is read: how far it reaches, and what no cell may hide.

A reader of spreadsheets makes room for every cell up to the last, so one value far down takes all
memory there is. A formula's result looks like any other value once it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from natverkskollen.files.workbook_parts import UnreadableWorkbook

MOST_ROWS, MOST_COLUMNS = 10_000, 300
MOST_CELLS, MOST_SIGNS = 200_000, 10_000_000
Place = tuple[int, int]  # row and column from 0


@dataclass
class Scan:
    """What was found in one sheet: cells by kind, and how many rows are hidden."""

    formulas: set[Place] = field(default_factory=set)
    errors: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)


def text_lengths(xml: bytes) -> list[int]:
    """How long each of the workbook's shared texts is."""
    lengths: list[int] = []

    def start(name: str, _: dict[str, str]) -> None:
        if _local(name) == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    _walk(xml, start, text)
    return lengths


def scan_sheet(title: str, xml: bytes, lengths: list[int]) -> Scan:
    """One sheet looked through; UnreadableWorkbook where it is larger than anything we read."""
    return _Scanning(title, lengths).all_of(xml)


class _Scanning:
    def __init__(self, title: str, lengths: list[int]):
        self.title, self.lengths, self.found = title, lengths, Scan()
        self.row, self.column = -1, -1
        self.kind, self.inside, self.hidden = "", "", False
        self.cells = self.signs = 0

    def all_of(self, xml: bytes) -> Scan:
        _walk(xml, self._start, self._text)
        return self.found

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.inside = _local(name)
        if self.inside == "row":
            said = given.get("r", "")
            self.row = int(said) - 1 if said.isdecimal() else self.row + 1
            self.column, self.hidden = -1, given.get("hidden") in ("1", "true")
        elif self.inside == "c":
            self._place(given.get("r", ""))
            self.kind = given.get("t", "")
        elif self.inside == "f":
            self.found.formulas.add((self.row, self.column))
            self._count()
        elif self.inside in ("v", "is"):
            if self.kind == "e":
                self.found.errors.add((self.row, self.column))
            if self.hidden:
                self.found.hidden_rows.add(self.row)
            self._count()

    def _place(self, said: str) -> None:
        letters = said.rstrip("0123456789").upper()
        if not letters:
            self.column += 1
            return
        column = 0
        for letter in letters[:4]:
            column = column * 26 + ord(letter) - 64
        self.column = column - 1
        if said[len(letters) :]:
            self.row = int(said[len(letters) :]) - 1

    def _count(self) -> None:
        self.cells += 1
        if self.row >= MOST_ROWS or self.column >= MOST_COLUMNS or self.cells > MOST_CELLS:
            raise UnreadableWorkbook(
                f"bladet ”{self.title[:40]}” är för stort: högst {MOST_ROWS} rader och "
                f"{MOST_COLUMNS} kolumner läses",
                "Ta bort det som inte behövs, eller lägg tabellen i en egen fil",
            )

    def _text(self, data: str) -> None:
        self.signs += len(data)
        if self.inside == "v" and self.kind == "s" and data.strip().isdecimal():
            at = int(data)
            self.signs += self.lengths[at] if at < len(self.lengths) else 0
        if self.signs > MOST_SIGNS:
            raise UnreadableWorkbook(
                f"bladet ”{self.title[:40]}” har orimligt mycket text", "Korta texterna i det"
            )


def _walk(
    xml: bytes, start: Callable[[str, dict[str, str]], None], text: Callable[[str], None]
) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableWorkbook("filen är skadad") from error


def _refuse_document_type(*_: object) -> None:
    raise UnreadableWorkbook("filen har en dokumenttyp i sin XML")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
