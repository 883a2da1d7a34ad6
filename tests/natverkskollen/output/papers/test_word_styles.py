"""The Word file goes on working in Word: lists count, the typeface follows, signatures hold."""

from __future__ import annotations

import shutil
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from pypdf import PdfReader

from natverkskollen.output.papers.blocks import (
    Bullets,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.looks import LOOKS
from natverkskollen.output.papers.txt import txt_bytes
from tests import ROOT
from tests.building.papers import build_memo, opened, result
from tests.building.word import VALUE, converted, numbers
from tests.office import convert

NAMES = ("Anna Ek\nKommundirektör", "Bo Al\nEkonomidirektör", "Cia Lind\nMiljöchef")
FIRST = ("Kommunstyrelsen gör ett.", "Kommunstyrelsen gör två.")
SECOND = ("Fullmäktige gör ett.", "Fullmäktige gör två.", "Fullmäktige gör tre.")
TABLE = Table("Kostnader", ("Post", "Kronor"), (("Avgift", "10"), ("Summa", "10")), (7, 3), (1,), 1)


def paper(*blocks, last: tuple = ()) -> Paper:
    """A paper of these blocks, and a last section without a heading."""
    written = (Section("synpunkter", "Synpunkter", blocks), Section("underskrifter", "", last))
    return Paper(build_memo(result()).head, (), written, ("", " (", ")"))


EVERYTHING = paper(
    Heading(3, "Kommunstyrelsens beslut"),
    Numbered(FIRST),
    Heading(3, "Fullmäktiges beslut"),
    Numbered(SECOND),
    Paragraph("Vi föreslår detta.", lead="Förslag:"),
    Paragraph("Ett citat.", kind="quote"),
    Bullets(("en punkt", "en till")),
    Bullets(("ett litet belägg",), small=True),
    TABLE,
    Paragraph("Efter tabellen."),
    last=(Signatures(NAMES),),
)


def own_template(folder: Path, change=lambda document: None) -> Path:
    """A municipality's template with its typeface in Normal, changed by `change`."""
    document = Document()
    for style in list(document.styles):
        if style.name in LOOKS:
            style.element.getparent().remove(style.element)
    document.styles["Normal"].font.name = "Verdana"
    change(document)
    document.add_paragraph("{{ innehall }}")
    document.save(folder / "egen.docx")
    return folder / "egen.docx"


def shipped(name: str) -> Path:
    return ROOT / "templates" / f"{name}.docx"


def said(word, text: str):
    """The w:p with exactly this text."""
    return next(p for p in word.element.body.iter(qn("w:p")) if p.text == text)


def test_points_are_numbered_by_their_style_and_a_new_list_begins_at_one(tmp_path):
    for template in (shipped("huddinge"), own_template(tmp_path)):
        word = opened(docx_bytes(EVERYTHING, template))
        shown = {p.text: number for p, number in numbers(word)}
        assert [shown[text] for text in FIRST + SECOND] == ["1.", "2.", "1.", "2.", "3."]
        assert shown["en punkt"] == shown["ett litet belägg"] == "–"
        for name in ("List Number", "List Bullet", "Memo Belägg"):
            assert word.styles[name].element.pPr.numPr is not None
        for text in (*FIRST, "en punkt", "ett litet belägg"):
            assert said(word, text).pPr.numPr is None


def test_a_list_after_the_templates_own_points_begins_at_one(tmp_path):
    template = shutil.copy(shipped("huddinge"), tmp_path / "egen.docx")
    document = Document(template)
    document.paragraphs[0].insert_paragraph_before("Mallens egen punkt", style="List Number")
    document.save(template)
    shown = {
        p.text: number for p, number in numbers(opened(docx_bytes(EVERYTHING, Path(template))))
    }
    assert shown["Mallens egen punkt"] == shown[FIRST[0]] == shown[SECOND[0]] == "1."


def test_a_templates_own_numbering_is_kept(tmp_path):
    def letters(document):
        document.styles.add_style("List Number", WD_STYLE_TYPE.PARAGRAPH)
        numbering = document.part.numbering_part.element
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0">'
                '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="§ %1"/>'
                '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
            ),
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/></w:num>')
        )
        document.styles["List Number"].element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="78"/></w:numPr>')
        )

    word = opened(docx_bytes(EVERYTHING, own_template(tmp_path, letters)))
    shown = {p.text: number for p, number in numbers(word)}
    assert [shown[text] for text in FIRST + SECOND] == ["§ 1", "§ 2", "§ 1", "§ 2", "§ 3"]


