"""The parts of a Word file packed into one, the same every time."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass
class Part:
    """A part: its type, its XML or its bytes, and its relations as id, type, target, outside."""

    type: str
    root: Any = None
    content: bytes = b""
    relations: list[tuple[str, str, str, bool]] = field(default_factory=list)


def packed(parts: dict[str, Part]) -> bytes:
    """A package of these parts, by their names, whose main part is /word/document.xml."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(_entry("/[Content_Types].xml"), _types(parts))
        main = [("rId1", _MAIN, "/word/document.xml", False)]
        package.writestr(_entry("/_rels/.rels"), _relations(main))
        for name, part in parts.items():
            folder, base = posixpath.split(name)
            content = part.content
            if part.root is not None:
                content = etree.tostring(part.root, encoding="UTF-8", standalone=True)
            package.writestr(_entry(name), content)
            if part.relations:
                place = _entry(f"{folder}/_rels/{base}.rels")
                package.writestr(place, _relations(part.relations))
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name.lstrip("/"), (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _types(parts: dict[str, Part]) -> str:
    each = "".join(
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(part.type)}/>"
        for name, part in parts.items()
    )
    defaults = (
        f'<Default Extension="rels" ContentType="{_PACKAGE}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_HEAD}<Types xmlns="{_TYPES}">{defaults}{each}</Types>'


def _relations(relations: list[tuple[str, str, str, bool]]) -> str:
    each = "".join(
        f"<Relationship Id={quoteattr(id_)} Type={quoteattr(type_)} Target={quoteattr(target)}"
        + (' TargetMode="External"/>' if outside else "/>")
        for id_, type_, target, outside in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'
