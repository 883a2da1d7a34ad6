"""The paragraph and table styles a memo is set in; a template that has its own keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

TABLE = "Memotabell"
INK = RGBColor(0x16, 0x32, 0x4F)


@dataclass(frozen=True)
class Look:
    """How one paragraph style is set: size and spacing in points."""

    size: float
    before: float = 0
    after: float = 6
    bold: bool = False
    coloured: bool = False
    keep: bool = False
    indent: float = 0
    frame: str = ""


_RULE = '<w:{0} w:val="single" w:sz="{1}" w:space="{2}" w:color="16324F"/>'
_BOX = "".join(_RULE.format(side, 6, 6) for side in ("top", "left", "bottom", "right"))
LOOKS: dict[str, Look] = {
    "Heading 1": Look(18, 12, 14, bold=True, coloured=True, keep=True),
    "Heading 2": Look(14, 20, 6, bold=True, coloured=True, keep=True),
    "Heading 3": Look(11.5, 14, 4, bold=True, keep=True),
    "Heading 4": Look(10.5, 12, 3, bold=True, coloured=True, keep=True),
    "Normal": Look(10.5, 0, 7),
    "List Number": Look(10.5, 0, 6),
    "List Bullet": Look(10.5, 0, 4),
    "Memo Belägg": Look(9, 0, 4),
    "Caption": Look(9.5, 12, 4, bold=True, keep=True),
    "Memo Anmärkning": Look(9.5, 4, 12, indent=7, frame=_BOX),
    "Memo Stämpel": Look(10.5, 0, 12, bold=True, indent=7, frame=_BOX),
    "Memo Etikett": Look(10.5, 8, 2, bold=True, keep=True),
    "Memo Motivering": Look(10.5, 2, 6, indent=10, frame=_RULE.format("left", 12, 8)),
    "Memo Uppgift": Look(9, 0, 4, keep=True),
    "Memo Underskrift": Look(10.5, 40, 0, frame=_RULE.format("top", 4, 4)),
    "Memo Tabelltext": Look(9.5, 2.5, 2.5),
}
OUTLINE = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")


def add_missing(document: Document) -> None:
    """Give a document every style the memo uses and the document lacks, in our own look."""
    names = {style.name for style in document.styles}
    for name in LOOKS:
        if name not in names:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            dress(document, name)
    if TABLE not in names:
        document.styles.element.append(parse_xml(_table_style()))


def dress(document: Document, name: str) -> None:
    """Set one paragraph style in our own look."""
    look, style = LOOKS[name], document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = INK if look.coloured else RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing, form.keep_with_next, form.widow_control = 1.15, look.keep, True
    form.left_indent = Pt(look.indent) if look.indent else None
    form.right_indent = Pt(look.indent) if look.frame == _BOX else None
    properties = style.element.get_or_add_pPr()
    for name_ in ("w:pBdr", "w:numPr", "w:contextualSpacing"):
        for old in properties.findall(qn(name_)):
            properties.remove(old)
    if look.frame:
        frame = parse_xml(f"<w:pBdr {nsdecls('w')}>{look.frame}</w:pBdr>")
        properties.insert_element_before(
            frame, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )
    if name in OUTLINE:
        for old in properties.findall(qn("w:outlineLvl")):
            properties.remove(old)
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{OUTLINE.index(name)}"/>')
        properties.append(level)
    if name != "Normal":
        style.quick_style = True


def _table_style() -> str:
    thin = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="8A99A8"/>'
    rules = "".join(thin.format(side) for side in ("top", "bottom", "insideH"))
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        f'<w:name w:val="{TABLE}"/><w:uiPriority w:val="99"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="20" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f"<w:tcBorders>{_RULE.format('bottom', 8, 0)}</w:tcBorders>"
        '<w:shd w:val="clear" w:color="auto" w:fill="E3E9EF"/></w:tcPr></w:tblStylePr></w:style>'
    )
