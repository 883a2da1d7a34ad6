"""The three shipped templates really differ, each as its model does (DOMAIN.md §1.1)."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from natverkskollen.output.papers.fidelity import element_text
from natverkskollen.output.papers.render import draft
from natverkskollen.output.papers.template import MemoTemplate, read_template, template_ids
from natverkskollen.swedish.signs import HARD
from tests import ROOT
from tests.building.papers import build_memo, huddinge, opened, result

WHO = {
    "signatures": ["Anna Ek", "Bo Al", "Cia Lind"],
    "officer": "Ida Berg",
    "diarienummer": "KS-2023-00841",
}


def headings(name: str) -> list[str]:
    return [s.heading for s in draft(huddinge(), ROOT, name).sections if s.heading]


def word(name: str):
    return opened(draft(result(case=WHO, decisions=DECISIONS), ROOT, name).docx())


def shown(part) -> str:
    return element_text(part._element)


DECISIONS = [
    {"network": "ett", "outcome": "come-back", "by": "2026-05-30", "body": "Kommunstyrelsen"},
    {"network": "tva", "outcome": "continue", "body": "Kommunfullmäktige"},
]


def test_there_are_three_with_titles_of_their_own():
    found = template_ids(ROOT)
    assert sorted(found) == ["att-satser", "huddinge", "kungsbacka-stil"]
    assert len(set(found.values())) == 3


def test_kungsbackas_headings_come_in_its_order_one_for_each_body():
    assert headings("kungsbacka-stil") == [
        "Förslag till beslut i kommunstyrelsen",
        "Sammanfattning av ärendet",
        "Beslutsunderlag",
        "Beslutet skickas till",
        "Beskrivning av ärendet",
        "Förvaltningens bedömning",
        "Ekonomisk bedömning",
        "Övriga konsekvenser",
    ]
    sections = draft(result(decisions=DECISIONS), ROOT, "kungsbacka-stil").sections
    assert [s.heading for s in sections][:2] == [
        "Förslag till beslut i kommunstyrelsen",
        "Förslag till beslut i kommunfullmäktige",
    ]


def test_kungsbackas_head_foot_dates_and_signatures():
    document = word("kungsbacka-stil")
    page = document.sections[0]
    head, foot = page.first_page_header, page.first_page_footer
    (name,) = (
        p for row in head.tables[0].rows for p in row.cells[0].paragraphs[:1] if "skri" in p.text
    )
    assert name.text == "Tjänsteskrivelse" and name.style.font.all_caps
    assert "Datum\t2025-04-01" in shown(head) and "Diarienummer\tKS-2023-00841" in shown(head)
    fields = [f.get(qn("w:instr")).strip() for f in foot._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"] and "Ida Berg" in shown(foot)
    assert not list(head._element.iter(qn("w:fldSimple")))
    body = [p.text for p in document.element.body.iter(qn("w:p"))]
    body_ = [text.replace("\u00a0", " ") for text in body]
    assert any("senast den 30 maj 2026" in text for text in body_)
    assert body.count("Anna Ek") == body.count("Bo Al") == 1 and "Cia Lind" not in body


def test_the_att_clauses_follow_on_a_line_and_the_summary_is_neutral():
    memo = build_memo(result(case=WHO, decisions=DECISIONS), read_template(ROOT, "att-satser"))
    label, points, onwards, others = memo.section("forslag-till-beslut").blocks
    assert label.text == "Kommunstyrelsen beslutar"
    assert points.items[0].startswith("att ge förvaltningen i uppdrag att senast den")
    assert onwards.text == "Kommunstyrelsen föreslår kommunfullmäktige besluta"
    assert others.items == ("att Provköping ska fortsätta att vara medlem i Nätverket tva.",)
    assert headings("att-satser")[2:4] == ["Ärendet", "Föredragning"]
    said = " ".join(block.text for block in memo.section("sammanfattning").blocks)
    assert "föreslår" not in said and "av 100" not in said


def test_the_att_templates_page_notation_is_in_words():
    head = word("att-satser").sections[0].first_page_header
    shown_ = "".join(n.text or "" for n in head._element.iter(qn("w:t")))
    assert "Sida 1 av 1" in shown_


@pytest.mark.parametrize(
    ("example", "good", "bad"),
    [
        ("KS-2025/475", ["KS-2024/1", "BUN-2025/12345"], ["KS/2025:475", "KS-25/475", "2025/475"]),
        ("KS-2023-00841", ["MN-2024-00001"], ["MN-2024-1", "KS-2025/475", "KS-2023-00841x"]),
        ("2016/0117 KS-2", ["2017/0001 KSN-2"], ["2016/0117KS-2"]),
    ],
)
def test_a_register_number_is_compared_with_the_example(example, good, bad):
    template = MemoTemplate(diarienummer_example=example)
    assert all(template.diarienummer_words(number) == "" for number in good)
    for number in bad:
        words = template.diarienummer_words(number)
        assert number in words and example in words
    assert template.diarienummer_words(None) == ""
    assert MemoTemplate().diarienummer_words("vad som helst") == ""


def test_kungsbackas_points_stand_free_with_the_day_in_words():
    memo = build_memo(result(decisions=DECISIONS), read_template(ROOT, "kungsbacka-stil"))
    (sentence,) = memo.section("forslag-till-beslut").blocks
    assert "senast den 30 maj 2026" in sentence.text.replace(HARD, " ")
