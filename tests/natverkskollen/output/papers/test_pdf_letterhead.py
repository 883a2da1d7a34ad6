"""The PDF looks like the Word file: its logo, head, foot, measures and what stands around."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from pypdf import PdfReader

from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.blocks import Heading, Paper, Paragraph, Section
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.picture import svg_png
from tests import ROOT
from tests.building.papers import build_memo, result
from tests.natverkskollen.output.papers.pdf_reading import elements, opened

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'
)


def memo(paragraphs: int = 60, **case) -> Paper:
    """A paper of several pages."""
    text = tuple(Paragraph(f"Stycke {n}.") for n in range(paragraphs))
    section = Section("synpunkter", "Synpunkter", (Heading(3, "Skäl"), *text))
    given = build_memo(result(case={"title": "Rubriken", **case}))
    return Paper(given.head, (), (section,), ("", " (", ")"))


def pages(document, folder: Path, paper: Paper | None = None) -> list[str]:
    reader = PdfReader(BytesIO(written(document, folder, paper)))
    return [page.extract_text() for page in reader.pages]


def written(document, folder: Path, paper: Paper | None = None) -> bytes:
    document.save(folder / "egen.docx")
    return pdf_bytes(paper or memo(), folder / "egen.docx")


def field(paragraph, instruction: str, simple: bool = True) -> None:
    """A page number as Word writes it: in one element, or in pieces with what it last showed."""
    run = "<w:r {}>{}</w:r>"
    if simple:
        shown = "<w:r><w:t>9</w:t></w:r>"
        told = f'{nsdecls("w")} w:instr=" {instruction} "'
        parts = [f"<w:fldSimple {told}>{shown}</w:fldSimple>"]
    else:
        inside = (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText/>",  # what is left of one that somebody has written in again
            f'<w:instrText xml:space="preserve"> {instruction} \\* MERGEFORMAT </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>9</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
        parts = [run.format(nsdecls("w"), each) for each in inside]
    for part in parts:
        paragraph._p.append(parse_xml(part))


@pytest.mark.parametrize("simple", [True, False])
def test_heads_feet_and_page_numbers_are_the_templates(tmp_path, simple):
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Provköpings kommun\t\t{{ datum }}"
    section.first_page_footer.paragraphs[0].text = "Rådhuset, 123 45 Provköping"
    section.header.paragraphs[0].text = "Fortsättning {{ diarienummer }} "
    field(section.header.paragraphs[0], "PAGE", simple)
    section.header.paragraphs[0].add_run(" av ")
    field(section.header.paragraphs[0], "NUMPAGES", simple)
    section.footer.paragraphs[0].text = "provkoping.example"
    document.add_paragraph("{{ innehall }}")
    found = pages(document, tmp_path, memo(diarienummer="KS-2025/7"))
    assert len(found) == 2
    assert "Provköpings kommun" in found[0] and "2025-04-01" in found[0]
    assert "123 45 Provköping" in found[0] and "Fortsättning" not in found[0]
    for number, page in enumerate(found[1:], 2):
        assert f"Fortsättning KS-2025/7 {number} av 2" in page.replace("\n", " ")
        assert "provkoping.example" in page and "Rådhuset" not in page


def test_one_head_for_all_pages_stands_on_all_pages(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Provköpings kommun"
    document.sections[0].footer.paragraphs[0].text = "Rådhuset"
    document.add_paragraph("{{ innehall }}")
    for page in pages(document, tmp_path):
        assert page.count("Provköpings kommun") == page.count("Rådhuset") == 1


def test_the_logo_is_on_every_page_once_with_its_alternative_text(tmp_path):
    document = Document()
    logo = document.sections[0].header.paragraphs[0].add_run()
    drawn = logo.add_picture(BytesIO(svg_png(LOGO, 72)), width=Cm(4))
    drawn._inline.docPr.set("descr", "Provköpings vapen")
    document.add_paragraph("{{ innehall }}")
    content = written(document, tmp_path)
    assert [str(e.Alt) for tag, e in elements(opened(content)) if tag == "Figure"] == [
        "Provköpings vapen"
    ]
    reader = PdfReader(BytesIO(content))
    assert [len(page.images) for page in reader.pages] == [1] * len(reader.pages)
    drawn._inline.docPr.attrib.pop("descr")
    unnamed = elements(opened(written(document, tmp_path)))
    assert [str(e.Alt) for tag, e in unnamed if tag == "Figure"] == ["Logotyp"]


@pytest.mark.parametrize("content", [b"GIF89a" + b"\0" * 40, b"\x01\x00\x00\x00" + b"\0" * 80])
def test_a_picture_that_no_pdf_can_carry_does_not_stop_the_paper(tmp_path, content):
    document = Document()
    run = document.sections[0].header.paragraphs[0].add_run()
    run.add_picture(BytesIO(svg_png(LOGO, 72)), width=Cm(4))
    document.sections[0].header.paragraphs[0].add_run("Provköping")
    (part,) = document.sections[0].header.part.related_parts.values()
    part._blob = content
    document.add_paragraph("{{ innehall }}")
    assert "Provköping" in pages(document, tmp_path)[0]


def test_what_stands_around_the_sections_stands_there_in_the_pdf_too(tmp_path):
    document = Document()
    document.add_paragraph("{{ kommun }} skriver till {{ mottagare }}")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Datum", "{{ datum }}"
    document.add_paragraph("{{ rubrik }}", style="Heading 1")
    document.add_paragraph("{{ innehall }}")
    document.add_paragraph("Så överklagar du", style="Heading 1")
    document.add_paragraph("Skriv till förvaltningsrätten.")
    text = "".join(pages(document, tmp_path))
    order = [
        "Provköping skriver till Kommunstyrelsen",
        "2025-04-01",
        "Rubriken",
        "Synpunkter",
        "Stycke 59.",
        "Så överklagar du",
        "förvaltningsrätten",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.count("Rubriken") == 1
    levels = [
        t for t, _ in elements(opened(written(document, tmp_path))) if t in ("H1", "H2", "H3")
    ]
    assert levels == ["H1", "H2", "H3", "H1"]


def test_a_draft_and_its_title_are_told_where_the_template_has_no_place_for_them(tmp_path):
    document = Document()
    document.add_paragraph("{{ innehall }}")
    page = pages(document, tmp_path)[0]
    assert page.index("UTKAST – ARBETSMATERIAL") < page.index("Rubriken") < page.index("Synpunkter")


def test_a_letter_laid_out_as_a_table_is_read_in_its_order(tmp_path):
    document = Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "Handläggare {{ handlaggare }}"
    table.rows[0].cells[1].text = "{{ innehall }}"
    page = pages(document, tmp_path, memo(officer="Ida Berg"))[0]
    assert page.index("Ida Berg") < page.index("Synpunkter")


def test_the_page_the_typeface_and_the_size_are_the_templates(tmp_path):
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = Cm(7)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Georgia", Pt(14)
    document.add_paragraph("{{ innehall }}")
    page = PdfReader(BytesIO(written(document, tmp_path))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert all("LiberationSerif" in font for font in fonts)
    seen = {}
    page.extract_text(
        visitor_text=lambda text, matrix, moved, font, size: seen.update(
            {text.strip(): (matrix[4] + moved[4] * matrix[0], size)}
        )
    )
    left, size = seen["Stycke 0."]
    assert left == pytest.approx(7 / 2.54 * 72, abs=1) and size == pytest.approx(14)


def test_a_head_taller_than_its_margin_pushes_the_text_down(tmp_path):
    document = Document()
    section = document.sections[0]
    section.top_margin = Cm(2)
    for n in range(14):
        section.header.add_paragraph(f"Rad {n} i huvudet")
    document.add_paragraph("{{ innehall }}")
    reader = PdfReader(BytesIO(written(document, tmp_path)))
    for page in reader.pages:
        at = {}
        page.extract_text(
            visitor_text=lambda text, matrix, moved, font, size, at=at: at.update(
                {text.strip(): matrix[5] + moved[5] * matrix[3]}
            )
        )
        head = min(y for text, y in at.items() if text.startswith("Rad "))
        assert all(y < head for text, y in at.items() if text.startswith("Stycke"))


def test_a_fault_in_the_template_is_told_for_the_pdf_too(tmp_path):
    document = Document()
    document.add_paragraph("{{ rubirk }}")
    with pytest.raises(DataError, match="'rubirk' finns inte"):
        written(document, tmp_path)


def test_the_shipped_templates_put_the_same_facts_on_the_page_as_in_word():
    who = {
        "diarienummer": "KS-2025/7",
        "officer": "Miljöstrateg",
        "officer_phone": "0155-24 80 00",
        "officer_email": "miljo@provkoping.example",
        "department": "Miljökontoret",
    }
    for name in ("huddinge", "kungsbacka-stil", "att-satser"):
        content = pdf_bytes(memo(**who), ROOT / "templates" / f"{name}.docx")
        first = PdfReader(BytesIO(content)).pages[0].extract_text()
        for told in ("2025-04-01", "TJÄNSTESKRIVELSE", "Provköping", "Rubriken", *who.values()):
            assert told in first, (name, told)
