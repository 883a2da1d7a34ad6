"""What the memo says: the right sections, the right words, and nothing that nobody entered."""

from __future__ import annotations

import re

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.papers.blocks import (
    Numbered,
    Paper,
    Paragraph,
    Picture,
    Signatures,
    Table,
    block_texts,
)
from natverkskollen.output.papers.memo import STAMP
from natverkskollen.output.papers.template import SECTIONS, MemoTemplate
from natverkskollen.swedish.line_breaks import unbroken
from natverkskollen.swedish.signs import HARD
from tests.building import dossiers as build
from tests.building.papers import build_memo, huddinge, result


@pytest.fixture(scope="module")
def memo() -> Paper:
    return build_memo(huddinge())


def text(memo: Paper, section: str) -> str:
    blocks = memo.section(section).blocks
    return "\n".join(t for block in blocks for t in block_texts(block)).replace(HARD, " ")


def test_the_sections_come_in_huddinges_order(memo):
    assert [section.id for section in memo.sections] == list(SECTIONS)
    assert [section.heading for section in memo.sections][:4] == [
        "Förslag till beslut",
        "Sammanfattning",
        "Beskrivning av ärendet",
        "Förvaltningens synpunkter",
    ]


def test_the_decisions_are_sentences_that_stand_alone(memo):
    (sentences,) = [
        b.items for b in memo.section("forslag-till-beslut").blocks if isinstance(b, Numbered)
    ]
    assert [sentence.replace(HARD, " ") for sentence in sentences] == [
        "Kommunstyrelsen godkänner redovisningen av utvärderingen av medlemskapen i "
        "Klimatkommunerna och Sveriges Ekokommuner (SEKOM), daterad den 1 april 2025.",
        "Huddinge kommun fortsätter att vara medlem i föreningen Klimatkommunerna.",
        "Kommunstyrelsen ger kommundirektören i uppdrag att senast den 30 maj 2026 återkomma till "
        "kommunstyrelsen med förslag till beslut om fortsatt medlemskap i eller utträde ur "
        "föreningen Sveriges Ekokommuner (SEKOM).",
        "Kommunstyrelsen förklarar uppdraget att utvärdera de båda medlemskapen, som dåvarande "
        "klimat- och stadsmiljönämnden gav den 21 april 2022, § [Fyll i], avslutat.",
    ]
    assert text(memo, "forslag-till-beslut").startswith("Kommunstyrelsens beslut")


def test_the_head_carries_register_number_date_and_draft_stamp(memo):
    assert memo.head.diarienummer == "KS-2025/475"
    assert memo.head.date == "2025-04-01"
    assert memo.head.stamp == STAMP
    assert build_memo(result(status="final")).head.stamp == ""


def test_the_computed_fee_stands_beside_the_quoted_one(memo):
    assert (
        text(memo, "beskrivning").count(
            "Avgiften är 38 291 kronor per år (4 000 kr + 0,30 kr × 114 304 invånare)"
        )
        == 2
    )
    assert "Underlaget anger cirka 40 000 kronor, 1 709 kronor mer [B7]." in text(
        memo, "beskrivning"
    )
    assert "76 582,40 kr" in text(memo, "ekonomi")
    assert "0,67 kr" in text(memo, "ekonomi")


def test_both_networks_are_presented_with_dated_facts(memo):
    said = text(memo, "beskrivning")
    for found in huddinge().networks:
        assert found.network.name in said
        assert found.membership.presentation.replace(HARD, " ") in said
    assert "uppgift per 31 december 2024" in said


def test_every_rationale_is_verbatim_in_the_appendix(memo):
    quotes = {b.text for b in memo.section("bilaga").blocks if isinstance(b, Paragraph)}
    rationales = {
        unbroken(ground.answer.rationale)
        for found in huddinge().networks
        for cell in found.criteria
        for ground in cell.assessment.grounds
        if ground.answer.rationale
    }
    assert len(rationales) > 15
    assert rationales <= quotes


def test_the_appendix_makes_the_calculation_repeatable(memo):
    said = text(memo, "bilaga")
    for part in (huddinge().input_hash, huddinge().program_version, "2026-11", "Lika vikter"):
        assert part in said
    assert "K1, avsnittet" in said
    assert "K1: Bilaga – Utvärdering av medlemskapen" in said


def test_the_remark_goes_first_and_again_before_the_scores(memo):
    remark = unbroken(huddinge().evaluation.remark or "")
    assert memo.remarks == (remark,)
    assert memo.section("bilaga").blocks[0] == Paragraph(remark, kind="remark")
    assert "anmärkningen först i skrivelsen" in text(memo, "synpunkter")
    assert build_memo(result(fictional=True)).remarks[0].startswith("Påhittat exempel.")
    assert build_memo(result()).remarks == ()


def test_nothing_is_asserted_that_nobody_entered():
    memo = build_memo(result(answers={}))
    for section in ("forslag-till-beslut", "juridik", "barn", "uppfoljning"):
        assert text(memo, section).startswith("Ej bedömt."), section
    assert text(memo, "skickas-till") == "Ej angivet."
    assert "Ingen slutsats är inskriven" in text(memo, "synpunkter")
    assert memo.section("underskrifter").blocks == ()
    assert "Ett: Ej bedömt" in text(memo, "bilaga")


def test_children_are_answered_by_a_person():
    memo = build_memo(result(case={"children": {"affected": "indirekt", "reason": "Skolor."}}))
    assert text(memo, "barn") == "Ärendet berör barn indirekt. Skolor."


