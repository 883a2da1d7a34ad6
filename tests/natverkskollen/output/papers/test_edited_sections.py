"""Sections that a person rewrites: kept, marked, and told when the ground has changed."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.model.records import MemoText, text_hash
from natverkskollen.output.papers.blocks import (
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Table,
    block_texts,
    with_texts,
)
from natverkskollen.output.papers.render import draft
from natverkskollen.output.papers.section_text import (
    EDITABLE,
    differences,
    ground_changed,
    section_text,
    text_blocks,
)
from natverkskollen.swedish.line_breaks import unbroken
from tests import ROOT
from tests.building.papers import build_memo, huddinge, result

MINE = (
    "## Min rubrik\n\nMitt stycke\nmed en rad till.\n\n- en punkt\n- en till\n\n### Mindre\n\nSlut."
)


def edited(section: str, text: str = MINE):
    generated = draft(result(), ROOT).section(section)
    of = text_hash(section_text(generated.blocks))
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
    blocks = draft(huddinge(), ROOT).section(section).blocks
    text = section_text(blocks)
    assert section_text(text_blocks(text)) == text
    words = [w for b in blocks if not isinstance(b, (Table, Picture)) for w in block_texts(b)]
    again = " ".join(w for b in text_blocks(text) for w in block_texts(b))
    for word in words:
        assert " ".join(word.split()) in " ".join(again.split())


@pytest.mark.parametrize("section", EDITABLE)
def test_an_edited_section_is_kept_marked_and_written_in_every_format(section):
    evaluated = edited(section)
    memo = build_memo(evaluated)
    assert memo.section(section).edited
    assert [s.id for s in memo.sections if s.edited] == [section]
    word = "\n".join(p.text for p in Document(BytesIO(draft(evaluated, ROOT).docx())).paragraphs)
    plain = draft(evaluated, ROOT).txt().decode()
    for said in ("Min rubrik", "Mitt stycke\nmed en rad till.", "Slut."):
        assert said in word and said in plain
    assert draft(evaluated, ROOT).pdf().startswith(b"%PDF")
    appendix = [b for b in memo.section("bilaga").blocks if isinstance(b, Table)]
    rows = dict(row for row in appendix[-1].rows)
    assert rows["Avsnitt som är skrivna för hand"] == memo.section(section).heading


def test_the_tables_of_an_edited_section_follow_the_figures():
    memo = build_memo(edited("ekonomi"))
    ours = draft(result(), ROOT).section("ekonomi")
    tables = [with_texts(block, unbroken) for block in ours.blocks if isinstance(block, Table)]
    assert tables
    assert [b for b in memo.section("ekonomi").blocks if isinstance(b, Table)] == tables


@pytest.mark.parametrize("section", ["forslag-till-beslut", "bilaga", "beslutsunderlag"])
def test_what_is_data_or_record_is_not_rewritten(section):
    evaluated = result(memo_texts={section: {"text": MINE, "of": "x"}})
    assert (
        build_memo(evaluated).section(section).blocks
        == build_memo(result()).section(section).blocks
        or section == "bilaga"
    )
    assert not build_memo(evaluated).section(section).edited


def test_it_is_told_when_the_ground_has_changed():
    edit = edited("juridik").evaluation.memo_texts["juridik"]
    assert not ground_changed(draft(result(), ROOT).section("juridik"), edit)
    later = result(case={"legal": "Ny juridik."})
    assert ground_changed(draft(later, ROOT).section("juridik"), edit)


def test_the_difference_is_told_paragraph_by_paragraph_in_words():
    assert differences("Ett.\n\nTvå.\n\nTre.", "Ett.\n\nTVÅ.\n\nTre.\n\nFyra.") == (
        ("Bara i din text", "Två."),
        ("Bara i den nya texten", "TVÅ."),
        ("Bara i den nya texten", "Fyra."),
    )
    assert differences("Lika.", "Lika.") == ()


@given(st.text(alphabet="ab#- \n\t.åäö", min_size=1, max_size=80).filter(lambda t: t.strip()))
def test_any_text_can_be_edited_in_and_settles_at_once(text):
    once = section_text(text_blocks(text))
    assert section_text(text_blocks(once)) == once
    assert (
        sorted("".join(once.split())) == sorted("".join(text.split())) or "#" in text or "-" in text
    )


def test_a_text_is_known_by_its_hash():
    assert MemoText(text="a", of=text_hash("b")).of == text_hash("b") != text_hash("c")
