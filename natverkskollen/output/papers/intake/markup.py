"""What in the parts of a Word file could fetch something, show other text, or lock it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from natverkskollen.output.papers.intake.fault import TemplateFault
from natverkskollen.output.papers.intake.kinds import EXTERNAL_IMAGE, REFUSED

_CLICKED = ("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver")
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_VML = "{urn:schemas-microsoft-com:vml}"
_REFUSED = {
    f"{W}altChunk": "aFChunk",
    f"{W}subDoc": "subDocument",
    f"{W}object": "oleObject",
    f"{W}control": "control",
    f"{_OFFICE}OLEObject": "oleObject",
    f"{W}movie": "video",
    f"{W}frameset": "frame",
    f"{W}binData": "oleObject",
}
# Taken away wherever it stands: what binds a control's text to a part that is not kept, comments,
# and what makes Word ask, fetch, lock or update when the finished paper is opened.
_TAKEN = {
    "dataBinding",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "attachedTemplate",
    "attachedSchema",
    "mailMerge",
    "saveThroughXslt",
    "updateFields",
    "documentProtection",
    "writeProtection",
    "embedRegular",
    "embedBold",
    "embedItalic",
    "embedBoldItalic",
    "embedTrueTypeFonts",
    "saveSubsetFonts",
    "trackRevisions",
    "webVideoPr",
    "svgBlip",
    "permStart",
    "permEnd",
    "proofErr",
    "fldData",
    "entryMacro",
    "exitMacro",
}
_LOCKED = "skrivskyddet"
_ELSEWHERE = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_FETCHED = ("src", "href")  # in VML, where an attribute alone fetches a picture


def check_markup(root: Any) -> None:
    """Refuse a part with an element or an attribute that fetches, embeds or runs something."""
    for element in root.iter():
        kind = _REFUSED.get(element.tag)
        if kind:
            what, remedy = REFUSED[kind]
            raise TemplateFault(what.format(target="en annan fil", kind=kind), remedy)
        if str(element.tag).startswith(_VML):
            for name, value in element.attrib.items():
                local = name.rpartition("}")[2]
                fetched = local in _FETCHED and not (local == "href" and name == "href")
                if fetched and _ELSEWHERE.match(value):
                    what, remedy = EXTERNAL_IMAGE
                    raise TemplateFault(what.format(target=value[:80]), remedy)


def references(root: Any, id_: str) -> Iterator[tuple[Any, str]]:
    """Every element that points at a relation, and the attribute it does so with."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith(_REFERENCE) and value == id_:
                yield element, name


def only_clicked(root: Any, id_: str) -> bool:
    """Whether a relation to another place is only followed when somebody clicks on it."""
    return all(
        str(element.tag).rpartition("}")[2] in _CLICKED for element, _ in references(root, id_)
    )


def clean_markup(root: Any, kind: str) -> list[str]:
    """Take away what a finished paper has no use for; what a person would miss, in Swedish."""
    told = []
    for element in [*root.iter()]:
        local = str(element.tag).rpartition("}")[2]
        if local in _TAKEN and element.getparent() is not None:
            if local in ("documentProtection", "writeProtection"):
                told.append(_LOCKED)
            run = element.getparent()
            _remove(element)
            if local == "commentReference" and run.tag == f"{W}r" and not _says(run):
                _remove(run)
    return told


def _says(run: Any) -> bool:
    return any(child.tag != f"{W}rPr" for child in run)


def _remove(element: Any) -> None:
    """Take an element away and keep the text that XML may have after it."""
    parent = element.getparent()
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
