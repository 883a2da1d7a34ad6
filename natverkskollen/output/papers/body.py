"""The paper's blocks as Word paragraphs and tables, put where the template has its marker.

Written as text and read once by the XML parser: python-docx looks a style up anew for every
paragraph, and a paper has many hundred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu
from docx.text.paragraph import Paragraph as WordParagraph

from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Picture,
    Section,
    Table,
)
from natverkskollen.output.papers.numbering import new_list
from natverkskollen.output.papers.picture import svg_png
from natverkskollen.output.papers.styles import TABLE

_STYLES = {
    "body": "Normal",
    "remark": "Memo Anmärkning",
    "label": "Memo Etikett",
    "lead": "Normal",
    "quote": "Memo Motivering",
    "meta": "Memo Uppgift",
    "signature": "Memo Underskrift",
}
_PARTS = re.compile(r"\n(?:[ \t]*\n)+")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_EMU_IN_TWIP = 635


def clean(text: str) -> str:
    """The text with what a Word file cannot carry shown as a replacement character."""
    return FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraphs(text: str) -> list[str]:
    """A text as the paragraphs it is made of; a single line break stays within one."""
    return _PARTS.split(clean(text).strip("\n"))


class Body:
    """Writes a paper in front of a paragraph of a Word document."""

    def __init__(self, document: Document, before: WordParagraph):
        self.document, self.before = document, before
        page = document.sections[0]
        self.width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
        self.styles = {style.name: style.style_id for style in document.styles}
        self.pictures: list[Picture] = []
        self.bullets = 0

    def paper(self, paper: Paper) -> None:
        """Write the remarks and every section."""
        parts = [self._block(Paragraph(remark, kind="remark")) for remark in paper.remarks]
        parts += [self._section(section) for section in paper.sections]
        written = parse_xml(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>")
        for place, picture in zip(list(written.iter(qn("w:drawing"))), self.pictures, strict=True):
            place.append(self._drawn(picture))
        for element in list(written):
            self.before._p.addprevious(element)

    def _section(self, section: Section) -> str:
        """One section; the appendix starts on a page of its own."""
        if not section.blocks:
            return ""
        own_page = "<w:pageBreakBefore/>" if section.id == "bilaga" else ""
        heading = self._paragraph(section.heading, "Heading 2", own_page) if section.heading else ""
        return heading + "".join(self._block(block) for block in section.blocks)

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self._paragraph(block.text, f"Heading {block.level}")
        if isinstance(block, Paragraph):
            return self._running(block)
        if isinstance(block, Numbered):
            return self._list(block.items, "List Number", "decimal")
        if isinstance(block, Bullets):
            style = "Memo Belägg" if block.small else "List Bullet"
            return self._list(block.items, style, "bullet", block.whole)
        if isinstance(block, Table):
            return self._table(block)
        self.pictures.append(block)
        return "<w:p><w:r><w:drawing/></w:r></w:p>"

    def _paragraph(self, text: str, style: str, form: str = "", bold: bool = False) -> str:
        return self._set(_run(text, bold), style, form)

    def _set(self, runs: str, style: str, form: str = "") -> str:
        chosen = f'<w:pStyle w:val="{escape(self.styles[style])}"/>' if style != "Normal" else ""
        properties = f"<w:pPr>{chosen}{form}</w:pPr>" if chosen or form else ""
        return f"<w:p>{properties}{runs}</w:p>"

    def _running(self, block: Paragraph) -> str:
        first, *rest = paragraphs(block.text)
        lead = _run(f"{block.lead} ", bold=True) if block.lead else ""
        style, keep = _STYLES[block.kind], "<w:keepNext/>" if block.kind == "lead" else ""
        return self._set(lead + _run(first), style, keep) + "".join(
            self._paragraph(part, style) for part in rest
        )

    def _list(self, items: Sequence[str], style: str, kind: str, whole: bool = False) -> str:
        number = (kind == "bullet" and self.bullets) or new_list(self.document, kind)
        if kind == "bullet":
            self.bullets = number
        place = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        keep = "<w:keepNext/>" if whole else ""
        return "".join(
            self._paragraph(item, style, (keep if at < len(items) else "") + place)
            for at, item in enumerate(items, 1)
        )

    def _table(self, block: Table) -> str:
        total = sum(block.widths)
        columns = [self.width * width // total // _EMU_IN_TWIP for width in block.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        rows = (block.header, *block.rows)
        return (
            self._paragraph(block.title, "Caption")
            + f'<w:tbl><w:tblPr><w:tblStyle w:val="{escape(self.styles[TABLE])}"/>'
            '<w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(clean(block.title))}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>"
            + "".join(self._row(block, len(rows), at, row, columns) for at, row in enumerate(rows))
            + "</w:tbl>"
            + self._paragraph("", "Memo Tabelltext")
        )

    def _row(
        self, block: Table, rows: int, at: int, texts: tuple[str, ...], columns: list[int]
    ) -> str:
        bold = at == 0 or at >= rows - block.totals
        sums_follow = at >= rows - block.totals - 1
        together = (at == 0 or block.whole or sums_follow) and at < rows - 1
        keep = "<w:keepNext/>" if together else ""
        cells = []
        for column, text in enumerate(texts):
            side = '<w:jc w:val="right"/>' if column in block.numeric else ""
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{columns[column]}"/></w:tcPr>'
                f"{self._paragraph(text, 'Memo Tabelltext', keep + side, bold)}</w:tc>"
            )
        header = "<w:tblHeader/>" if at == 0 else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"

    def _drawn(self, picture: Picture) -> Any:
        width = Emu(min(self.width, 16 * 360000))
        inline = self.document.part.new_pic_inline(BytesIO(svg_png(picture.svg)), width=width)
        inline.docPr.set("descr", clean(picture.alt))
        inline.docPr.set("name", f"Diagram {inline.docPr.get('id')}")
        return inline


def _run(text: str, bold: bool = False) -> str:
    """A run with the text's line breaks and tabs as Word's own; nothing where there is no text."""
    if not text:
        return ""
    pieces = re.split(r"([\n\t])", clean(text))
    said = "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in pieces
        if piece
    )
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{said}</w:r>"
