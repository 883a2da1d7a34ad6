"""Whether a Word template is safe to open: refused before anything in it is read or run."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from natverkskollen.problem import DataError, Problem

MOST_BYTES = 50 * 1024 * 1024
MOST_ENTRIES = 2000
_SAVE_AS = "Öppna mallen i Word och spara den som Word-dokument (.docx)"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROGRAM_PARTS = re.compile(r"vbaProject|activeX|/embeddings/.*\.bin$|oleObject", re.IGNORECASE)


def check_package(path: Path, name: str) -> None:
    """Refuse a file that is no Word document, that swells when opened, or that reaches out."""

    def refuse(what: str, remedy: str) -> DataError:
        return DataError([Problem(name, 0, what, remedy)])

    if not path.is_file():
        raise refuse("mallen finns inte", "Lägg filen där eller välj en annan mall")
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            if len(entries) > MOST_ENTRIES:
                raise refuse(f"mallen har fler än {MOST_ENTRIES} delar", _SAVE_AS)
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise refuse(
                    "mallen är större än 50 MB när den packas upp", "Ta bort stora bilder ur mallen"
                )
            for entry in entries:
                if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.split("/"):
                    raise refuse(f"mallen har en otillåten del, '{entry.filename}'", _SAVE_AS)
                if _PROGRAM_PARTS.search(entry.filename):
                    raise refuse(
                        f"mallen innehåller makron eller inbäddade program ('{entry.filename}')",
                        "Ta bort dem och spara mallen som Word-dokument utan makron (.docx)",
                    )
            if "word/document.xml" not in package.namelist():
                raise refuse("filen är inget Word-dokument", _SAVE_AS)
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    text = package.read(entry)
                    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                        raise refuse("mallen har en dokumenttyp i sin XML", _SAVE_AS)
                    if entry.filename.endswith(".rels"):
                        _check_relations(text, refuse)
    except (zipfile.BadZipFile, ElementTree.ParseError, RuntimeError, EOFError, OSError) as error:
        raise refuse("filen är trasig eller inget Word-dokument", _SAVE_AS) from error


def _check_relations(text: bytes, refuse) -> None:
    for relation in ElementTree.fromstring(text).iter(_RELATIONSHIP):
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        if relation.get("TargetMode") == "External" and kind != "hyperlink":
            raise refuse(
                f"mallen hämtar innehåll utifrån ({relation.get('Target', '')[:80]})",
                "Bädda in bilden eller ta bort länken till mallen eller filen",
            )
