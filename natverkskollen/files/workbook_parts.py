"""A workbook from anywhere taken apart safely, or why it cannot be: nothing in it is read here."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from natverkskollen.files.zip_entries import Unpackable, entry_bytes, opened

MOST_MEGABYTES = 5
MOST_PACKED = MOST_MEGABYTES * 1024 * 1024
MOST_BYTES = 60 * 1024 * 1024
MOST_PARTS = 500
SAVE_AS = "Öppna den i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS = (
    (b"%PDF", "filen är en PDF"),
    (b"{\\rtf", "filen är ett textdokument"),
    (b"<", "filen är en webbsida eller ett XML-dokument"),
)
_OTHERS = (
    ("word/document.xml", "filen är ett Word-dokument"),
    ("ppt/presentation.xml", "filen är en presentation"),
    ("xl/workbook.bin", "filen är sparad som binär arbetsbok (.xlsb)"),
)


class UnreadableWorkbook(Exception):
    """What is wrong with a workbook and what to do, in Swedish without the closing full stop."""

    def __init__(self, what: str, remedy: str = SAVE_AS):
        self.what, self.remedy = what, remedy
        super().__init__(f"{what}. {remedy}.")


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part that says something, by its name; UnreadableWorkbook where it is not safe."""
    if refusal := next(_not_a_package(content), None):
        raise UnreadableWorkbook(*refusal)
    try:
        with opened(content) as package:
            if refusal := next(_not_fit(package), None):
                raise UnreadableWorkbook(*refusal)
            return {
                entry.filename: entry_bytes(package, entry)
                for entry in package.infolist()
                if entry.filename.lower().endswith((".xml", ".rels"))
            }
    except Unpackable as error:
        if error.why == "locked":
            remedy = f"Ta bort lösenordet. {SAVE_AS}"
            raise UnreadableWorkbook("filen har ett lösenord", remedy) from error
        raise UnreadableWorkbook("filen är skadad eller ingen Excel-fil") from error


def _not_a_package(content: bytes) -> Iterator[tuple[str, ...]]:
    if not content.strip(b"\0 \r\n\t"):
        yield "filen är tom", "Välj en annan fil, eller spara den igen"
    if len(content) > MOST_PACKED:
        most = MOST_PACKED // 1024 // 1024
        yield (
            f"filen är större än {most} MB",
            "Ta bort bilder och blad som inte behövs, och spara den igen",
        )
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            yield (
                "filen är krypterad (ett lösenord eller en känslighetsetikett)",
                "Öppna den i Excel, ta bort lösenordet eller välj en etikett utan kryptering "
                "(Arkiv > Info), och spara den igen",
            )
        yield ("filen är sparad i det gamla formatet .xls",)
    for start, what in _STARTS:
        if content.lstrip(b"\xef\xbb\xbf \r\n\t")[: len(start)] == start:
            yield (f"{what} och ingen Excel-fil",)
    if not content.startswith(b"PK"):
        if b"\0" not in content[:4096] and re.search(rb"[;,\t]", content[:4096]):
            yield ("filen är en textfil (.csv) och ingen Excel-fil",)
        yield ("filen är ingen Excel-fil",)


def _not_fit(package: zipfile.ZipFile) -> Iterator[tuple[str, ...]]:
    entries = package.infolist()
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > MOST_PARTS:
        yield (f"filen har fler än {MOST_PARTS} delar",)
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield (
            f"filen blir större än {MOST_BYTES // 1024 // 1024} MB när den packas upp",
            "Ta bort tomma rader, bilder och blad som inte behövs, och spara den igen",
        )
    if len(set(names)) < len(names):
        yield ("filen har två delar med samma namn",)
    if any("vbaproject" in name or "macrosheets/" in name for name in names):
        yield (
            "filen innehåller makron",
            "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx), utan makron",
        )
    for name, what in _OTHERS:
        if name in names:
            yield (f"{what} och ingen vanlig Excel-fil",)
    if "mimetype" in names:
        yield ("filen är sparad i formatet OpenDocument (.ods)",)
    if "[content_types].xml" not in names:
        yield ("filen är en zip-fil och ingen Excel-fil",)
