"""What the memo says: the right sections, the right words, and nothing that nobody entered."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.papers.blocks import (
    Numbered,
    Paper,
    Paragraph,
    Signatures,
    block_texts,
)
from natverkskollen.output.papers.memo import STAMP
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.swedish.line_breaks import unbroken
from natverkskollen.swedish.signs import HARD
from tests.building import dossiers as build
from tests.building.papers import build_memo, huddinge, papers, result, said


@pytest.fixture(scope="module")
def memo() -> Paper:
    return build_memo(huddinge())


def text(memo: Paper, section: str) -> str:
    blocks = memo.section(section).blocks
    return "\n".join(t for block in blocks for t in block_texts(block)).replace(HARD, " ")


def test_the_sections_come_in_huddinges_order(memo):
    assert [section.heading for section in memo.sections] == [
        "Förslag till beslut",
        "Sammanfattning",
        "Beskrivning av ärendet",
        "Förvaltningens synpunkter",
        "Ekonomiska konsekvenser",
        "Övriga konsekvenser",
        "Beslutsunderlag",
        "Beslutet skickas till",
        "",
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


def test_the_cost_is_said_with_its_rule_what_is_left_out_and_what_changes(memo):
    assert text(memo, "ekonomi") == (
        "Medlemskapen kostar tillsammans minst 76 582 kronor per år, 67 öre per invånare. "
        "Avgiften till vartdera nätverket är 38 291 kronor (4 000 kronor och 30 öre per invånare). "
        "Arbetstid ingår inte. Förslaget ändrar inte kostnaden."
    )
    assert "kostar tillsammans minst 76 500 kronor per år." in text(memo, "sammanfattning")


def test_a_proposal_to_leave_or_apply_says_what_the_cost_becomes():
    leave = {"network": "ett", "outcome": "leave", "from_date": "2026-12-31", "body": "KS"}
    apply = {"network": "tva", "outcome": "apply", "body": "KS"}
    here = [{"network": "ett"}, {"network": "tva", "member": False}]
    said = text(build_memo(result(memberships=here, decisions=[leave, apply])), "ekonomi")
    assert "Förslaget minskar avgifterna med 14 000 kronor per år." in said
    assert "Förslaget ökar avgifterna med 14 000 kronor per år." in said
    assert "Ett medlemskap i Tva skulle kosta minst 14 000 kronor per år." in said


@pytest.mark.parametrize(
    ("decision", "unchanged"),
    [
        ({"outcome": "trial", "by": "2027-01-01"}, True),
        ({"outcome": "renegotiate", "by": "2027-01-01"}, False),
        ({"outcome": "withdraw-leave", "decided": "2025-01-01"}, False),
    ],
)
def test_nothing_is_said_of_a_cost_that_may_change(decision, unchanged):
    given = [{"network": "ett", "body": "KS", **decision}]
    said = text(build_memo(result(decisions=given)), "ekonomi")
    assert ("Förslaget ändrar inte kostnaden." in said) == unchanged


def test_what_a_fee_in_another_currency_saves_is_said_in_it():
    leave = [{"network": "ett", "outcome": "leave", "from_date": 2027, "body": "KS"}]
    memo = build_memo(result(decisions=leave, currency="NOK"))
    assert "Förslaget minskar avgifterna med 14 000 norska kronor per år." in text(memo, "ekonomi")
    assert "kostar 14 000 norska kronor per år" in text(memo, "synpunkter")


def test_the_memo_has_no_score_no_reference_and_no_name_of_the_program(memo):
    said = "\n".join(text(memo, section.id) for section in memo.sections)
    for mark in ("av 100", "[B", "Nätverkskollen", "Beräknat av", "Tillägg", "nivå "):
        assert mark not in said, mark
    assert re.findall(r"\[(?!Fyll i)", said) == []


def test_the_remark_about_levels_stands_where_the_levels_are():
    memo, levels = papers(huddinge())["tjansteskrivelse"], papers(huddinge())["bilaga-1"]
    assert memo.remarks == ()
    assert levels.remarks == (unbroken(huddinge().evaluation.remark or ""),)
    assert build_memo(result(fictional=True)).remarks[0].startswith("Påhittat exempel.")


def test_a_draft_shows_its_gaps_and_a_final_memo_has_none():
    draft, final = (build_memo(result(answers={}, status=s)) for s in ("draft", "final"))
    assert text(draft, "forslag-till-beslut") == "[Fyll i: förslag till beslut]"
    assert text(draft, "ovriga") == "[Fyll i: om ärendet berör barn, och hur]"
    assert text(draft, "skickas-till") == "[Fyll i: vilka som ska få beslutet]"
    assert "[Fyll i: skälen för bedömningen av Ett]" in text(draft, "synpunkter")
    assert draft.section("underskrifter").blocks == ()
    for section in final.sections:
        assert "Fyll i" not in text(final, section.id), section.id
    assert final.section("ovriga").blocks == ()  # and its heading is left out with it


def test_children_are_answered_by_a_person():
    memo = build_memo(result(case={"children": {"affected": "indirekt", "reason": "Skolor."}}))
    assert text(memo, "ovriga") == "Ärendet berör barn indirekt. Skolor."


def test_a_decision_that_differs_from_the_result_says_so_and_why():
    leave = {"network": "ett", "outcome": "leave", "from_date": "2026-01-01", "body": "KS"}
    said = text(build_memo(result(decisions=[leave])), "synpunkter")
    assert "talar för ”fortsätt”, men förslaget är ”begär utträde”. [Fyll i: varför" in said
    reasoned = {**leave, "differs_because": "Pengarna behövs."}
    said = text(build_memo(result(decisions=[reasoned])), "synpunkter")
    assert "förslaget är ”begär utträde”. Pengarna behövs." in said
    follows = {"network": "ett", "outcome": "continue", "body": "KS"}
    assert "men förslaget" not in text(build_memo(result(decisions=[follows])), "synpunkter")


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


def test_own_document_comes_first_among_the_documents_and_is_dated(memo):
    first = memo.section("beslutsunderlag").blocks[0].items[0]
    assert first == "Tjänsteskrivelse, Kommunstyrelsens förvaltning, 2025-04-01, KS-2025/475"


def test_the_documents_are_the_papers_the_assignment_and_what_is_enclosed():
    documents = [
        {"id": "a", "title": "Rapport", "file": "a.pdf", "published": "2025-01-02"},
        {"id": "b", "title": "Stadgar", "file": "b.pdf", "enclosed": True},
    ]
    given = {"body": "Miljönämnden", "date": "2022-04-21", "paragraph": 14, "text": "att se över"}
    found = result(case={"assignment": given}, documents=documents)
    assert build_memo(found).section("beslutsunderlag").blocks[0].items[1:] == (
        "Bilaga 1. Bedömning tema för tema",
        "Bilaga 2. Metod, kostnad och känslighetsanalys",
        unbroken("Miljönämndens beslut den 21 april 2022, § 14"),
        "Stadgar, odaterad",
    )


def test_the_summary_can_be_neutral():
    said = text(build_memo(huddinge()), "sammanfattning")
    assert "tar ställning till medlemskapet i SEKOM senast den 30 maj 2026. Föreningen är" in said
    neutral = text(
        build_memo(huddinge(), MemoTemplate(summary_with_proposal=False)), "sammanfattning"
    )
    assert "föreslår" not in neutral
    assert "Huddinge kommun är medlem i Klimatkommunerna och Sveriges Ekokommuner" in neutral


def test_dates_follow_the_template():
    iso = build_memo(huddinge(), MemoTemplate(date_style="iso"))
    assert "senast 2026-05-30" in text(iso, "forslag-till-beslut")
    assert "medlem sedan 1996-06-12" in text(iso, "beskrivning")


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


def test_the_worst_answer_is_among_the_weightiest_reasons() -> None:
    """Value 0 lies as far from the middle as 100 does; one reason is told for each theme."""
    given = {"a": 4, "b": 2, "c": 4, "worst": 1}
    criteria = build.criteria_set(build.theme("t", 1, *map(build.judged, given)))
    answers = {
        id_: build.score(step).model_copy(update={"rationale": f"Skälet {id_}."})
        for id_, step in given.items()
    }
    found = papers(evaluate(build.dossier(criteria, {"n": answers})))
    assert "Skälet worst." in said(found["tjansteskrivelse"], "synpunkter")
    assert "Skälet b." not in said(found["tjansteskrivelse"])
    assert all(f"Skälet {id_}." in said(found["bilaga-1"]) for id_ in given)


def test_a_network_described_without_its_name_is_named_where_it_is_presented():
    told = said(build_memo(result()), "beskrivning")
    assert "Ett: en förening för kommuner." in told
    own = [{"network": "ett", "presentation": "Föreningen är gammal."}, {"network": "tva"}]
    told = said(build_memo(result(memberships=own)), "beskrivning")
    assert "Föreningen är gammal." in told and "Ett: " not in told


def test_a_network_that_nobody_has_described_is_a_gap_in_a_draft():
    """A network added in the program has a name and a fee; the memo is still written."""
    found = result()
    networks = {
        id_: each.model_copy(update={"description": None})
        for id_, each in found.dossier.networks.items()
    }
    bare = evaluate(replace(found.dossier, networks=networks))
    told = said(build_memo(bare), "beskrivning")
    assert "[Fyll i: vad Nätverket ett är]" in told and "[Fyll i: vad Nätverket tva är]" in told
