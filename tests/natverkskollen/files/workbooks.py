"""Workbooks made for tests, good and bad, and LibreOffice that opens and saves them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree
from xlsxwriter import Workbook

from tests.office import convert


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    """An .xlsx file that `fill` has put sheets in."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    fill(book)
    book.close()
    return out.getvalue()


def repacked(
    content: bytes,
    added: Mapping[str, bytes],
    change: Callable[[str], bytes | None] = lambda _: None,
) -> bytes:
    """The package with some parts added, and those replaced that `change` gives anew."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name) or old.read(name))
        for name, raw in added.items():
            new.writestr(name, raw)
    return out.getvalue()


def saved_by_office(content: bytes, folder: Path, kind: str = "xlsx") -> bytes:
    """The workbook as LibreOffice writes it after having opened it, in a format of its choice."""
    return all_saved_by_office([content], folder, kind)[0]


def all_saved_by_office(contents: Sequence[bytes], folder: Path, kind: str = "xlsx") -> list[bytes]:
    """Several workbooks as LibreOffice writes them, which it is started once for."""
    came, went = folder / "in", folder / "ut"
    for each in (came, went):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir(parents=True)
    books = [came / f"bok{number}.xlsx" for number in range(len(contents))]
    for book, content in zip(books, contents, strict=True):
        book.write_bytes(content)
    convert(books, kind, went)
    return [(went / f"{book.stem}.{kind}").read_bytes() for book in books]


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def with_cells(content: bytes, cells: Mapping[str, str], number: int = 1) -> bytes:
    """The workbook with cells of one sheet replaced, each by the XML that stands in `<c>`.

    What begins with no `<` is written as a text.
    """

    def change(name: str) -> bytes | None:
        if name != f"xl/worksheets/sheet{number}.xml":
            return None
        with zipfile.ZipFile(BytesIO(content)) as package:
            root = etree.fromstring(package.read(name))
        left = dict(cells)
        for cell in root.iter(f"{_MAIN}c"):
            if (inside := left.pop(cell.get("r"), None)) is not None:
                _fill(cell, inside)
        assert not left, f"no such cells: {left}"
        return etree.tostring(root)

    return repacked(content, {}, change)


def _fill(cell: etree._Element, inside: str) -> None:
    for old in list(cell):
        cell.remove(old)
    cell.attrib.pop("t", None)
    if not inside.startswith("<"):
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t")
        text.text = inside
        return
    for part in etree.fromstring(f'<x xmlns="{_MAIN[1:-1]}">{inside}</x>'):
        if part.get("t"):
            cell.set("t", part.attrib.pop("t"))
        cell.append(part)
