"""Word templates as they came out of real programs, each with what is expected of it.

Every folder in replays/ is a public bug report made small; its README says what and what is right.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.blocks import Section, Table
from natverkskollen.output.papers.docx import docx_bytes, left_out
from natverkskollen.output.papers.fidelity import document_text
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.template_check import check_template
from tests import ROOT
from tests.building.ooxml_order import disorder
from tests.building.papers import build_memo, opened, result

REPLAYS = Path(__file__).with_name("replays")
FOLDERS = sorted(REPLAYS.glob("docx-*"))
TOLD = {
    "docx-dotx": ("sparad som .dotx", "spara den som Word-dokument (.docx)"),
    "docx-encrypted": ("krypterad", "ta bort lösenordet"),
    "docx-endnote-tag": ("en slutkommentar i mallen har en platshållare",),
    "docx-swedish-letters-in-tag": ("{{ handlaggare }}", "{{ innehall }}", "'innehåll' finns inte"),
    "docx-textbox-innehall": ("står i en textruta",),
}
LEFT_OUT = {
    "docx-attached-template": "länken till den mall",
    "docx-comment-with-tag": "kommentarerna",
    "docx-tracked-insertion-after-innehall": "de spårade ändringarna",
    "docx-tracked-insertion-in-tag": "de spårade ändringarna",
    "docx-tracked-insertion-two-sections": "de spårade ändringarna",
}
GIVEN = build_memo(result(case={"diarienummer": "KS-2025/7", "department": "Miljökontoret"}))
TABLE = Table("Kostnader", ("Post", "Kronor"), (("Avgift", "10"),), (7, 3), (1,))
MEMO = replace(GIVEN, sections=(Section("kostnader", "Kostnader", (TABLE,)),))


def filled(name: str) -> bytes:
    return docx_bytes(MEMO, REPLAYS / name / "m.docx")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_it_is_filled_in_whole_or_told_in_words_a_word_user_knows(folder):
    path = folder / "m.docx"
    words = " ".join(str(problem) for problem in check_template(path))
    if folder.name in TOLD:
        with pytest.raises(DataError) as caught:
            docx_bytes(MEMO, path)
        assert TOLD[folder.name][0] in words
        assert all(part in words for part in TOLD[folder.name])
        assert any(part in str(caught.value) for part in TOLD[folder.name])
        return
    assert words == ""
    content = docx_bytes(MEMO, path)
    assert not list(disorder(content))
    assert "{{" not in document_text(content)
    assert pdf_bytes(MEMO, path).startswith(b"%PDF")
    told = " ".join(left_out(path))
    assert LEFT_OUT.get(folder.name, "") in told


def test_all_that_is_expected_has_a_folder():
    assert {folder.name for folder in FOLDERS} >= TOLD.keys() | LEFT_OUT.keys()


@pytest.mark.parametrize(
    "half",
    ["control-half-in-tag", "tracked-insertion-after-innehall", "tracked-insertion-two-sections"],
)
def test_the_text_after_half_a_placeholder_is_there(half):
    folder = REPLAYS / f"docx-{half}"
    fixed = [
        p.text
        for p in Document(folder / "m.docx").paragraphs
        if p.text.strip() and "{" not in p.text and "}" not in p.text
    ]
    found = document_text(filled(f"docx-{half}"))
    assert fixed and all(text in found for text in fixed)
    assert "Miljökontoret" in found


def test_a_bound_control_shows_what_was_filled_in():
    word = opened(filled("docx-control-bound-customxml"))
    assert not list(word.element.body.iter(qn("w:dataBinding")))
    assert "KS-2025/7" in "".join(node.text or "" for node in word.element.body.iter(qn("w:t")))


def test_styles_the_program_adds_follow_the_typeface_in_normal():
    word = opened(filled("docx-font-in-normal"))
    assert word.styles["Normal"].font.name == "Verdana"
    for name in ("List Number", "Memo Tabelltext", "Memo Motivering"):
        assert word.styles[name].element.find(f".//{qn('w:rFonts')}") is None
        assert word.styles[name].base_style.name == "Normal"


def test_a_section_break_after_the_sections_is_kept():
    before = Document(REPLAYS / "docx-section-break-after-innehall/m.docx")
    after = Document(BytesIO(filled("docx-section-break-after-innehall")))
    assert len(after.sections) == len(before.sections) == 2
    margins = [[section.left_margin for section in word.sections] for word in (before, after)]
    assert margins[0] == margins[1]


def test_a_table_in_the_narrow_cell_is_no_wider_than_it():
    word = opened(filled("docx-innehall-in-table-cell"))
    (outer,) = (t for t in word.tables if any(c.tables for r in t.rows for c in r.cells))
    (cell,) = (c for r in outer.rows for c in r.cells if c.tables)
    wide = int(cell._tc.tcPr.find(qn("w:tcW")).get(qn("w:w")))
    for table in cell.tables:
        columns = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]
        assert sum(columns) <= wide


def test_every_replay_is_named_by_a_test():
    """The folders that hold no template are tried where their kind of file is."""
    texts = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    others = {f.name for f in REPLAYS.iterdir()} - {folder.name for folder in FOLDERS}
    assert {name for name in others if name not in texts} == set()
    assert len(others) == 20 and len(FOLDERS) == 23
