"""Write the Word template the program ships with: Huddinge's look, every placeholder in place.

`python -m natverkskollen.memo.default_template templates/huddinge.docx` writes it anew.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from natverkskollen.memo.finish import repacked, set_language
from natverkskollen.memo.styles import INK, LOOKS, add_missing, dress

FONT = "Arial"
LABEL, VALUE, RIGHT = 9, 12, 16  # tab stops, in centimetres from the left margin


def default_template() -> bytes:
    """The default template as a Word file."""
    document = Document()
    _forget_what_is_not_ours(document)
    _page(document)
    add_missing(document)
    for name in LOOKS:
        dress(document, name)
        _font(document.styles[name].element)
    for name in ("Header", "Footer"):
        document.styles[name].font.size = Pt(9)
        document.styles[name].paragraph_format.tab_stops.clear_all()
        _font(document.styles[name].element)
    _heads(document)
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


def _heads(document: Word) -> None:
    """The full head on the first page, a short one on the others, the same foot on all."""
    page = document.sections[0]
    first = page.first_page_header
    _line(first.paragraphs[0], "{{ kommun }}\t", (LABEL,), strong=True)
    _line(first.paragraphs[0], "{{ dokumentnamn }}", (), strong=True)
    first.paragraphs[0].runs[-1].font.all_caps = True
    _line(first.add_paragraph(), "{{ forvaltning }}\tDatum\t{{ datum }}", (LABEL, VALUE))
    first.add_paragraph("{%p if diarienummer %}")
    _line(first.add_paragraph(), "\tDiarienummer\t{{ diarienummer }}", (LABEL, VALUE))
    first.add_paragraph("{%p endif %}")
    first.add_paragraph("{%p if handlaggare %}")
    _line(first.add_paragraph(), "\tHandläggare\t{{ handlaggare }}", (LABEL, VALUE))
    first.add_paragraph("{%p endif %}")
    _page_number(_line(first.add_paragraph(), "\tSidnummer\t", (LABEL, VALUE)))
    _rule(first.paragraphs[-1])
    rest = _line(
        page.header.paragraphs[0],
        "{{ dokumentnamn }} {{ diarienummer }}\t{{ utkast }}\t",
        (),
    )
    rest.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT / 2 + 1), WD_TAB_ALIGNMENT.CENTER)
    rest.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT), WD_TAB_ALIGNMENT.RIGHT)
    _page_number(rest)
    _rule(rest)
    for footer in (page.footer, page.first_page_footer):
        footer.paragraphs[0].add_run("{{ sidfot }}")


def _line(
    paragraph: Paragraph, text: str, tabs: tuple[float, ...], strong: bool = False
) -> Paragraph:
    run = paragraph.add_run(text)
    for tab in tabs:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(tab))
    paragraph.paragraph_format.space_after = Pt(1)
    if strong:
        run.font.size, run.font.bold, run.font.color.rgb = Pt(12), True, INK
        paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _rule(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.space_after = Pt(10)
    line = '<w:bottom w:val="single" w:sz="6" w:space="5" w:color="16324F"/>'
    paragraph._p.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"),
        *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"),
    )


def _page_number(paragraph: Paragraph) -> None:
    """The page number and the number of pages as real fields, in the template's notation."""
    for text, field in (("fore", "PAGE"), ("mellan", "NUMPAGES"), ("efter", "")):
        run = paragraph.add_run(f"{{{{ sida_{text} }}}}")
        run._r.t_lst[0].set(qn("xml:space"), "preserve")
        if field:
            simple = OxmlElement("w:fldSimple")
            simple.set(qn("w:instr"), f" {field} ")
            shown = OxmlElement("w:r")
            shown.append(OxmlElement("w:t"))
            shown[0].text = "1"
            simple.append(shown)
            paragraph._p.append(simple)


def _font(style) -> None:
    """Set a style in our typeface, also where the theme would choose another."""
    properties = style.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(default_template())
