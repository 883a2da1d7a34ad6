"""Templates as five programs save them, in nine layouts: filled in whole, in a valid file."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from natverkskollen.files.problem import DataError
from natverkskollen.output.papers import docx
from natverkskollen.output.papers.blocks import Bullets, Numbered, Paper, Paragraph, Section, Table
from natverkskollen.output.papers.docx import docx_bytes, left_out
from natverkskollen.output.papers.fidelity import document_text, paper_texts
from natverkskollen.output.papers.intake.wash import washed
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.template_check import check_template
from tests.building import word_files as made
from tests.building.ooxml_order import disorder
from tests.building.papers import build_memo, result

CASE = {
    "diarienummer": "KS-2025/7",
    "department": "Miljökontoret",
    "officer": "Miljöstrateg",
    "title": "Provet & <rubriken>",
}
MEMO = Paper(
    build_memo(result(case=CASE)).head,
    (),
    (
        Section(
            "synpunkter",
            "Synpunkter",
            (
                Numbered(("Gör ett.", "Gör två.")),
                Bullets(("punkt",)),
                Table("Tabell", ("A", "B"), (("1", "2"),), (1, 1), (1,)),
                Paragraph("Sist."),
            ),
        ),
    ),
    ("", " (", ")"),
)


def saved(folder, content: bytes):
    path = folder / "egen.docx"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("program", made.PROGRAMS)
@pytest.mark.parametrize("layout", made.LAYOUTS)
def test_every_word_of_template_and_paper_is_in_a_valid_file(tmp_path, program, layout):
    parts = made.PROGRAMS[program](made.document(made.LAYOUTS[layout]))
    path = saved(tmp_path, made.packed(parts))
    content = docx_bytes(MEMO, path)
    assert list(disorder(content)) == []
    found = re.sub(r"\s", "", document_text(content))
    expected = [*made.FIXED, *paper_texts(MEMO), MEMO.head.title, MEMO.head.stamp]
    for text in expected:
        assert re.sub(r"\s", "", text) in found, text
    assert "{{" not in found and "{%" not in found
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        assert not [name for name in package.namelist() if "customXml" in name]


def test_a_template_is_washed_once_for_all_papers_until_it_is_another(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(docx, "washed", lambda raw: asked.append(raw) or washed(raw))
    path = saved(tmp_path, made.packed(made.in_body(made.document(made.plain), "<w:p/>")))
    docx_bytes(MEMO, path), pdf_bytes(MEMO, path), left_out(path), check_template(path)
    template = path.read_bytes()
    assert asked.count(template) == 1
    other = saved(tmp_path, made.packed(made.in_body(made.document(made.plain), "<w:p/>" * 2)))
    docx_bytes(MEMO, other)
    assert other.read_bytes() in asked


@pytest.mark.parametrize("layout", made.LAYOUTS)
def test_a_word_template_with_the_wrong_ending_is_filled_in(tmp_path, layout):
    parts = made.as_template(made.document(made.LAYOUTS[layout]))
    assert docx_bytes(MEMO, saved(tmp_path, made.packed(parts, zipfile.ZIP_STORED)))


def test_what_is_left_out_is_told(tmp_path):
    parts = made.word(made.document(made.tracked))
    parts["word/settings.xml"] = made.inside(
        parts["word/settings.xml"], '<w:documentProtection w:edit="forms" w:enforcement="1"/>', True
    )
    told = left_out(saved(tmp_path, made.packed(parts)))
    assert set(told) == {
        "länken till den mall som dokumentet gjordes av",
        "skrivskyddet",
        "de spårade ändringarna, som godkändes",
    }
    assert check_template(tmp_path / "egen.docx")[0].what == "mappningsfilen finns inte"


def test_a_table_row_under_tracked_changes_is_left_to_its_owner(tmp_path):
    row = '<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr><w:tc><w:p/></w:tc></w:tr>'
    parts = made.in_body(made.document(made.plain), f"<w:tbl>{row}</w:tbl>")
    with pytest.raises(DataError, match="Acceptera alla"):
        docx_bytes(MEMO, saved(tmp_path, made.packed(parts)))


def test_changes_are_accepted_as_word_accepts_them():
    markup = (
        "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='A'/></w:rPr></w:pPr>"
        "<w:r><w:t>Ett </w:t></w:r><w:del w:id='2' w:author='A'><w:r><w:delText>bort</w:delText>"
        "</w:r></w:del></w:p><w:p><w:pPr><w:jc w:val='right'/><w:pPrChange w:id='3' w:author='A'>"
        "<w:pPr/></w:pPrChange></w:pPr><w:moveTo w:id='4' w:author='A'><w:r><w:t>stycke</w:t></w:r>"
        "</w:moveTo><w:moveFrom w:id='5' w:author='A'><w:r><w:t>flyttat</w:t></w:r></w:moveFrom>"
        "</w:p>"
    )
    content = washed(made.packed(made.in_body(made.document(made.plain), markup))).content
    with zipfile.ZipFile(BytesIO(content)) as package:
        xml = package.read("word/document.xml").decode()
    first = xml[xml.index("<w:p>") if "<w:p>" in xml else xml.index("<w:p ") :].split("</w:p>")[0]
    assert re.sub(r"<[^>]+>", "", first) == "Ett stycke"
    assert 'w:val="right"' in first
    for mark in ("pPrChange", "w:del", "w:moveTo", "w:moveFrom", "bort", "flyttat"):
        assert mark not in xml


def test_a_text_that_filling_in_would_take_away_is_refused(tmp_path):
    # docxtpl joins a brace at the end of a line with the next tag, and what stands between is lost.
    parts = made.in_body(
        made.document(made.plain),
        "<w:p><w:r><w:t>Klammer {</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{% if rubrik %}ja{% endif %}</w:t></w:r></w:p>",
    )
    with pytest.raises(DataError):
        docx_bytes(MEMO, saved(tmp_path, made.packed(parts)))


DRAWN = "<w:r><w:drawing><a:x/></w:drawing></w:r>"


@pytest.mark.parametrize(
    ("beside", "words"),
    [
        ("<w:r><w:t>hej</w:t></w:r>", "annan text"),
        ("<w:sdt><w:sdtContent><w:r><w:t>hej</w:t></w:r></w:sdtContent></w:sdt>", "annan text"),
        ("<w:smartTag><w:r><w:t>hej</w:t></w:r></w:smartTag>", "annan text"),
        ("<w:r><w:r><w:t>hej</w:t></w:r></w:r>", "annan text"),
        (DRAWN, "en bild, en ruta eller en not"),
        ("<w:r><w:footnoteReference w:id='2'/></w:r>", "en bild, en ruta eller en not"),
    ],
)
def test_what_stands_beside_the_sections_is_never_lost(tmp_path, beside, words):
    word = Document()
    paragraph = word.add_paragraph("{{ innehall }}")
    for element in parse_xml(f"<w:p {nsdecls('w', 'a')}>{beside}</w:p>"):
        paragraph._p.append(element)
    with pytest.raises(DataError, match=f"delar stycke med {words}"):
        docx_bytes(MEMO, saved(tmp_path, made.packed(made.parts_of(word))))


def test_the_sections_may_stand_in_a_content_control(tmp_path):
    word = Document()
    inner = "<w:r><w:t>{{ innehall }}</w:t></w:r>"
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    word.add_paragraph()._p.append(parse_xml(control))
    word.add_paragraph(made.FIXED[0])
    path = saved(tmp_path, made.packed(made.parts_of(word)))
    found = document_text(docx_bytes(MEMO, path))
    assert "Gör två." in found and made.FIXED[0] in found
    assert pdf_bytes(MEMO, path)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "krypterad"),
        (b"%PDF-1.7 ...", "filen är en PDF"),
        (b"{\\rtf1 hej}", "RTF"),
        (b"<html><body>hej</body></html>", "webbsida"),
        (b"PK\x05\x06" + b"\0" * 18, "inget Word-dokument"),
    ],
)
def test_what_is_no_word_document_is_named(tmp_path, start, words):
    with pytest.raises(DataError, match=words):
        docx_bytes(MEMO, saved(tmp_path, start))


@pytest.mark.parametrize("ending", [".dotx", ".dotm", ".doc", ".odt", ".rtf"])
def test_a_template_with_another_ending_is_named(tmp_path, ending):
    (tmp_path / f"egen{ending}").write_bytes(b"x")
    with pytest.raises(DataError, match=f"sparad som {ending}"):
        docx_bytes(MEMO, tmp_path / "egen.docx")


def test_an_open_document_and_a_locked_zip_are_named(tmp_path):
    odt = made.packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""})
    with pytest.raises(DataError, match="OpenDocument"):
        docx_bytes(MEMO, saved(tmp_path, odt))
    locked = bytearray(made.packed(made.document(made.plain)))
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1  # the flag that says a password is needed
    locked[6] |= 1
    with pytest.raises(DataError, match="lösenord"):
        docx_bytes(MEMO, saved(tmp_path, bytes(locked)))