def test_numbers_stand_before_what_word_cleans_up(tmp_path):
    def cleaned(document):
        document.part.numbering_part.element.append(
            parse_xml(f'<w:numIdMacAtCleanup {nsdecls("w")} w:val="9"/>')
        )

    word = opened(docx_bytes(EVERYTHING, own_template(tmp_path, cleaned)))
    kinds = [each.tag.rpartition("}")[2] for each in word.part.numbering_part.element]
    order = ["abstractNum", "num", "numIdMacAtCleanup"]
    assert kinds == sorted(kinds, key=order.index) and kinds[-1] == order[-1]


def test_a_point_more_in_an_office_program_gets_the_next_number(tmp_path):
    word = opened(docx_bytes(EVERYTHING, shipped("huddinge")))
    for text in (FIRST[-1], SECOND[-1]):
        last = said(word, text)
        last.addnext(new := deepcopy(last))
        new.r_lst[0].t_lst[0].text = f"Ny punkt efter {text}"
    changed = BytesIO()
    word.save(changed)
    lines = converted(changed.getvalue(), "txt:Text", tmp_path).decode("utf-8-sig").splitlines()
    shown = [line.strip() for line in lines if "Ny punkt" in line or "gör ett" in line]
    assert shown == [
        f"1. {FIRST[0]}",
        f"3. Ny punkt efter {FIRST[-1]}",
        f"1. {SECOND[0]}",
        f"4. Ny punkt efter {SECOND[-1]}",
    ]


@pytest.mark.parametrize("own", [True, False])
def test_only_normal_names_a_typeface(tmp_path, own):
    template = own_template(tmp_path) if own else shipped("att-satser")
    word = opened(docx_bytes(EVERYTHING, template))
    naming = {
        style.name
        for style in word.styles
        if style.element.find(f".//{qn('w:rFonts')}") is not None
    }
    assert not naming & LOOKS.keys()
    assert own or naming == {"Normal"}
    parts = [
        word.element.body,
        *(
            r.target_part.element
            for r in word.part.rels.values()
            if r.reltype.endswith(("/header", "/footer"))
        ),
    ]
    for part in parts:
        for tag in ("w:rFonts", "w:sz", "w:b", "w:color", "w:jc"):
            assert not list(part.iter(qn(tag))), tag
    for name in LOOKS:
        assert word.styles[name].base_style.name == "Normal"


def test_another_typeface_in_normal_is_that_of_all_text(tmp_path):
    changed = [tmp_path / f"{each}.docx" for each in ("huddinge", "kungsbacka-stil", "att-satser")]
    for file in changed:
        word = opened(docx_bytes(EVERYTHING, shipped(file.stem)))
        fonts = word.styles["Normal"].element.rPr.find(qn("w:rFonts"))
        for script in list(fonts.attrib):
            fonts.set(script, "Liberation Mono")
        word.save(file)
    convert(changed, "pdf", tmp_path)
    for file in changed:
        pages = pikepdf.open(file.with_suffix(".pdf")).pages
        used = {str(f.BaseFont) for p in pages for f in p.resources.get("/Font", {}).values()}
        assert used and all("LiberationMono" in font for font in used), file.stem


