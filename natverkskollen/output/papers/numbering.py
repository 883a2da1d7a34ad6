"""Real Word numbering, carried by the list styles: Enter in Word gives the next point its number.

A style that has its own numbering in the template keeps it. A further list begins anew through a
number of its own that points at the same definition.
"""

from __future__ import annotations

from typing import Any
from zlib import crc32

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

_VALUE = qn("w:val")
_INDENT = 397  # twips
_FORMS = {
    "decimal": (("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "–")),
    "bullet": (("bullet", "–"), ("bullet", "–"), ("bullet", "–")),
}
# What stands before w:numPr in the properties of a paragraph, by the schema.
_BEFORE = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


def number_style(document: Document, style: Any, kind: str) -> None:
    """Give a list style numbers, `decimal`, or dashes, `bullet`, if it has neither."""
    if carried(document, style):
        return
    numbering = _numbering(document)
    abstract = _next(numbering, "w:abstractNum", "w:abstractNumId", 0)
    _add(numbering, "w:abstractNum", _definition(abstract, style.get(qn("w:styleId")), kind))
    number = _next(numbering, "w:num", "w:numId", 1)
    _add(numbering, "w:num", _number(number, str(abstract)))
    form = style.get_or_add_pPr()
    for old in form.findall(qn("w:numPr")):
        form.remove(old)
    before = [child for child in form if child.tag in {qn(f"w:{tag}") for tag in _BEFORE}]
    place = f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'
    form.insert(len(before), parse_xml(place))


def carried(document: Document, style: Any) -> tuple[Any, str] | None:
    """The number (w:num) that a style or one it is based on carries, with the level; else None."""
    by_id = {each.get(qn("w:styleId")): each for each in document.styles.element}
    numbers = {each.get(qn("w:numId")): each for each in _numbering(document)}
    level, seen = None, set()
    while style is not None and style.get(qn("w:styleId")) not in seen:
        seen.add(style.get(qn("w:styleId")))
        level = level or _said(style, "w:ilvl")
        number = _said(style, "w:numId")
        if number is not None:
            return (numbers[number], level or "0") if number in numbers else None
        parent = style.find(qn("w:basedOn"))
        style = None if parent is None else by_id.get(parent.get(_VALUE))
    return None


def begun_anew(document: Document, style: Any) -> str:
    """A new list in a list style as the paragraph property that its points take to begin at 1."""
    found = carried(document, style)
    assert found is not None, "number_style has been here"
    old, level = found
    numbering = _numbering(document)
    number = _next(numbering, "w:num", "w:numId", 1)
    start = (
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        if level.isdecimal()
        else ""
    )
    abstract = old.find(qn("w:abstractNumId")).get(_VALUE)
    _add(numbering, "w:num", _number(number, abstract, start))
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _said(style: Any, name: str) -> str | None:
    found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn(name)}")
    return None if found is None else found.get(_VALUE)


def _definition(id_: int, style: str, kind: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if at == 0 else "")
        + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{_INDENT * (at + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        for at, (form, text) in enumerate(_FORMS[kind])
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id_}">'
        f'<w:nsid w:val="{crc32(style.encode()):08X}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _number(id_: int, abstract: str, override: str = "") -> str:
    return (
        f'<w:num {nsdecls("w")} w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/>'
        f"{override}</w:num>"
    )


def _next(numbering: Any, tag: str, key: str, first: int) -> int:
    used = [int(each.get(qn(key))) for each in numbering.findall(qn(tag))]
    return max(used, default=first - 1) + 1


def _add(numbering: Any, tag: str, written: str) -> None:
    """Put a definition or a number where the schema has it: definitions, numbers, the clean-up."""
    last = [*numbering.iter(qn(tag))]
    after = last or (numbering.findall(qn("w:abstractNum")) if tag == "w:num" else [])
    after = after or numbering.findall(qn("w:numPicBullet"))
    new = parse_xml(written)
    if after:
        after[-1].addnext(new)
    else:
        numbering.insert(0, new)


def _numbering(document: Document) -> Any:
    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    name = PackURI("/word/numbering.xml")
    new = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package)
    part.relate_to(new, RELATIONSHIP_TYPE.NUMBERING)
    return element
