"""Whether a file can be unpacked as a Word document at all, before anything in it is read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from natverkskollen.files.zip_entries import Unpackable, entry_bytes, opened
from natverkskollen.output.papers.intake.fault import SAVE_AS, TemplateFault

MOST_BYTES = 50 * 1024 * 1024
MOST_XML = 10 * 1024 * 1024
MOST_ENTRIES = 2000
MOST_SWELLING = 100
SMALL = 256 * 1024  # a part this small may be as empty as it likes
_PROGRAMS = re.compile(r"vbaProject|vbaData|activeX|/embeddings/|oleObject|/afchunk", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF", "filen är en PDF", SAVE_AS),
    (b"{\\rtf", "filen är sparad som RTF", SAVE_AS),
    (b"<", "filen är en webbsida eller ett XML-dokument", SAVE_AS),
)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of a Word file by its name; TemplateFault for what cannot be unpacked safely."""
    if content.startswith(_OLE):
        raise TemplateFault(
            "filen är krypterad (ett lösenord eller en känslighetsetikett), eller sparad i det "
            "gamla formatet .doc",
            "Öppna den i Word, ta bort lösenordet eller välj en etikett utan kryptering (Arkiv > "
            "Info), och spara den som Word-dokument (.docx)",
        )
    for start, what, remedy in _STARTS:
        if content.lstrip()[: len(start)] == start:
            raise TemplateFault(f"{what} och inget Word-dokument", remedy)
    try:
        with opened(content) as package:
            for what, remedy in (*_size(package), *_names(package)):
                raise TemplateFault(what, remedy)
            parts = {
                entry.filename: entry_bytes(package, entry)
                for entry in package.infolist()
                if not entry.is_dir()
            }
            if any(map(_has_document_type, parts.values())):
                raise TemplateFault("mallen har en dokumenttyp i sin XML", SAVE_AS)
            return parts
    except Unpackable as error:
        if error.why == "locked":
            remedy = f"Ta bort lösenordet. {SAVE_AS}"
            raise TemplateFault("filen har ett lösenord", remedy) from error
        raise TemplateFault("filen är trasig eller inget Word-dokument", SAVE_AS) from error


def _has_document_type(content: bytes) -> bool:
    """Whether a part is XML with a document type, in any encoding that XML must be read in."""
    if not content.lstrip()[:4].strip(b"\xff\xfe\xef\xbb\xbf\0").startswith(b"<"):
        return False
    plain = content.replace(b"\0", b"")
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def _size(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES:
        yield f"mallen har fler än {MOST_ENTRIES} delar", SAVE_AS
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield "mallen är större än 50 MB när den packas upp", "Ta bort stora bilder ur mallen"
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MOST_SWELLING * entry.compress_size:
            yield (
                f"delen '{entry.filename[:60]}' blir mer än {MOST_SWELLING} gånger större när den "
                "packas upp",
                SAVE_AS,
            )
        if entry.filename.endswith((".xml", ".rels")) and entry.file_size > MOST_XML:
            yield f"delen '{entry.filename[:60]}' har mer än 10 MB text", SAVE_AS


def _names(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    for entry in package.infolist():
        name = entry.filename
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name):
            yield f"mallen har en otillåten del, '{name[:60]}'", SAVE_AS
        if _PROGRAMS.search(name):
            yield (
                f"mallen innehåller makron eller inbäddade program ('{name[:60]}')",
                "Ta bort dem och spara mallen som Word-dokument utan makron (.docx)",
            )
    names = [entry.filename.lower() for entry in package.infolist() if not entry.is_dir()]
    if len(set(names)) < len(names):
        yield "mallen har två delar med samma namn", SAVE_AS
    if "[content_types].xml" in names:
        return
    if "mimetype" in names:
        yield "filen är sparad i formatet OpenDocument (.odt)", SAVE_AS
    yield "filen är inget Word-dokument", SAVE_AS