def test_a_decision_that_differs_from_the_scores_says_so():
    leave = {"network": "ett", "outcome": "leave", "from_date": "2026-01-01", "body": "KS"}
    said = text(build_memo(result(decisions=[leave])), "synpunkter")
    assert "pekar mot ”fortsätt”, men förslaget är ”begär utträde”" in said
    assert "Skriv varför" not in said  # that is something to do, and not for print
    reasoned = {**leave, "differs_because": "Pengarna behövs."}
    said = text(build_memo(result(decisions=[reasoned])), "synpunkter")
    assert "Pengarna behövs." in said
    follows = {"network": "ett", "outcome": "continue", "body": "KS"}
    assert "Avvikelse" not in text(build_memo(result(decisions=[follows])), "synpunkter")


def test_each_deciding_body_has_its_own_numbered_block():
    decisions = [
        {"network": "ett", "outcome": "continue", "body": "Kommunstyrelsen"},
        {"network": "tva", "outcome": "continue", "body": "Kommunfullmäktige"},
    ]
    memo = build_memo(result(decisions=decisions))
    assert "Kommunstyrelsens beslut" in text(memo, "forslag-till-beslut")
    assert "Kommunstyrelsens förslag till kommunfullmäktige" in text(memo, "forslag-till-beslut")
    lists = [b for b in memo.section("forslag-till-beslut").blocks if isinstance(b, Numbered)]
    assert [len(numbered.items) for numbered in lists] == [1, 1]


def test_the_proposed_alternative_is_marked(memo):
    tables = {b.title: b for b in memo.section("alternativ").blocks if isinstance(b, Table)}
    sekom = tables["Alternativ för SEKOM (beräknat av Nätverkskollen)"]
    assert [row[0] for row in sekom.rows] == ["Fortsätt", "Avvakta (förslaget)", "Begär utträde"]
    assert sekom.rows[2][2].replace(HARD, " ") == "0 kr efter utträdet"


def test_the_picture_has_its_finding_in_words_and_its_numbers_in_a_table(memo):
    (picture,) = [b for b in memo.section("synpunkter").blocks if isinstance(b, Picture)]
    found = huddinge()
    for each in found.networks:
        total = round(each.total)
        assert f"{each.network.short} får {total} av 100" in picture.alt
        assert f">{each.network.short}: {total} av 100<" in picture.svg
    (table,) = [
        b for b in memo.section("synpunkter").blocks if isinstance(b, Table) and "bidrar" in b.title
    ]
    assert [row[0] for row in table.rows] == [t.title for t in found.criteria.themes] + [
        "Sammanvägt"
    ]


def test_own_document_comes_first_among_the_documents_and_is_dated(memo):
    first = memo.section("beslutsunderlag").blocks[0].items[0]
    assert first == "Tjänsteskrivelse, Kommunstyrelsens förvaltning, 2025-04-01, KS-2025/475"


def test_the_summary_can_be_neutral():
    said = text(build_memo(huddinge()), "sammanfattning")
    assert "Förslag om SEKOM:\nAvvakta, avgör senast den 30 maj 2026." in said
    neutral = text(
        build_memo(huddinge(), MemoTemplate(summary_with_proposal=False)), "sammanfattning"
    )
    assert "Förslag" not in neutral
    assert "av 100" not in neutral


def test_dates_follow_the_template():
    iso = build_memo(huddinge(), MemoTemplate(date_style="iso"))
    assert "senast 2026-05-30" in text(iso, "forslag-till-beslut")
    assert "uppgift per 2024-12-31" in text(iso, "beskrivning")
    assert "december" not in text(iso, "ekonomi")


def test_at_most_as_many_sign_as_the_template_has_room_for():
    who = result(case={"signatures": ["Kommundirektör", "Ekonomidirektör"]})
    (lines,) = build_memo(who).section("underskrifter").blocks
    assert lines == Signatures(("Kommundirektör", "Ekonomidirektör"))
    (one,) = build_memo(who, MemoTemplate(signatures=1)).section("underskrifter").blocks
    assert one == Signatures(("Kommundirektör",))
    assert build_memo(who, MemoTemplate(signatures=0)).section("underskrifter").blocks == ()


def test_generated_text_is_plain_swedish():
    everything = build_memo(
        result(decisions=[{"network": "ett", "outcome": "continue", "body": "Kommunstyrelsen"}])
    )
    said = " ".join(
        block.text
        for section in everything.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.kind == "body"
    )
    words = re.findall(r"\w+", said)
    sentences = re.findall(r"[.!?](?=\s|$)", said)
    lix = len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)
    assert lix <= 50


def test_the_worst_answer_is_among_the_weightiest_reasons_of_a_shortened_memo() -> None:
    """Value 0 lies as far from the middle as 100 does; three reasons do not fit beside it."""
    given = {"a": 4, "b": 2, "c": 4, "worst": 1}
    criteria = build.criteria_set(build.theme("t", 1, *map(build.judged, given)))
    answers = {
        id_: build.score(step).model_copy(update={"rationale": f"Skälet {id_}."})
        for id_, step in given.items()
    }
    memo = build_memo(evaluate(build.dossier(criteria, {"n": answers})))
    said = text(memo, "synpunkter")
    assert "Skälet worst." in said and "Skälet a." in said
    assert "Skälet b." not in said and "Skälet c." not in said
