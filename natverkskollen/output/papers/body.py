"""The paper's blocks as Word paragraphs and tables, put where the template has its marker.

Written as text and read once by the XML parser: python-docx looks a style up anew for every
paragraph, and a paper has many hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph as WordParagraph

from natverkskollen.output.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Picture,
    Section,
    Signatures,
    Table,
    held,
)
from natverkskollen.output.papers.looks import STRONG
from natverkskollen.output.papers.numbering import begun_anew
from natverkskollen.output.papers.picture import svg_png
from natverkskollen.output.papers.plain import clean, paragraphs
from natverkskollen.output.papers.tables import Tables
from natverkskollen.output.papers.text_width import text_width

_STYLES = {
    "body": "Normal",
    "remark": "Memo Anmärkning",
    "label": "Memo Etikett",
    "lead": "Normal",
    "quote": "Memo Motivering",
    "meta": "Memo Uppgift",
}
_KEEP = "<w:keepNext/>"
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_WIDEST_PICTURE = 9071  # twips, 16 centimetres


class Body:
    """Writes a paper in front of a paragraph of a Word document."""

    def __init__(self, document: Document, before: WordParagraph):
        self.document, self.before = document, before
        self.width = text_width(before._p)
        self.styles = {style.name: style.style_id for style in document.styles}
        self.pictures: list[Picture] = []
        used = document.element.body.iter(qn("w:pStyle"))
        self.begun = any(each.get(qn("w:val")) == self.styles["List Number"] for each in used)

    def paper(self, paper: Paper, asked: set[str]) -> None:
        """Write the remarks and every section.

        The stamp and the title go first where the template does not ask for them itself.
        """
        parts = []
        if paper.head.stamp and "utkast" not in asked:
            parts.append(self._paragraph(paper.head.stamp, "Memo Stämpel"))
        if "rubrik" not in asked:
            parts.append(self._paragraph(paper.head.title, "Heading 1"))
        parts += [self._block(Paragraph(remark, kind="remark")) for remark in paper.remarks]
        kept = held(paper)
        for at, section in enumerate(paper.sections):
            parts += self._section(section, {place for part, place in kept if part == at})
        written = parse_xml(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>")
        for place, picture in zip(list(written.iter(qn("w:drawing"))), self.pictures, strict=True):
            place.append(self._drawn(picture))
        for element in list(written):
            self.before._p.addprevious(element)

    def _section(self, section: Section, kept: set[int]) -> Iterator[str]:
        """One section; the appendix starts on a page of its own."""
        if not section.blocks:
            return
        own_page = "<w:pageBreakBefore/>" if section.id == "bilaga" else ""
        if section.heading:
            yield self._paragraph(section.heading, "Heading 2", own_page)
        last: Block | None = None
        for place, block in enumerate(section.blocks):
            if isinstance(last, (Table, Signatures)) and isinstance(block, Signatures):
                yield self._paragraph("", "Memo Slutrad")  # or Word makes one table of the two
            yield self._block(block, place in kept, isinstance(last, Table))
            last = block

    def _block(self, block: Block, keep: bool = False, below_table: bool = False) -> str:
        """A block; `keep` holds its last line on the page of what follows."""
        if isinstance(block, Heading):
            return self._paragraph(block.text, f"Heading {block.level}")
        if isinstance(block, Paragraph):
            return self._running(block, keep, below_table)
        if isinstance(block, Numbered):
            return self._list(block.items, "List Number", keep)
        if isinstance(block, Bullets):
            style = "Memo Belägg" if block.small else "List Bullet"
            return self._list(block.items, style, keep, block.whole)
        if isinstance(block, Table):
            title = self._paragraph(block.title, "Caption")
            return title + Tables(self.styles, self.width, self._paragraph).table(block, keep)
        if isinstance(block, Signatures):
            return Tables(self.styles, self.width, self._paragraph).signatures(block)
        self.pictures.append(block)
        return f"<w:p>{_properties(_KEEP if keep else '')}<w:r><w:drawing/></w:r></w:p>"

    def _paragraph(self, text: str, style: str, form: str = "", strong: bool = False) -> str:
        return self._set(self._run(text, strong), style, form)

    def _set(self, runs: str, style: str, form: str = "") -> str:
        chosen = "" if style == "Normal" else f"<w:pStyle w:val={self._id(style)}/>"
        return f"<w:p>{_properties(chosen + form)}{runs}</w:p>"

    def _id(self, style: str) -> str:
        return quoteattr(self.styles[style])

    def _running(self, block: Paragraph, keep: bool, below_table: bool) -> str:
        parts = paragraphs(block.text)
        style, lead = _STYLES[block.kind], block.kind == "lead"
        if below_table and style == "Normal":
            style = "Memo Efter tabell"
        written = []
        for at, part in enumerate(parts):
            before = self._run(f"{block.lead} ", strong=True) if block.lead and not at else ""
            held_on = (lead and not at) or (keep and at == len(parts) - 1)
            written.append(self._set(before + self._run(part), style, _KEEP if held_on else ""))
            style = _STYLES[block.kind]
        return "".join(written)

    def _list(
        self, items: Sequence[str], style: str, keep: bool = False, whole: bool = False
    ) -> str:
        place = ""
        if style == "List Number":
            if self.begun:
                place = begun_anew(self.document, self.document.styles[style].element)
            self.begun = True
        forms = [_KEEP if whole else ""] * (len(items) - 1) + [_KEEP if keep else ""]
        return "".join(
            self._paragraph(item, style, form + place)
            for item, form in zip(items, forms, strict=False)
        )

    def _run(self, text: str, strong: bool = False) -> str:
        """A run with the text's line breaks and tabs as Word's own; nothing for no text."""
        if not text:
            return ""
        said = "".join(
            _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
            for piece in re.split(r"([\n\t])", clean(text))
            if piece
        )
        bold = f"<w:rPr><w:rStyle w:val={self._id(STRONG)}/></w:rPr>" if strong else ""
        return f"<w:r>{bold}{said}</w:r>"

    def _drawn(self, picture: Picture) -> Any:
        width = Twips(min(self.width, _WIDEST_PICTURE))
        inline = self.document.part.new_pic_inline(BytesIO(svg_png(picture.svg)), width=width)
        inline.docPr.set("descr", clean(picture.alt))
        inline.docPr.set("name", f"Diagram {inline.docPr.get('id')}")
        return inline


def _properties(form: str) -> str:
    return f"<w:pPr>{form}</w:pPr>" if form else ""


def take_away(document: Document, marker: Any) -> None:
    """Take the paragraph of the marker out, but for what only a paragraph there can hold.

    That is the end of a section, and the paragraph that Word wants last in a cell or a text.
    """
    section = marker.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    before, after = marker.getprevious(), marker.getnext()
    last = before is not None and before.tag == qn("w:p")
    if section is not None and last and before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        before.get_or_add_pPr().append(section)
    elif section is not None or not (last or (after is not None and after.tag == qn("w:p"))):
        for child in list(marker):
            marker.remove(child)
        marker.style = {each.name: each.style_id for each in document.styles}["Memo Slutrad"]
        if section is not None:
            marker.get_or_add_pPr().append(section)
        return
    marker.getparent().remove(marker)
