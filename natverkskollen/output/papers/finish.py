"""What makes a Word file whole: its language, its properties, and bytes that can be repeated."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from natverkskollen.output.papers.blocks import Head
from natverkskollen.output.papers.plain import clean

LANGUAGE = "sv-SE"


def set_language(document: Document) -> None:
    """Mark the document and every style as Swedish, so that it is read and hyphenated so."""
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        styles.insert(0, defaults)
    element = defaults
    for tag in ("w:rPrDefault", "w:rPr"):
        child = element.find(qn(tag))
        if child is None:
            child = OxmlElement(tag)
            element.insert(0, child)
        element = child
    if element.find(qn("w:lang")) is None:
        element.append(OxmlElement("w:lang"))
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)


def set_properties(document: Document, head: Head, written: datetime | None) -> None:
    """Title, author, language and time of the paper; nothing about the program that wrote it.

    Where nobody says when it is `written`, the time is the day of the case.
    """
    properties = document.core_properties
    properties.title = clean(head.title)[:255]
    properties.author = clean(head.department or head.municipality)[:255]
    properties.last_modified_by = properties.author
    properties.language = LANGUAGE
    properties.subject = clean(f"{head.document_name} {head.diarienummer}".strip())[:255]
    properties.comments = properties.keywords = properties.category = ""
    properties.revision = 1
    properties.created = properties.modified = moment(head, written)


def moment(head: Head, written: datetime | None) -> datetime:
    """When a paper is written, in UTC and whole seconds; the day of the case if nobody says."""
    said = written or datetime.fromisoformat(head.date).replace(tzinfo=UTC)
    return said.astimezone(UTC).replace(microsecond=0)


def repacked(content: bytes) -> bytes:
    """The same package with fixed time stamps, so that the same memo gives the same file."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return out.getvalue()
