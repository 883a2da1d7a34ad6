"""The PDF: readable by anyone and by machines, complete, and the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pikepdf
import pytest

from natverkskollen.output.papers.blocks import Heading, Paragraph, Picture, Section, Table
from natverkskollen.output.papers.fidelity import paper_texts
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.pdf_data import line
from natverkskollen.swedish.signs import HARD
from tests import ROOT
from tests.building.papers import build_memo, huddinge, papers, result
from tests.natverkskollen.output.papers.pdf_reading import elements, lines, opened, seen, text

TEMPLATE = ROOT / "templates" / "huddinge.docx"


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf_bytes(papers(huddinge())["bilaga-1"], TEMPLATE)


@pytest.fixture(scope="module")
def pdf(content):
    return opened(content)


@pytest.fixture(scope="module")
def memo():
    """The paper with tables, lists and a picture in it."""
    return papers(huddinge())["bilaga-1"]


def test_it_says_which_standards_it_follows_and_in_what_language(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["dc:title"] == "Bedömning tema för tema"
    assert str(pdf.Root.Lang) == "sv-SE"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.OutputIntents


def test_headings_are_tagged_in_order_and_are_bookmarks(pdf, memo):
    levels = [int(tag[1]) for tag, _ in elements(pdf) if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    with pdf.open_outline() as outline:
        (first,) = outline.root
        assert first.title == memo.head.title
        headings = [section.heading for section in memo.sections if section.heading]
        assert [item.title for item in first.children] == headings


def test_every_table_has_tagged_headers_that_repeat(pdf, memo):
    tables = [b for s in memo.sections for b in s.blocks if isinstance(b, Table)]
    tags = [tag for tag, _ in elements(pdf)]
    assert tags.count("Table") == tags.count("Caption") == tags.count("THead") == len(tables)
    scopes = [str(_scope(element)) for tag, element in elements(pdf) if tag == "TH"]
    assert scopes.count("/Column") == sum(len(table.header) for table in tables)
    assert scopes.count("/Row") == sum(len(table.rows) for table in tables)
    assert len(scopes) == scopes.count("/Column") + scopes.count("/Row")


def _scope(header):
    kinds = list(header.A) if isinstance(header.A, pikepdf.Array) else [header.A]
    (scope,) = [kind.Scope for kind in kinds if "/Scope" in kind]
    return scope


def test_a_memo_without_tables_is_left_as_it_is():
    memo = build_memo(result())
    bare = replace(memo, sections=(memo.section("ekonomi"),))
    assert [tag for tag, _ in elements(opened(pdf_bytes(bare, TEMPLATE))) if tag == "Table"] == []


def test_every_picture_says_what_it_shows(pdf, memo):
    pictures = [b for s in memo.sections for b in s.blocks if isinstance(b, Picture)]
    assert len(pictures) == 1
    figures = [element for tag, element in elements(pdf) if tag == "Figure"]
    assert [str(figure.Alt) for figure in figures] == [picture.alt for picture in pictures]


def test_the_typefaces_are_in_the_file(pdf):
    fonts = {
        str(font.BaseFont): font
        for page in pdf.pages
        for font in page.obj.Resources.get("/Font", {}).values()
    }
    assert len(fonts) == 2
    for font in fonts.values():
        assert "LiberationSans" in str(font.BaseFont)
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


def test_every_word_of_the_memo_is_in_it(pdf, memo):
    found = seen(text(pdf))
    for expected in (*paper_texts(memo), memo.head.title, memo.head.diarienummer, memo.head.stamp):
        assert seen(expected) in found


def test_drafts_are_stamped_and_final_memos_are_not():
    draft, final = (
        text(opened(pdf_bytes(build_memo(result(status=s)), TEMPLATE))) for s in ("draft", "final")
    )
    assert "UTKAST – ARBETSMATERIAL" in draft
    assert "UTKAST" not in final


def test_the_same_memo_gives_the_same_bytes_also_in_another_process(content):
    code = (
        "import sys; from hashlib import sha256;"
        "from tests.building.papers import huddinge, papers;"
        "from natverkskollen.output.papers.pdf import pdf_bytes;"
        "from tests import ROOT; TEMPLATE = ROOT / 'templates' / 'huddinge.docx';"
        "print(sha256(pdf_bytes(papers(huddinge())['bilaga-1'], TEMPLATE)).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == sha256(content).hexdigest()


def test_text_is_never_markup():
    hostile = '#panic("x") *fet* $x$ @ref <label> // -- ~ [a](b) \\ `raw` #read("/etc/passwd")'
    evaluated = result(case={"title": hostile, "conclusion": hostile, "department": hostile})
    found = text(opened(pdf_bytes(build_memo(evaluated), TEMPLATE)))
    assert found.count(hostile) >= 3


def test_signs_the_typeface_lacks_are_drawn_and_named():
    evaluated = result(case={"legal": "Skog \U0001f333 och 漢字"})
    pdf = opened(pdf_bytes(build_memo(evaluated), TEMPLATE))
    alts = [str(element.Alt) for tag, element in elements(pdf) if tag == "Figure"]
    assert alts[:3] == ["\U0001f333", "漢", "字"]
    assert seen("Skog \U0001f333 och 漢字") in seen(text(pdf))


def test_a_long_word_may_be_broken_and_is_still_whole():
    address = "https://exempel.se/" + "mycket-lang-adress-utan-mellanslag/" * 9
    pieces = line(f"Se {address}.")
    assert max(len(part) for part in re.split("[ \u200b]", pieces[0])) <= 12
    assert seen(address) in seen(
        text(opened(pdf_bytes(build_memo(result(case={"legal": address})), TEMPLATE)))
    )


def test_a_section_that_begins_below_its_level_is_raised():
    memo = build_memo(result())
    low = Section("x", "", (Heading(3, "Under"), Paragraph("Text.")))
    odd = replace(memo, remarks=(), sections=(low,))
    levels = [t for t, _ in elements(opened(pdf_bytes(odd, TEMPLATE))) if re.fullmatch(r"H\d", t)]
    assert levels[:2] == ["H1", "H2"]


WHOLE = (
    "2025-05-30",
    "KS-2025/475",
    "§ 12",
    "38 291 kr",
    "den 30 maj 2026",
    "dnr KS kka 96/445.829",
)


def test_no_line_breaks_inside_a_date_an_amount_or_a_register_number():
    typed = "\n\n".join(
        " ".join(["x" * filler, *(f"{whole}, och" for whole in WHOLE * 3)])
        for filler in range(1, 40)
    )
    whole = papers(result(case={"legal": typed}))["bilaga-1"]  # the memo has the beginning
    found = lines(opened(pdf_bytes(whole, TEMPLATE)))
    told = [each.replace(HARD, " ") for each in found]
    assert len([each for each in told if "och" in each]) > 100
    for whole in WHOLE:
        assert sum(each.count(whole) for each in told) == typed.count(whole), whole
