"""A workbook from anywhere is read as plain values or refused in Swedish, with no traceback."""

from __future__ import annotations

import struct
import time
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from natverkskollen.files.workbook import ERROR, FORMULA, Sheet, read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook
from tests.natverkskollen.files.workbooks import repacked, saved_by_office, workbook

SHEET = "xl/worksheets/sheet1.xml"


def one(fill) -> Sheet:
    (sheet,) = read_workbook(workbook(lambda book: fill(book, book.add_worksheet("Blad"))))
    return sheet


def plain(book, sheet) -> None:
    sheet.write_string(0, 0, "=1+1")
    sheet.write_number(0, 1, 0.1)
    sheet.write_boolean(0, 2, True)
    sheet.write_datetime(0, 3, date(2026, 3, 2), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_formula(1, 0, "=1+1", None, 2)
    sheet.write_formula(1, 1, "=NA()", None, "#N/A")
    sheet.write_number(1, 2, 38291.2)


def with_sheet(rows: str, **more: bytes) -> bytes:
    """A workbook whose only sheet has these rows of XML."""
    good = workbook(lambda book: book.add_worksheet("Blad").write_string(0, 0, "text"))
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    xml = f"{head}<sheetData>{rows}</sheetData></worksheet>".encode()
    return repacked(good, more, lambda name: xml if name == SHEET else None)


def told(content: bytes) -> str:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read_workbook(content)
    words = str(refusal.value)
    assert words.endswith(".") and words[0].islower()
    return words


def test_each_cell_is_read_as_what_it_is_and_a_formula_as_none_of_it() -> None:
    assert one(plain).rows == (
        ("=1+1", Decimal("0.1"), True, date(2026, 3, 2)),
        (FORMULA, FORMULA, Decimal("38291.2"), None),
    )


def test_a_formula_keeps_nothing_of_its_value_when_libreoffice_has_saved_it(tmp_path: Path) -> None:
    made = workbook(lambda book: plain(book, book.add_worksheet("Blad")))
    (sheet,) = read_workbook(saved_by_office(made, tmp_path))
    assert sheet.rows[0][:2] == ("=1+1", Decimal("0.1"))
    assert sheet.rows[1][:3] == (FORMULA, FORMULA, Decimal("38291.2"))


def test_an_error_without_a_formula_is_no_value() -> None:
    (sheet,) = read_workbook(with_sheet('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'))
    assert sheet.rows == ((ERROR,),)


def test_hidden_sheets_hidden_rows_and_merged_cells_are_known() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("Ett")
        sheet.merge_range(0, 0, 2, 1, "över sex celler")
        sheet.write_string(3, 0, "dold rad")
        sheet.set_row(3, None, None, {"hidden": True})
        hidden = book.add_worksheet("Två")
        hidden.write_string(0, 0, "x")
        hidden.very_hidden()

    first, second = read_workbook(workbook(fill))
    assert not first.hidden and second.hidden
    assert first.merged == {(0, 1), (1, 0), (1, 1), (2, 0), (2, 1)}
    assert first.hidden_rows == {3}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "filen är tom"),
        (b"\0" * 100, "filen är tom"),
        (b"namn;avgift\r\nSEKOM;38291\r\n", "textfil (.csv)"),
        (b"\xef\xbb\xbf<html><table>", "webbsida"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "gamla formatet .xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "krypterad (ett lösenord",
        ),
        (b"PK\x03\x04" + b"\0" * 40, "skadad"),
        (b"\x01\x02\x03" * 50, "ingen Excel-fil"),
        (b"PK" + b"x" * 6_000_000, "större än 5 MB"),
    ],
)
def test_what_is_no_workbook_is_told_for_what_it_is(content: bytes, words: str) -> None:
    assert words in told(content)


@pytest.mark.parametrize(
    ("added", "words"),
    [
        ({"xl/vbaProject.bin": b"x"}, "makron"),
        ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "makron"),
        ({"xl/workbook.bin": b"x"}, ".xlsb"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, ".ods"),
        ({"word/document.xml": b"<x/>"}, "Word-dokument"),
        ({"XL/Worksheets/sheet1.xml": b"<x/>"}, "samma namn"),
    ],
)
def test_a_package_with_more_in_it_is_refused(added: dict[str, bytes], words: str) -> None:
    good = workbook(lambda book: book.add_worksheet("Blad").write_string(0, 0, "text"))
    assert words in told(repacked(good, added))


def test_real_files_of_other_kinds_renamed_to_xlsx_are_told(tmp_path: Path) -> None:
    made = workbook(lambda book: plain(book, book.add_worksheet("Blad")))
    for kind, words in (("ods", ".ods"), ("xls", ".xls"), ("csv", ".csv")):
        assert words in told(saved_by_office(made, tmp_path, kind))


def test_a_million_rows_are_refused_before_they_take_any_room() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_000_001))
    began = time.process_time()
    assert "10000 rader" in told(with_sheet(rows))
    assert time.process_time() - began < 5


@pytest.mark.parametrize("cell", ["A1048576", "XFD1", "XFD1048576", "ZZZZZZZ1"])
def test_one_value_far_away_takes_no_room(cell: str) -> None:
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    xml = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    assert "för stort" in told(with_sheet(xml))


def test_looks_without_values_far_down_are_no_reason_to_refuse() -> None:
    xml = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    (sheet,) = read_workbook(with_sheet(xml))
    assert sheet.rows == ((Decimal(1),),)


def test_a_bomb_is_refused_by_its_size_also_where_it_lies_about_it() -> None:
    bomb = {"xl/worksheets/sheet2.xml": b" " * 70_000_000}
    good = workbook(lambda book: book.add_worksheet("Blad").write_string(0, 0, "text"))
    whole = repacked(good, bomb)
    assert len(whole) < 200_000
    assert "60 MB" in told(whole)
    lying = whole.replace(struct.pack("<I", 70_000_000), struct.pack("<I", 700))
    assert "skadad" in told(lying)


def test_one_long_text_shown_in_every_cell_is_refused() -> None:
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
    strings += b"x" * 1_000_000 + b"</t></si></sst>"
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 5000))
    whole = with_sheet(cells)
    whole = repacked(whole, {}, lambda name: strings if name == "xl/sharedStrings.xml" else None)
    assert "orimligt mycket text" in told(whole)


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_a_document_type_is_refused_in_every_part(part: str) -> None:
    good = workbook(lambda book: book.add_worksheet("Blad").write_string(0, 0, "text"))
    dtd = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    evil = dtd.encode("utf-16")
    assert "dokumenttyp" in told(repacked(good, {}, lambda name: evil if name == part else None))


def test_damage_anywhere_in_a_workbook_is_told_and_never_a_traceback() -> None:
    good = workbook(lambda book: plain(book, book.add_worksheet("Blad")))
    with zipfile.ZipFile(BytesIO(good)) as package:
        names = package.namelist()
    for name in names:
        for damage in (b"", b"<", b"<x/>", b"\xff\xfe"):
            whole = repacked(
                good, {}, lambda n, d=damage, at=name: (d or b" ") if n == at else None
            )
            try:
                read_workbook(whole)
            except UnreadableWorkbook as refusal:
                assert refusal.what and refusal.remedy
