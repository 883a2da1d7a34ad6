"""The Word file: everything in it, nothing lost, and readable for everyone."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.output.papers.blocks import Numbered
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fidelity import (
    check_fidelity,
    document_text,
    element_text,
    paper_texts,
)
from natverkskollen.output.papers.intake.fault import TemplateFault
from natverkskollen.output.papers.render import draft
from tests import ROOT
from tests.building.dossiers import shipped
from tests.building.papers import build_memo, huddinge, opened, papers, result
from tests.building.word import numbers

TEMPLATE = ROOT / "templates" / "huddinge.docx"


@pytest.fixture(scope="module")
def content() -> bytes:
    return draft(huddinge(), ROOT).docx()


@pytest.fixture(scope="module")
def word(content):
    return opened(content)


def test_headings_are_real_and_in_order(word):
    headings = [
        (p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")
    ]
    assert headings[0] == ("Heading 1", huddinge().evaluation.case.title)
    sections = [text for style, text in headings if style == "Heading 2"]
    assert sections == [s.heading for s in draft(huddinge(), ROOT).sections if s.heading]
    levels = [int(style[-1]) for style, _ in headings]
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_screen_and_file_say_the_same(content):
    found = document_text(content)
    for text in paper_texts(build_memo(huddinge())):
        assert re.sub(r"[ \t]*\n[ \t\n]*", "\n", text).strip(" \t\n") in found


def test_decisions_are_numbered_by_word_and_each_list_starts_at_one():
    decisions = [
        {"network": "ett", "outcome": "continue", "body": "Kommunstyrelsen"},
        {"network": "tva", "outcome": "continue", "body": "Kommunfullmäktige"},
    ]
    evaluated = result(decisions=decisions)
    word = opened(draft(evaluated, ROOT).docx())
    sentences = [
        item
        for block in build_memo(evaluated).section("forslag-till-beslut").blocks
        if isinstance(block, Numbered)
        for item in block.items
    ]
    numbered = [p for p in word.paragraphs if p.text in sentences]
    assert [shown for p, shown in numbers(word) if p.text in sentences] == ["1.", "1."]
    assert len(numbered) == 2


@pytest.fixture(scope="module")
def levels():
    """Bilaga 1, which has tables and a picture."""
    return opened(docx_bytes(papers(huddinge())["bilaga-1"], TEMPLATE))


def test_every_table_repeats_its_header_names_its_rows_and_is_named(levels):
    word = levels
    assert len(word.tables) >= 7
    for table in word.tables:
        first = table.rows[0]._tr.trPr
        assert first is not None and first.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table.style.name == "Memotabell"
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
        # The same four flags in the older way to write them, which other programs read.
        assert int(look.get(qn("w:val")), 16) == 0x0020 | 0x0080 | 0x0200 | 0x0400


def kept(paragraph) -> bool:
    form = paragraph._p.pPr
    return form is not None and form.find(qn("w:keepNext")) is not None


def test_a_short_list_and_a_line_before_a_table_are_not_parted_from_what_follows(word):
    by_text = {p.text: p for p in reversed(word.paragraphs)}  # the first with the text
    memo = build_memo(huddinge())
    (listed,) = memo.section("beslutsunderlag").blocks
    *first, _ = listed.items
    assert len(first) == 3 and all(kept(by_text[item]) for item in first)


def test_a_line_before_a_table_is_kept_with_it_and_small_print_may_be_parted(levels):
    opening = papers(huddinge())["bilaga-1"].section("oversikt").blocks[0]
    assert [kept(p) for p in levels.paragraphs if p.text == opening.text] == [True]
    quotes = opened(docx_bytes(papers(huddinge())["kallor"], TEMPLATE))
    small = [p for p in quotes.paragraphs if p.style.name == "Memo Belägg"]
    assert len(small) > 20 and not any(kept(p) for p in small[:-1])


def test_every_picture_says_what_it_shows(levels):
    (themes,) = levels.element.body.findall(f".//{qn('wp:docPr')}")
    assert "SEKOM får 57 av 100" in themes.get("descr").replace("\u00a0", " ")
    three = evaluate(shipped("exempel-vastra-gotaland"))
    costs = opened(docx_bytes(papers(three)["bilaga-2"], TEMPLATE))
    (bars,) = costs.element.body.findall(f".//{qn('wp:docPr')}")
    assert "SEKOM: " in bars.get("descr") and "kronor per år" in bars.get("descr")


def test_language_page_and_properties(word, content):
    languages = {e.get(qn("w:val")) for e in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}
    page = word.sections[0]
    assert abs(page.page_width - Cm(21)) < 2000 and abs(page.page_height - Cm(29.7)) < 2000
    properties = word.core_properties
    assert properties.title == huddinge().evaluation.case.title
    assert properties.author == "Kommunstyrelsens förvaltning"
    assert properties.language == "sv-SE"
    every = b"".join(
        ZipFile(BytesIO(content)).read(n) for n in ZipFile(BytesIO(content)).namelist()
    )
    assert b"python-docx" not in every


def test_the_head_shows_number_date_and_real_page_fields(word):
    header = word.sections[0].first_page_header
    said = element_text(header._element)
    for part in ("Huddinge kommun", "Tjänsteskrivelse", "2025-04-01", "KS-2025/475"):
        assert part in said
    for part in (header, word.sections[0].header):
        fields = [f.get(qn("w:instr")).strip() for f in part._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert "UTKAST – ARBETSMATERIAL" in "\n".join(p.text for p in word.paragraphs)


def test_nothing_of_the_template_language_is_left(content):
    package = ZipFile(BytesIO(content))
    for name in package.namelist():
        if name.endswith(".xml"):
            assert not re.search(rb"\{\{|\{%|innehall-[0-9a-f]{64}", package.read(name)), name


def test_the_same_result_gives_the_same_bytes(content):
    assert draft(huddinge(), ROOT).docx() == content


HARD_TEXTS = [
    "Miljö & klimat <b>fet</b> a<b",
    "{{ 7*7 }} {% raw %} {%p if x %} {_{ {# not #}",
    "rad ett\nrad två\n\nnytt stycke\n\tmed tabb",
    "å ä ö Å Ä Ö é ü",
    "\U0001f33f\U0001f468\u200d\U0001f469\u200d\U0001f467 漢字かな한국어",
    "\u202eomvänd\u202c עברית العربية",
    "]]> <!-- & --> &amp; \u2028 \u0085 \ufffd",
    "</w:t></w:r></w:p><w:p><w:r><w:t>INJECTED",
]


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_text_survives_verbatim_everywhere(text):
    evaluated = result(
        answers={"nytta": {"score": 4, "rationale": text, "grade": "A"}},
        remark=text,
        case={"conclusion": text, "legal": text, "background": text},
        memberships=[{"network": "ett", "presentation": text}, {"network": "tva"}],
    )
    whole = papers(evaluated)["bilaga-1"]
    word = opened(docx_bytes(whole, TEMPLATE))
    shown = [*word.paragraphs, *(p for t in word.tables for c in t._cells for p in c.paragraphs)]
    lines = [line for p in shown for line in p.text.split("\n")]
    for line in filter(str.strip, text.split("\n")):
        assert sum(line.strip() in found for found in lines) >= 2, line
    opened(draft(evaluated, ROOT).docx())  # and the memo with its beginning can be opened too


def test_hard_text_in_the_head_survives():
    title = 'Åt & <b> {{ 7*7 }} "x"'
    word = opened(draft(result(case={"title": title, "department": title}), ROOT).docx())
    assert title in [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert title in element_text(word.sections[0].first_page_header._element)
    assert word.core_properties.title == title


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=200).filter(lambda t: t.strip() and not FORBIDDEN.search(t)))
def test_any_permitted_text_is_found_again(text):
    evaluated = result(answers={"nytta": {"score": 4, "rationale": text, "grade": "A"}})
    found = document_text(docx_bytes(papers(evaluated)["bilaga-1"], TEMPLATE))
    for line in text.split("\n"):
        assert line.strip(" \t") in found


def test_typed_amounts_hold_together_and_hyphens_stay_plain():
    evaluated = result(case={"legal": "Avgiften 38 291 kr, se § 12 i KS-2025/475 (2025-05-30)."})
    whole = "Avgiften 38_291_kr, se §_12 i KS-2025/475 (2025-05-30).".replace("_", "\u00a0")
    assert whole in document_text(draft(evaluated, ROOT).docx())
    assert whole in draft(evaluated, ROOT).txt().decode("utf-8")


def test_what_word_cannot_carry_is_shown_and_cuts_nothing():
    memo = build_memo(result(remark="x"))
    memo = replace(memo, remarks=("före\x07mitt\ud800efter",))
    assert "före\ufffdmitt\ufffdefter" in document_text(docx_bytes(memo, TEMPLATE))


def test_a_lost_text_is_refused(content):
    memo = build_memo(huddinge())
    check_fidelity(content, memo)
    other = replace(memo, remarks=("En mening som inte finns",))
    with pytest.raises(TemplateFault, match="”En mening som inte finns” kom inte med oförändrad"):
        check_fidelity(content, other)


def test_the_marker_cannot_be_forged():
    marker = "innehall-" + sha256(repr(build_memo(result())).encode()).hexdigest()
    evaluated = result(case={"legal": marker})
    assert marker in document_text(draft(evaluated, ROOT).docx())
