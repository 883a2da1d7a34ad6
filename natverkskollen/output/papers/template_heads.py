"""The heads and feet of the shipped templates, each after the manner of a real municipality.

Every first page has room for a logo up to the left, where the municipality's name stands until
somebody puts a picture there.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as Word
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from natverkskollen.output.papers.looks import Look

HEAD_LOOKS: dict[str, Look] = {
    "Header": Look(0.86, 0, 1),
    "Footer": Look(0.86, 0, 1),
    "Memo Avsändare": Look(1.15, 0, 2, bold=True, coloured=True),
    "Memo Dokumentnamn": Look(1.15, 0, 4, bold=True, coloured=True, caps=True),
    "Memo Linje": Look(0.4, 2, 8, frame="top"),
}
LEFT, RIGHT = 9.0, 7.0  # the two columns of a head, in centimetres
LOGO = 1.6  # the least height of the place for a logo, in centimetres
LABEL = 2.6  # where what a label says begins, in centimetres
_OFFICER = ("handlaggare_telefon", "handlaggare_epost")


def huddinge(document: Word) -> None:
    """The full head on the first page, a short one on the others, the same foot on all."""
    page = document.sections[0]
    logo, name, sender, facts = _grid(page.first_page_header)
    _write(logo, "{{ kommun }}", "Memo Avsändare")
    _write(name, "{{ dokumentnamn }}", "Memo Dokumentnamn")
    _write(sender, "{{ forvaltning }}")
    _officer(sender)
    _write(facts, "Datum\t{{ datum }}")
    _where(facts, "diarienummer", "Diarienummer\t{{ diarienummer }}")
    _page_number(_write(facts, "Sida\t"))
    _rest(page.header, "{{ dokumentnamn }} {{ diarienummer }}\t{{ utkast }}\t")
    for footer in (page.footer, page.first_page_footer):
        _write(footer, "{{ sidfot }}", "Footer")


def kungsbacka(document: Word) -> None:
    """The name in capitals first, date and number under it; officer and page at the foot."""
    page = document.sections[0]
    logo, _, name, facts = _grid(page.first_page_header)
    _write(logo, "{{ kommun }}", "Memo Avsändare")
    _write(name, "{{ dokumentnamn }}", "Memo Dokumentnamn")
    _write(facts, "Datum\t{{ datum }}")
    _where(facts, "diarienummer", "Diarienummer\t{{ diarienummer }}")
    _rest(page.header, "{{ diarienummer }}\t{{ utkast }}\t", numbered=False)
    for footer in (page.first_page_footer, page.footer):
        line = _tabbed(_write(footer, "{{ forvaltning }}\t", "Footer"), (LEFT + RIGHT, "RIGHT"))
        _page_number(line)
        _officer(footer, "Footer")
        _write(footer, "{{ sidfot }}", "Footer")


def knivsta(document: Word) -> None:
    """Officer, date and number in a column to the left, the page in words to the right."""
    page = document.sections[0]
    logo, name, facts, sender = _grid(page.first_page_header)
    _write(logo, "{{ kommun }}", "Memo Avsändare")
    _write(name, "{{ dokumentnamn }}", "Memo Dokumentnamn")
    _page_number(_write(name, ""))
    _officer(facts)
    _write(facts, "Datum\t{{ datum }}")
    _where(facts, "diarienummer", "Dnr\t{{ diarienummer }}")
    _write(sender, "{{ forvaltning }}")
    _rest(page.header, "{{ diarienummer }}\t{{ utkast }}\t")
    for footer in (page.footer, page.first_page_footer):
        _write(footer, "{{ sidfot }}", "Footer")


def _grid(header: Any) -> list[_Cell]:
    """Two columns and two rows, the upper with room for a logo, and a line below; four cells."""
    table = header.add_table(2, 2, Cm(LEFT + RIGHT))
    table.autofit = False
    header._element.append(header.paragraphs[0]._p)  # a table is never the last thing in a head
    header.paragraphs[-1].style = "Memo Linje"
    table.rows[0].height, table.rows[0].height_rule = Cm(LOGO), WD_ROW_HEIGHT_RULE.AT_LEAST
    for column, width in zip(table.columns, (LEFT, RIGHT), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
            cell.paragraphs[0].style = "Header"
    return [cell for row in table.rows for cell in row.cells]


def _rest(header: Any, text: str, numbered: bool = True) -> None:
    """What stands at the head of all pages but the first: number, stamp and page."""
    middle = ((LEFT + RIGHT) / 2, "CENTER")
    line = _tabbed(_write(header, text, "Header"), middle, (LEFT + RIGHT, "RIGHT"))
    if numbered:
        _page_number(line)
    header.add_paragraph(style="Memo Linje")


def _officer(place: Any, style: str = "Header") -> None:
    """The officer, and how to reach whoever it is."""
    _where(place, "handlaggare", "Handläggare\t{{ handlaggare }}", style)
    for name in _OFFICER:
        _where(place, name, f"\t{{{{ {name} }}}}", style)


def _where(place: Any, name: str, text: str, style: str = "Header") -> None:
    """A line that stands there only if there is a text of that name."""
    _write(place, f"{{%p if {name} %}}", style)
    _write(place, text, style)
    _write(place, "{%p endif %}", style)


def _write(place: Any, text: str, style: str = "Header") -> Paragraph:
    """A line in a cell, a head or a foot; its first paragraph is there already."""
    first = place.paragraphs[0]
    paragraph: Paragraph = place.add_paragraph() if first.runs else first
    paragraph.style = style
    paragraph.add_run(text)
    return _tabbed(paragraph, (LABEL, "LEFT")) if "\t" in text else paragraph


def _tabbed(paragraph: Paragraph, *stops: tuple[float, str]) -> Paragraph:
    paragraph.paragraph_format.tab_stops.clear_all()
    for place, side in stops:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), WD_TAB_ALIGNMENT[side])
    return paragraph


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
