"""What kind of part each part of a Word file is said to be."""

from __future__ import annotations

import posixpath
from typing import Any

from natverkskollen.output.papers.intake.fault import TemplateFault
from natverkskollen.output.papers.intake.kinds import REFUSED

_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml."
_OF_KIND = {
    "officeDocument": f"{_WORD}document.main+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "diagramData": f"{_DRAWING}diagramData+xml",
    "diagramLayout": f"{_DRAWING}diagramLayout+xml",
    "diagramQuickStyle": f"{_DRAWING}diagramStyle+xml",
    "diagramColors": f"{_DRAWING}diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
} | {
    kind: f"{_WORD}{kind}+xml"
    for kind in (
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "footnotes",
        "endnotes",
        "header",
        "footer",
    )
}


class ContentTypes:
    """The types of a package's parts, from its [Content_Types].xml."""

    def __init__(self, root: Any):
        self.by_ending = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in root.iter(f"{_NS}Default")
        }
        self.by_name = {
            each.get("PartName", "").lower(): each.get("ContentType", "")
            for each in root.iter(f"{_NS}Override")
        }
        for type_ in (*self.by_ending.values(), *self.by_name.values()):
            if "macroenabled" in type_.lower() or "vbaproject" in type_.lower():
                raise TemplateFault(*REFUSED["vbaProject"])

    def of(self, name: str, kind: str) -> str:
        """The type of the part with this name and kind, as it is written in the file we make."""
        if kind in _OF_KIND:
            return _OF_KIND[kind]
        ending = posixpath.splitext(name)[1].lstrip(".").lower()
        return self.by_name.get(name.lower()) or self.by_ending.get(ending) or f"image/{ending}"
