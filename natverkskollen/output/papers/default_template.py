"""Write the Word templates the program ships with, each with every placeholder in place.

`python -m natverkskollen.output.papers.default_template templates` writes them anew there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from natverkskollen.output.papers.finish import repacked, set_language
from natverkskollen.output.papers.looks import Look
from natverkskollen.output.papers.styles import add_missing, paragraph_style
from natverkskollen.output.papers.template_heads import HEAD_LOOKS, huddinge, knivsta, kungsbacka

INK = "16324F"
_KEPT = ("Default Paragraph Font", "Normal Table", "No List", "Normal")


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
    _normal(document, chosen.font)
    _page(document)
    add_missing(document, INK)
    for style, look in HEAD_LOOKS.items():
        _style(document, style, look)
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
    """Take away the styles, the lists and the thumbnail that python-docx starts from."""
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.element.getparent().remove(style.element)
    relations = document.part.package.rels
    for id_ in [id_ for id_, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[id_]
    relations = document.part.rels
    for id_ in [id_ for id_, each in relations.items() if each.reltype.endswith("/numbering")]:
        del relations[id_]


def _normal(document: Word, font: str) -> None:
    """The running text: the only style that names a typeface and a size of its own."""
    normal = document.styles["Normal"].element
    for old in (*normal.findall(qn("w:pPr")), *normal.findall(qn("w:rPr"))):
        normal.remove(old)
    scripts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    for part in (
        f"<w:pPr {nsdecls('w')}><w:widowControl/>"
        '<w:spacing w:before="0" w:after="100" w:line="259" w:lineRule="auto"/></w:pPr>',
        f"<w:rPr {nsdecls('w')}><w:rFonts {scripts}/>"
        '<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>',
    ):
        normal.append(parse_xml(part))


def _style(document: Word, name: str, look: Look) -> None:
    document.styles.element.append(parse_xml(paragraph_style(document, name, look, INK)))


def _page(document: Word) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin, page.bottom_margin = Cm(2.5), Cm(2.2)
    page.header_distance, page.footer_distance = Cm(1.25), Cm(1.0)
    page.different_first_page_header_footer = True


if __name__ == "__main__":
    for name in SHIPPED:
        (Path(sys.argv[1]) / f"{name}.docx").write_bytes(default_template(name))
