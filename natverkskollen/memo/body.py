"""The memo's blocks as Word paragraphs and tables, put where the template has its marker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu
from docx.text.paragraph import Paragraph as WordParagraph

from natverkskollen.memo.blocks import (
    Block,
    Bullets,
    Heading,
    Memo,
    Numbered,
    Paragraph,
    Picture,
    Section,
    Table,
)
from natverkskollen.memo.numbering import new_list, put_in_list
from natverkskollen.memo.picture import svg_png
from natverkskollen.memo.styles import TABLE
from natverkskollen.yaml_scalar import FORBIDDEN

_STYLES = {
    "body": "Normal",
    "remark": "Memo Anmärkning",
    "label": "Memo Etikett",
    "quote": "Memo Motivering",
    "meta": "Memo Uppgift",
    "signature": "Memo Underskrift",
}
WHOLE_TABLE = 9  # a table of at most this many rows is kept on one page


def clean(text: str) -> str:
    """The text with what a Word file cannot carry shown as a replacement character."""
    return FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


class Body:
    """Writes blocks one after the other in front of a paragraph of a Word document."""

    def __init__(self, document: Document, before: WordParagraph):
        self.document, self.before = document, before
        page = document.sections[0]
        self.width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)

    def memo(self, memo: Memo) -> None:
        """Write the remarks and every section."""
        for remark in memo.remarks:
            self.block(Paragraph(remark, kind="remark"))
        for section in memo.sections:
            self.section(section)

    def section(self, section: Section) -> None:
        """Write one section; the appendix starts on a page of its own."""
        if not section.blocks:
            return
        if section.heading:
            heading = self._paragraph(section.heading, "Heading 2")
            heading.paragraph_format.page_break_before = section.id == "bilaga" or None
        for block in section.blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """Write one block."""
        if isinstance(block, Heading):
            self._paragraph(block.text, f"Heading {block.level}")
        elif isinstance(block, Paragraph):
            self._running(block)
        elif isinstance(block, Numbered):
            self._list(block.items, "List Number", "decimal")
        elif isinstance(block, Bullets):
            self._list(block.items, "Memo Belägg" if block.small else "List Bullet", "bullet")
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._picture(block)

    def _paragraph(self, text: str, style: str) -> WordParagraph:
        paragraph = self.before.insert_paragraph_before("", style=style)
        _write(paragraph, text)
        return paragraph

    def _running(self, block: Paragraph) -> None:
        parts = re.split(r"\n(?:[ \t]*\n)+", clean(block.text).strip("\n"))
        for position, part in enumerate(parts):
            paragraph = self._paragraph("", _STYLES[block.kind])
            if position == 0 and block.lead:
                paragraph.add_run(f"{clean(block.lead)} ").bold = True
            _write(paragraph, part)

    def _list(self, items: Iterable[str], style: str, kind: str) -> None:
        number = new_list(self.document, kind)
        for item in items:
            put_in_list(self._paragraph(item, style), number)

    def _table(self, block: Table) -> None:
        self._paragraph(block.title, "Caption")
        table = self.document.add_table(rows=0, cols=len(block.header))
        table.style, table.autofit = self.document.styles[TABLE], False
        self.before._p.addprevious(table._tbl)
        _describe(table._tbl, block)
        columns = [self.width * width // sum(block.widths) for width in block.widths]
        for column, width in zip(table.columns, columns, strict=True):
            column.width = Emu(width)
        rows = (block.header, *block.rows)
        for position, texts in enumerate(rows):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if position == 0:
                properties.append(OxmlElement("w:tblHeader"))
            bold = position == 0 or position >= len(rows) - block.totals
            for column, text in enumerate(texts):
                cell = row.cells[column]
                cell.width = Emu(columns[column])
                paragraph = cell.paragraphs[0]
                paragraph.style = self.document.styles["Memo Tabelltext"]
                _write(paragraph, text, bold)
                if column in block.numeric:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                sums_follow = position >= len(rows) - block.totals - 1
                together = position == 0 or len(rows) <= WHOLE_TABLE or sums_follow
                paragraph.paragraph_format.keep_with_next = (
                    together and position < len(rows) - 1
                ) or None
        self._paragraph("", "Memo Tabelltext")

    def _picture(self, block: Picture) -> None:
        paragraph = self._paragraph("", "Normal")
        width = min(self.width, 16 * 360000)
        inline = paragraph.add_run().add_picture(BytesIO(svg_png(block.svg)), width=Emu(width))
        inline._inline.docPr.set("descr", clean(block.alt))
        inline._inline.docPr.set("name", f"Diagram {inline._inline.docPr.get('id')}")


def _write(paragraph: WordParagraph, text: str, bold: bool = False) -> None:
    """Add a run; python-docx turns line breaks and tabs into real ones."""
    if text:
        paragraph.add_run(clean(text)).bold = bold or None


def _describe(table, block: Table) -> None:
    """Name the table for those who cannot see it, and say that its first row is a header."""
    properties = table.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    look = '<w:tblLook {} w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" {}/>'
    properties.append(
        parse_xml(look.format(nsdecls("w"), 'w:lastColumn="0" w:noHBand="1" w:noVBand="1"'))
    )
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), clean(block.title))
    properties.append(caption)
