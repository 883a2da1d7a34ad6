"""The styles a paper is set in; a template that has its own keeps them.

What the program adds is based on the template's own Normal and says only what differs from it, so
that the paper follows the template's typeface and a change of it in Word changes all text.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from natverkskollen.output.papers.looks import (
    BUILT_IN,
    LISTS,
    LOOKS,
    OUTLINE,
    SIGNATURES,
    STRONG,
    TABLE,
    Look,
)
from natverkskollen.output.papers.numbering import number_style

_SIDES = {"box": ("top", "left", "bottom", "right"), "left": ("left",), "top": ("top",)}
_HALF_POINTS = 20  # what Word sets text in where nothing says otherwise: 10 points
_VALUE = qn("w:val")


def add_missing(document: Document, colour: str = "auto") -> None:
    """Give a document every style the paper uses and the document lacks.

    `colour` is what headings and rules are drawn in; `auto` is the colour of the text.
    """
    names = {style.name for style in document.styles}
    for name, look in LOOKS.items():
        if name not in names:
            _add(document, paragraph_style(document, name, look, colour))
    if STRONG not in names:
        _add(document, _character_style(document))
    for name in (TABLE, SIGNATURES):
        if name not in names:
            _add(document, _table_style(document, name, colour))
    for name, kind in LISTS.items():
        number_style(document, document.styles[name].element, kind)


def paragraph_style(document: Document, name: str, look: Look, colour: str) -> str:
    """One paragraph style of the paper as XML, based on the document's Normal."""
    keep = "<w:keepNext/><w:keepLines/>" if look.keep else ""
    level = OUTLINE.index(name) if name in OUTLINE else None
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    side = f' w:right="{_twips(look.indent)}"' if look.frame == "box" else ""
    indent = f'<w:ind w:left="{_twips(look.indent)}"{side}/>' if look.indent else ""
    exact = ' w:line="20" w:lineRule="exact"' if look.tight else ""
    aligned = f'<w:jc w:val="{look.aligned}"/>' if look.aligned else ""
    spacing = f'<w:spacing w:before="{_twips(look.before)}" w:after="{_twips(look.after)}"{exact}/>'
    bold = f"{'<w:b/>' * look.bold}{'<w:caps/>' * look.caps}"
    ink = f'<w:color w:val="{colour}"/>' if look.coloured else ""
    size = "" if look.size == 1 else _size(document, look.size)
    return (
        f"{_opening('paragraph', name)}{_based_on(document, 'paragraph')}<w:qFormat/>"
        f"<w:pPr>{keep}<w:widowControl/>{_frame(look.frame, colour)}{spacing}{indent}{aligned}"
        f"{outline}</w:pPr><w:rPr>{bold}{ink}{size}</w:rPr></w:style>"
    )


def _add(document: Document, style: str) -> None:
    document.styles.element.append(parse_xml(style.replace("<w:rPr></w:rPr>", "")))


def _opening(kind: str, name: str) -> str:
    ours = "" if name in BUILT_IN else ' w:customStyle="1"'
    id_ = name.replace(" ", "")
    return (
        f'<w:style {nsdecls("w")} w:type="{kind}"{ours} w:styleId="{id_}">'
        f'<w:name w:val="{BUILT_IN.get(name, name)}"/>'
    )


def _based_on(document: Document, kind: str) -> str:
    default = _default(document, kind)
    return "" if default is None else f'<w:basedOn w:val="{default.get(qn("w:styleId"))}"/>'


def _default(document: Document, kind: str) -> Any:
    return next(
        (
            style
            for style in document.styles.element.iter(qn("w:style"))
            if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in ("1", "true", "on")
        ),
        None,
    )


def _size(document: Document, part: float) -> str:
    """A part of the running text's size, since Word knows no sizes that follow another's."""
    half_points = max(2, round(_running(document) * part))
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _running(document: Document) -> int:
    """The running text's size in half points, as Normal has it or the document's defaults."""
    normal = _default(document, "paragraph")
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for place in (normal, defaults):
        size = None if place is None else next(place.iter(qn("w:sz")), None)
        if size is not None and (size.get(_VALUE) or "").isdecimal():
            return int(size.get(_VALUE))
    return _HALF_POINTS


def _twips(points: float) -> int:
    return round(points * 20)


def _frame(frame: str, colour: str) -> str:
    width, space = (12, 8) if frame == "left" else (4, 4) if frame == "top" else (6, 6)
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
        for side in _SIDES.get(frame, ())
    )
    return f"<w:pBdr>{rules}</w:pBdr>" if rules else ""


def _character_style(document: Document) -> str:
    return (
        f"{_opening('character', STRONG)}{_based_on(document, 'character')}"
        '<w:uiPriority w:val="99"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>'
    )


def _table_style(document: Document, name: str, colour: str) -> str:
    thin = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="8A99A8"/>'
    rules = "".join(thin.format(side) for side in ("top", "bottom", "insideH"))
    borders = f"<w:tblBorders>{rules}</w:tblBorders>" if name == TABLE else ""
    first = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{colour}"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E3E9EF"/></w:tcPr></w:tblStylePr>'
    )
    return (
        f"{_opening('table', name)}{_based_on(document, 'table')}"
        f'<w:uiPriority w:val="99"/><w:qFormat/><w:tblPr>{borders}<w:tblCellMar>'
        '<w:top w:w="20" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{first if name == TABLE else ''}</w:style>"
    )
