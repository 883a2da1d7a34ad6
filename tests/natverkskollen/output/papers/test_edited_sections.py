"""Sections that a person rewrites: kept, marked, and told when the ground has changed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from natverkskollen.analysis.result import Result
from natverkskollen.model.memo_text import MemoText, text_hash
from natverkskollen.output.papers.blocks import (
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Section,
    Table,
    block_texts,
)
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fidelity import document_text
from natverkskollen.output.papers.memo import generated_sections
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.section_text import (
    EDITABLE,
    differences,
    ground_changed,
    section_text,
    text_blocks,
    with_edit,
)
from natverkskollen.output.papers.template import SECTIONS, MemoTemplate
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.output.papers.writing import Writing
from tests import ROOT
from tests.building.papers import build_memo, huddinge, papers, result, said

MINE = (
    "## Min rubrik\n\nMitt stycke\nmed en rad till.\n\n- en punkt\n- en till\n\n### Mindre\n\nSlut."
)


# Every section that can be edited has one of its own here; the shipped mappings join some.
ALONE = MemoTemplate(order=tuple(SECTIONS))


def ours(section: str, evaluated: Result | None = None):
    """A section as the program writes it."""
    writing = Writing(evaluated or result(), ALONE)
    return next(each for each in generated_sections(writing) if each.id == section)


def edited(section: str, text: str = MINE):
    of = text_hash(section_text(ours(section).blocks))
    return result(memo_texts={section: {"text": text, "of": of}})


def test_an_edited_text_is_headings_paragraphs_and_lists():
    assert text_blocks(MINE) == (
        Heading(3, "Min rubrik"),
        Paragraph("Mitt stycke\nmed en rad till."),
        Bullets(("en punkt", "en till")),
        Heading(4, "Mindre"),
        Paragraph("Slut."),
    )


@pytest.mark.parametrize("section", EDITABLE)
def test_a_generated_text_that_is_saved_unchanged_says_the_same(section):
    blocks = ours(section, huddinge()).blocks
    text = section_text(blocks)
    assert section_text(text_blocks(text)) == text
    words = [w for b in blocks if not isinstance(b, (Table, Picture)) for w in block_texts(b)]
    again = " ".join(w for b in text_blocks(text) for w in block_texts(b))
    for word in words:
        assert " ".join(word.split()) in " ".join(again.split())


@pytest.mark.parametrize("section", EDITABLE)
def test_an_edited_section_is_kept_marked_and_written_in_every_format(section):
    found = papers(edited(section), ALONE)
    memo = found["tjansteskrivelse"]
    assert [s.id for s in memo.sections if s.edited] == [section]
    word = document_text(docx_bytes(memo, ROOT / "templates" / "huddinge.docx"))
    plain = txt_bytes(memo).decode()
    for words in ("Min rubrik", "Mitt stycke\nmed en rad till.", "Slut."):
        assert words in word and words in plain
    assert pdf_bytes(memo, ROOT / "templates" / "huddinge.docx").startswith(b"%PDF")
    heading = memo.section(section).heading
    assert f"Avsnitt som är skrivna för hand\n{heading}" in said(found["bilaga-2"])


@pytest.mark.parametrize("section", ["alternativ", "juridik", "barn", "uppfoljning"])
def test_an_edit_of_a_section_that_the_mapping_joins_with_others_is_still_read(section):
    memo = papers(edited(section), MemoTemplate())["tjansteskrivelse"]
    assert "Mitt stycke\nmed en rad till." in said(memo)


def test_the_tables_of_an_edited_section_follow_the_figures():
    table = Table("Tal", ("Namn", "Kronor"), (("Ett", "1"),), (50, 50))
    section = Section("ekonomi", "Ekonomi", (Paragraph("Vårt."), table))
    edit = MemoText(text=MINE, of="x")
    assert with_edit(section, edit).blocks == (*text_blocks(MINE), table)


@pytest.mark.parametrize("section", ["forslag-till-beslut", "beslutsunderlag"])
def test_what_is_data_or_record_is_not_rewritten(section):
    evaluated = result(memo_texts={section: {"text": MINE, "of": "x"}})
    theirs = build_memo(evaluated).section(section).blocks
    assert theirs == build_memo(result()).section(section).blocks
    assert not build_memo(evaluated).section(section).edited


def test_it_is_told_when_the_ground_has_changed():
    edit = edited("juridik").evaluation.memo_texts["juridik"]
    assert not ground_changed(ours("juridik"), edit)
    later = result(case={"legal": "Ny juridik."})
    assert ground_changed(ours("juridik", later), edit)


def test_the_difference_is_told_paragraph_by_paragraph_in_words():
    assert differences("Ett.\n\nTvå.\n\nTre.", "Ett.\n\nTVÅ.\n\nTre.\n\nFyra.") == (
        ("Bara i din text", "Två."),
        ("Bara i den nya texten", "TVÅ."),
        ("Bara i den nya texten", "Fyra."),
    )
    assert differences("Lika.", "Lika.") == ()


@example("- \n a")
@example("### \n## \n\n a")
@given(st.text(alphabet="ab#- \n\t.åäö", min_size=1, max_size=80).filter(lambda t: t.strip()))
def test_any_text_can_be_edited_in_and_settles_at_once(text):
    once = section_text(text_blocks(text))
    assert section_text(text_blocks(once)) == once
    assert (
        sorted("".join(once.split())) == sorted("".join(text.split())) or "#" in text or "-" in text
    )


def test_a_list_or_heading_that_was_begun_and_never_written_leaves_nothing():
    assert text_blocks("- \n Ett stycke.\n\n- \n Ett till.\n\n## \n\nEtt sista.") == (
        Paragraph("Ett stycke."),
        Paragraph("Ett till."),
        Paragraph("Ett sista."),
    )


def test_a_list_written_further_in_is_a_list():
    assert text_blocks("Vi föreslår:\n  - ett\n  - två") == (
        Paragraph("Vi föreslår:"),
        Bullets(("ett", "två")),
    )


def test_a_text_is_known_by_its_hash():
    assert MemoText(text="a", of=text_hash("b")).of == text_hash("b") != text_hash("c")
