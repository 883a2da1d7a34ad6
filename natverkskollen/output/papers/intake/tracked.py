"""Tracked changes in a template, accepted as Word does with Granska > Acceptera alla."""

from __future__ import annotations

from typing import Any

from natverkskollen.output.papers.intake.fault import TemplateFault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT = {f"{W}ins", f"{W}moveTo"}
_GONE = {f"{W}del", f"{W}moveFrom"}
_MARKS = {
    f"{W}{name}"
    for name in (
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
    )
}
_STRUCTURE = {f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge"}
TOLD = "de spårade ändringarna, som godkändes"


def accept_changes(root: Any) -> list[str]:
    """Accept every tracked change in a part; what was done, in Swedish, if there was any."""
    found = False
    for element in [*root.iter()]:
        if element.tag in _STRUCTURE or (
            element.tag in _GONE and element.getparent().tag == f"{W}trPr"
        ):
            what = "mallen har spårade ändringar i en tabells rader eller celler"
            raise TemplateFault(what, "Välj Granska > Acceptera > Acceptera alla i Word och spara")
    for element in [*root.iter()]:
        if element.getparent() is None:
            continue
        local = str(element.tag).rpartition("}")[2]
        if element.tag in _KEPT:
            found = True
            _unwrap(element)
        elif element.tag in _GONE:
            found = True
            parent = element.getparent()
            if parent.tag == f"{W}rPr" and parent.getparent().tag == f"{W}pPr":
                _join_next(parent.getparent().getparent())
            parent.remove(element)
        elif element.tag in _MARKS or local.endswith("PrChange"):
            element.getparent().remove(element)
    return [TOLD] if found else []


def _unwrap(element: Any) -> None:
    """Put what was inserted in place of the mark; a mark on a paragraph or row is only taken."""
    for child in [*element]:
        element.addprevious(child)
    element.getparent().remove(element)


def _join_next(paragraph: Any) -> None:
    """A paragraph whose end was deleted goes on with the text of the next one."""
    after = paragraph.getnext()
    if paragraph.tag != f"{W}p" or after is None or after.tag != f"{W}p":
        return
    for child in [*after]:
        if child.tag != f"{W}pPr":
            paragraph.append(child)
    own, taken = paragraph.find(f"{W}pPr"), after.find(f"{W}pPr")
    # In Word the joined paragraph has the properties of the last one.
    if own is not None:
        paragraph.remove(own)
    if taken is not None:
        paragraph.insert(0, taken)
    after.getparent().remove(after)
