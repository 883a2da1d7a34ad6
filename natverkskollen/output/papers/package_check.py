"""Whether a Word file is safe to open: refused before anything in it is read or run."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from natverkskollen.output.papers.fill import TemplateFault

MOST_BYTES = 50 * 1024 * 1024
MOST_XML = 10 * 1024 * 1024
MOST_ENTRIES = 2000
MOST_SWELLING = 100
SMALL = 256 * 1024  # a part this small may be as empty as it likes
_SAVE_AS = "Öppna mallen i Word och spara den som Word-dokument (.docx)"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROGRAM_PARTS = re.compile(
    r"vbaProject|vbaData|activeX|/embeddings/|oleObject|/afchunk", re.IGNORECASE
)
_PROGRAM_TYPES = re.compile(rb"macroEnabled|vbaProject|oleObject|ms-office\.activeX", re.IGNORECASE)


def check_package(content: bytes) -> None:
    """Refuse a file that is no Word document, that swells when opened, or that reaches out."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            for part in (_size(package), _names(package), _xml(package)):
                for what, remedy in part:
                    raise TemplateFault(what, remedy)
    except TemplateFault:
        raise
    except (zipfile.BadZipFile, ElementTree.ParseError, RuntimeError, EOFError, OSError) as error:
        raise TemplateFault("filen är trasig eller inget Word-dokument", _SAVE_AS) from error
    except Exception as error:  # compression methods zipfile knows of but cannot read, and the like
        raise TemplateFault("filen går inte att packa upp", _SAVE_AS) from error


def _size(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        yield f"mallen har fler än {MOST_ENTRIES} delar", _SAVE_AS
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield "mallen är större än 50 MB när den packas upp", "Ta bort stora bilder ur mallen"
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MOST_SWELLING * entry.compress_size:
            yield (
                f"delen '{entry.filename[:60]}' blir mer än {MOST_SWELLING} gånger större när den "
                "packas upp",
                _SAVE_AS,
            )
        if entry.filename.endswith((".xml", ".rels")) and entry.file_size > MOST_XML:
            yield f"delen '{entry.filename[:60]}' har mer än 10 MB text", _SAVE_AS


def _names(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    names = package.namelist()
    if len(set(names)) < len(names):
        yield "mallen har två delar med samma namn", _SAVE_AS
    for name in names:
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name):
            yield f"mallen har en otillåten del, '{name[:60]}'", _SAVE_AS
        if _PROGRAM_PARTS.search(name):
            yield _macros(name)
    if "word/document.xml" not in names:
        yield "filen är inget Word-dokument", _SAVE_AS


def _macros(name: str) -> tuple[str, str]:
    return (
        f"mallen innehåller makron eller inbäddade program ('{name[:60]}')",
        "Ta bort dem och spara mallen som Word-dokument utan makron (.docx)",
    )


def _xml(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    for entry in package.infolist():
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        text = package.read(entry)
        # Any other encoding could hide what is looked for here from us, but not from a parser.
        if b"\0" in text or not re.match(
            rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*?utf-8|<[^?])", text, re.I
        ):
            yield f"delen '{entry.filename[:60]}' är inte skriven i UTF-8", _SAVE_AS
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            yield "mallen har en dokumenttyp i sin XML", _SAVE_AS
        if entry.filename == "[Content_Types].xml" and _PROGRAM_TYPES.search(text):
            yield _macros(entry.filename)
        if entry.filename.endswith(".rels"):
            yield from _relations(text)


def _relations(text: bytes) -> Iterator[tuple[str, str]]:
    for relation in ElementTree.fromstring(text).iter(_RELATIONSHIP):
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        if relation.get("TargetMode", "").lower() == "external" and kind != "hyperlink":
            yield (
                f"mallen hämtar innehåll utifrån ({relation.get('Target', '')[:80]})",
                "Bädda in bilden eller ta bort länken till mallen eller filen",
            )
