"""Write the Word templates the program ships with, each with every placeholder in place.

`python -m natverkskollen.output.papers.default_template templates` writes them anew there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from natverkskollen.output.papers.finish import repacked, set_language
from natverkskollen.output.papers.styles import LOOKS, add_missing, dress
from natverkskollen.output.papers.template_heads import huddinge, knivsta, kungsbacka


@dataclass(frozen=True)
class Shipped:
    """One template we ship: its typeface, and what writes its heads and feet."""

    font: str
    heads: Callable[[Word], None]


SHIPPED = {
    "huddinge": Shipped("Arial", huddinge),
    "kungsbacka-stil": Shipped("Arial", kungsbacka),
    "att-satser": Shipped("Times New Roman", knivsta),
}


def default_template(name: str = "huddinge") -> bytes:
    """One of the shipped templates as a Word file."""
    chosen = SHIPPED[name]
    document = Document()
    _forget_what_is_not_ours(document)
    _page(document)
    add_missing(document)
    for style in LOOKS:
        dress(document, style)
        _font(document.styles[style].element, chosen.font)
    for style in ("Header", "Footer"):
        document.styles[style].font.size = Pt(9)
        document.styles[style].paragraph_format.tab_stops.clear_all()
        _font(document.styles[style].element, chosen.font)
    chosen.heads(document)
    document.add_paragraph("{%p if utkast %}")
    document.add_paragraph("{{ utkast }}", style="Memo Stämpel")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ mottagare }}", style="Memo Etikett")
    document.add_paragraph("{{ rubrik }}", style="Heading 1")
    document.add_paragraph("{{ innehall }}")
    set_language(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "Mall för tjänsteskrivelse", "", ""
    properties.language = "sv-SE"
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _forget_what_is_not_ours(document: Word) -> None:
    """Take away the table styles and the thumbnail that python-docx starts from."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and not style.get(qn("w:default")):
            styles.remove(style)
    relations = document.part.package.rels
    for id_ in [id_ for id_, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[id_]


def _page(document: Word) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin, page.bottom_margin = Cm(2.5), Cm(2.2)
    page.header_distance, page.footer_distance = Cm(1.25), Cm(1.0)
    page.different_first_page_header_footer = True


def _font(style: Any, font: str) -> None:
    """Set a style in our typeface, also where the theme would choose another."""
    properties = style.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    properties.insert(0, fonts)


if __name__ == "__main__":
    for name in SHIPPED:
        (Path(sys.argv[1]) / f"{name}.docx").write_bytes(default_template(name))
