"""Tables and pictures keep inside the text where the template has its marker, wherever that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Twips

from natverkskollen.output.papers.blocks import Paper, Paragraph, Picture, Section, Table
from natverkskollen.output.papers.docx import docx_bytes
from tests.building.papers import build_memo, opened, result

TABLE = Table("Kostnader", ("Ett", "Två", "Tre"), (("a", "b", "c"),), (3, 2, 2))
DRAWN = Picture('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>', "Ett diagram")


def memo(*blocks) -> Paper:
    section = Section("synpunkter", "Synpunkter", blocks or (TABLE, DRAWN, Paragraph("Sist.")))
    return Paper(build_memo(result()).head, (), (section,), ("", " (", ")"))


def filled(document, folder: Path, paper: Paper):
    document.save(folder / "egen.docx")
    return opened(docx_bytes(paper, folder / "egen.docx"))


def widths(word) -> tuple[int, int]:
    """The width of the paper's table and of its picture, in twips."""
    table = next(t for t in word.element.body.iter(qn("w:tbl")) if TABLE.title in _caption(t))
    grid = sum(int(each.get(qn("w:w"))) for each in table.find(qn("w:tblGrid")))
    cells = sum(int(each.get(qn("w:w"))) for each in next(table.iter(qn("w:tr"))).iter(qn("w:tcW")))
    assert grid == cells == int(table.tblPr.find(qn("w:tblW")).get(qn("w:w")))
    drawing = next(word.element.body.iter(qn("wp:extent")))
    return grid, round(int(drawing.get("cx")) / 635)


def _caption(table) -> str:
    found = table.tblPr.find(qn("w:tblCaption"))
    return "" if found is None else found.get(qn("w:val"))


def page(document, width: float, left: float, right: float) -> None:
    section = document.sections[-1]
    section.page_width, section.left_margin, section.right_margin = map(Cm, (width, left, right))


def cell_of(document, cell_width: int, margins: str = "", own_width: bool = True):
    """The right cell of a letter laid out as a table, with the marker in it."""
    table = document.add_table(1, 2)
    for column, width in zip(table._tbl.tblGrid, (9000 - cell_width, cell_width), strict=True):
        column.set(qn("w:w"), str(width))
    cell = table.rows[0].cells[1]
    for each in table.rows[0].cells:
        properties = each._tc.get_or_add_tcPr()
        for old in properties.findall(qn("w:tcW")):
            properties.remove(old)
    if own_width:
        cell.width = Twips(cell_width)
    if margins:
        cell._tc.tcPr.append(parse_xml(f"<w:tcMar {nsdecls('w')}>{margins}</w:tcMar>"))
    cell.paragraphs[0].text = "{{ innehall }}"
    return cell


@pytest.mark.parametrize("own_width", [True, False])
@pytest.mark.parametrize(
    ("margins", "inside"),
    [
        ("", 4000 - 108 - 108),
        ('<w:left w:w="200" w:type="dxa"/><w:right w:w="50" w:type="dxa"/>', 4000 - 250),
        ('<w:start w:w="0" w:type="dxa"/>', 4000 - 108),
    ],
)
def test_a_table_keeps_inside_its_cell_and_the_cell_ends_with_a_paragraph(
    tmp_path, own_width, margins, inside
):
    document = Document()
    cell_of(document, 4000, margins, own_width)
    word = filled(document, tmp_path, memo(DRAWN, TABLE))
    assert widths(word) == (inside, inside)
    outer = word.tables[0].rows[0].cells[1]._tc
    assert outer[-1].tag == qn("w:p") and outer[-1].style == word.styles["Memo Slutrad"].style_id


def test_a_cell_over_two_columns_is_as_wide_as_both(tmp_path):
    document = Document()
    table = document.add_table(1, 3)
    for column, width in zip(table._tbl.tblGrid, (2000, 3000, 2500), strict=True):
        column.set(qn("w:w"), str(width))
    merged = table.rows[0].cells[1].merge(table.rows[0].cells[2])
    merged.paragraphs[0].text = "{{ innehall }}"
    assert widths(filled(document, tmp_path, memo()))[0] == 3000 + 2500 - 2 * 108


def test_the_section_is_that_of_the_content_not_the_first(tmp_path):
    document = Document()
    page(document, 21, 6, 6)
    document.add_section(WD_SECTION.NEW_PAGE)
    page(document, 21, 2, 3)
    document.add_paragraph("{{ innehall }}")
    document.add_section(WD_SECTION.NEW_PAGE)
    page(document, 21, 8, 8)
    wide = round(16 / 2.54 * 1440)
    assert widths(filled(document, tmp_path, memo())) == pytest.approx((wide, wide), abs=2)


def test_a_landscape_page_is_used_in_its_whole_width(tmp_path):
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    page(document, 29.7, 2.5, 2.5)
    document.add_paragraph("{{ innehall }}")
    table, picture = widths(filled(document, tmp_path, memo()))
    assert table == pytest.approx(24.7 / 2.54 * 1440, abs=2)
    assert picture == pytest.approx(16 / 2.54 * 1440, abs=2)  # no larger than in a portrait paper


@pytest.mark.parametrize(
    ("columns", "wide"),
    [
        ('<w:cols {} w:num="2" w:space="720"/>', (9000 - 720) // 2),
        ('<w:cols {} w:num="3" w:space="300"/>', (9000 - 600) // 3),
        (
            '<w:cols {} w:num="2" w:equalWidth="0"><w:col w:w="2500" w:space="500"/>'
            '<w:col w:w="6000"/></w:cols>',
            2500,
        ),
    ],
)
def test_in_columns_nothing_is_wider_than_one(tmp_path, columns, wide):
    document = Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = map(Twips, (12000, 1500, 1300))
    section.gutter = Twips(200)
    for old in section._sectPr.findall(qn("w:cols")):
        section._sectPr.remove(old)
    section._sectPr.append(parse_xml(columns.format(nsdecls("w"))))
    document.add_paragraph("{{ innehall }}")
    assert widths(filled(document, tmp_path, memo())) == (wide, wide)


@pytest.mark.parametrize("missing", ["w:pgSz", "w:pgMar", ""])
def test_without_measures_the_page_is_a_swedish_one(tmp_path, missing):
    document = Document()
    document.add_paragraph("{{ innehall }}")
    section = document.sections[0]._sectPr
    if missing:
        section.remove(section.find(qn(missing)))
    else:
        section.getparent().remove(section)
    (tmp_path / "egen.docx").touch()
    word = filled(document, tmp_path, memo())
    letter, its_margins = 12240, 2 * 1800  # what python-docx's own page says
    width = {"w:pgSz": 11906 - its_margins, "w:pgMar": letter - 2 * 1417, "": 11906 - 2 * 1417}
    assert widths(word)[0] == width[missing]


def test_a_section_break_in_the_markers_own_paragraph_is_kept(tmp_path):
    document = Document()
    document.add_paragraph("{{ innehall }}")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Så överklagar du")
    marker, holder = document.paragraphs[0], document.paragraphs[1]
    marker._p.get_or_add_pPr().append(holder._p.pPr.find(qn("w:sectPr")))
    holder._p.getparent().remove(holder._p)
    for last in (Paragraph("Sist."), TABLE):
        word = filled(document, tmp_path, memo(TABLE, DRAWN, last))
        assert len(word.sections) == 2
        body = list(word.element.body)
        end = next(
            n for n, each in enumerate(body) if each.find(f".//{qn('w:sectPr')}") is not None
        )
        after = [each for each in body[end + 1 :] if each.tag == qn("w:p")]
        assert [each.text for each in after] == ["Så överklagar du"]
