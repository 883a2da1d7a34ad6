"""The heads and feet of the shipped templates, each after the manner of a real municipality."""

from __future__ import annotations

from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from natverkskollen.output.papers.styles import INK

LABEL, VALUE, RIGHT = 9, 12, 16  # tab stops, in centimetres from the left margin


def huddinge(document: Word) -> None:
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


def kungsbacka(document: Word) -> None:
    """The name in capitals first, date and number under it; officer and page at the foot."""
    page = document.sections[0]
    first = page.first_page_header
    _line(first.paragraphs[0], "{{ kommun }}", (), strong=True)
    name = _line(first.add_paragraph(), "{{ dokumentnamn }}", (), strong=True)
    name.runs[-1].font.all_caps = True
    _line(first.add_paragraph(), "Datum\t{{ datum }}", (3.5,))
    first.add_paragraph("{%p if diarienummer %}")
    _line(first.add_paragraph(), "Diarienummer\t{{ diarienummer }}", (3.5,))
    first.add_paragraph("{%p endif %}")
    first.add_paragraph()
    rest = _line(page.header.paragraphs[0], "{{ diarienummer }}\t{{ utkast }}", ())
    rest.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT), WD_TAB_ALIGNMENT.RIGHT)
    for footer in (page.first_page_footer, page.footer):
        line = _line(footer.paragraphs[0], "{{ forvaltning }}\t", ())
        line.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT), WD_TAB_ALIGNMENT.RIGHT)
        _page_number(line)
        footer.add_paragraph("{%p if handlaggare %}")
        _line(footer.add_paragraph(), "Handläggare: {{ handlaggare }}", ())
        footer.add_paragraph("{%p endif %}")
        _line(footer.add_paragraph(), "{{ sidfot }}", ())


def knivsta(document: Word) -> None:
    """Officer, date and number in a column to the left, the page in words to the right."""
    page = document.sections[0]
    first = page.first_page_header
    name = _line(first.paragraphs[0], "{{ dokumentnamn }}\t", (), strong=True)
    name.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT), WD_TAB_ALIGNMENT.RIGHT)
    _page_number(name)
    _line(first.add_paragraph(), "{{ kommun }}", ())
    _line(first.add_paragraph(), "{{ forvaltning }}", ())
    first.add_paragraph("{%p if handlaggare %}")
    _line(first.add_paragraph(), "Handläggare\t{{ handlaggare }}", (3,))
    first.add_paragraph("{%p endif %}")
    _line(first.add_paragraph(), "Datum\t{{ datum }}", (3,))
    first.add_paragraph("{%p if diarienummer %}")
    _line(first.add_paragraph(), "Dnr\t{{ diarienummer }}", (3,))
    first.add_paragraph("{%p endif %}")
    _rule(_line(first.add_paragraph(), "", ()))
    rest = _line(page.header.paragraphs[0], "{{ diarienummer }}\t{{ utkast }}\t", ())
    rest.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT / 2 + 1), WD_TAB_ALIGNMENT.CENTER)
    rest.paragraph_format.tab_stops.add_tab_stop(Cm(RIGHT), WD_TAB_ALIGNMENT.RIGHT)
    _page_number(rest)
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