def test_small_print_is_a_part_of_the_templates_own_size(tmp_path):
    def large(document):
        document.styles["Normal"].element.get_or_add_rPr().append(
            parse_xml(f'<w:sz {nsdecls("w")} w:val="28"/>')
        )

    word = opened(docx_bytes(EVERYTHING, own_template(tmp_path, large)))
    assert word.styles["Memo Tabelltext"].font.size.pt == 12.5  # nine tenths of 14, in half points
    assert word.styles["List Number"].font.size is None


def test_no_paragraph_is_empty_and_figures_and_sums_have_styles():
    word = opened(docx_bytes(EVERYTHING, shipped("huddinge")))
    empty = [p for p in word.element.body.iter(qn("w:p")) if not p.text.strip()]
    slut = word.styles["Memo Slutrad"].style_id
    assert {p.style for p in empty} == {slut}  # after the last table, where Word wants one
    assert len(empty) == 2  # and in the cell beside a third signature
    post, summa, ten = (said(word, text) for text in ("Post", "Summa", "Kronor"))
    assert (
        ten.style == word.styles["Memo Tabelltal"].style_id and post.find(f".//{qn('w:b')}") is None
    )
    assert summa.find(f".//{qn('w:rStyle')}").get(VALUE) == word.styles["Memo Stark"].style_id
    assert said(word, "Efter tabellen.").style == word.styles["Memo Efter tabell"].style_id


def kept(paragraph) -> bool:
    return paragraph.pPr is not None and paragraph.pPr.find(qn("w:keepNext")) is not None


def test_signatures_stand_side_by_side_with_the_last_words_above_them():
    memo = paper(Bullets(("Klimatkommunerna", "SEKOM")), last=(Signatures(NAMES),))
    word = opened(docx_bytes(memo, shipped("huddinge")))
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        list(NAMES[:2]),
        [NAMES[2], ""],
    ]
    for row in table.rows:
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    first, second, third = (said(word, name) for name in NAMES)
    assert kept(first) and kept(second) and not kept(third)
    assert {p.style for p in (first, second, third)} == {word.styles["Memo Underskrift"].style_id}
    assert kept(said(word, "SEKOM"))
    assert word.styles["Heading 2"].paragraph_format.keep_with_next


def test_the_last_line_never_stands_alone():
    word = opened(docx_bytes(paper(Paragraph("Först."), Paragraph("Sist.")), shipped("huddinge")))
    assert kept(said(word, "Först.")) and not kept(said(word, "Sist."))


def test_however_long_the_text_the_last_page_has_words_above_the_signatures(tmp_path):
    lengths = (31, 33, 35)
    for lines in lengths:
        text = tuple(Paragraph(f"Stycke {n}.") for n in range(lines))
        memo = paper(*text, last=(Signatures(NAMES[:2]),))
        (tmp_path / f"{lines}.docx").write_bytes(docx_bytes(memo, shipped("huddinge")))
    convert([tmp_path / f"{lines}.docx" for lines in lengths], "pdf", tmp_path)
    for lines in lengths:
        last = PdfReader(tmp_path / f"{lines}.pdf").pages[-1].extract_text()
        assert "Anna Ek" in last and "Bo Al" in last
        assert f"Stycke {lines - 1}." in last


def test_the_plain_text_has_the_lines_beside_each_other_too():
    told = txt_bytes(paper(last=(Signatures(NAMES[:2]),))).decode()
    line, names, titles = told.splitlines()[-3:]
    assert line == f"{'_' * 30}      {'_' * 30}"
    assert names.split() == ["Anna", "Ek", "Bo", "Al"]
    assert titles.index("Ekonomidirektör") == names.index("Bo") == 36
    long = tuple(f"{name} {'x' * 60}" for name in ("Anna", "Bo"))
    below = txt_bytes(paper(last=(Signatures(long),))).decode()
    assert below.rstrip().endswith(f"{'_' * 30}\nBo {'x' * 60}")
