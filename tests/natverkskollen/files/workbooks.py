"""Workbooks made for tests, good and bad, and LibreOffice that opens and saves them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
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
    came, went = folder / "in", folder / "ut"
    for each in (came, went):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir(parents=True)
    (came / "bok.xlsx").write_bytes(content)
    convert([came / "bok.xlsx"], kind, went)
    return (went / f"bok.{kind}").read_bytes()


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
