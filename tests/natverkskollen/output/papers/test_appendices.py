"""The papers beside the memo: every reason in whole, every figure's ground, every quote."""

from __future__ import annotations

from dataclasses import replace

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.output.papers.blocks import Paragraph, Picture, Table
from natverkskollen.output.papers.paper_names import file_name
from natverkskollen.swedish.line_breaks import unbroken
from natverkskollen.swedish.signs import HARD
from tests.building.dossiers import shipped
from tests.building.many import many_networks
from tests.building.papers import huddinge, papers, result, said


def cells(paper, section):
    (table,) = (b for b in paper.section(section).blocks if isinstance(b, Table))
    return table


def test_every_rationale_stands_in_whole_under_its_theme() -> None:
    paper = papers(huddinge())["bilaga-1"]
    for found in huddinge().networks:
        for theme in found.themes:
            under = said(paper, theme.theme.id)
            for cell in theme.criteria:
                for ground in cell.assessment.grounds:
                    if ground.answer.rationale:
                        assert unbroken(ground.answer.rationale).replace(HARD, " ") in under


def test_networks_stand_side_by_side_and_row_by_row_when_they_are_many() -> None:
    few = cells(papers(result())["bilaga-1"], "nyttan")
    assert few.header == ("Kriterium", "Ett", "Tva")
    assert few.rows[0][1:] == ("4 – Ofta.\nVi använder den.", "Ej bedömt")
    many = cells(papers(evaluate(many_networks(5)))["bilaga-1"], "fokus")
    assert many.header == ("Kriterium", "Nätverk", "Bedömning och skäl")
    assert [row[:2] for row in many.rows[:6]] == [
        ("Relevans för kommunens utmaningar", "Nätverk A"),
        *(("", f"Nätverk {sign}") for sign in "BCDE"),
        ("Bredd", "Nätverk A"),
    ]


def test_several_assessors_are_each_told_with_what_they_answered() -> None:
    paper = papers(robustness(shipped("exempel-vastra-gotaland")).result)["bilaga-1"]
    text = said(paper)
    roles = [a.role for a in shipped("exempel-vastra-gotaland").evaluation.assessors]
    assert len(roles) > 1 and all(f"{role} (" in text for role in roles)


def test_the_overview_has_values_intervals_results_and_one_picture() -> None:
    paper = papers(huddinge())["bilaga-1"]
    table = cells(paper, "oversikt")
    assert table.rows[-3][2:] == ("73 (59–80)", "57 (44–70)")
    assert table.rows[-2][2:] == ("Fortsätt", "Avvakta")
    assert sum(isinstance(b, Picture) for s in paper.sections for b in s.blocks) == 1


def test_the_proposed_alternative_is_marked() -> None:
    blocks = papers(huddinge())["bilaga-1"].section("alternativ").blocks
    sekom = next(b for b in blocks if b.title == "Alternativ för SEKOM")
    assert [row[0] for row in sekom.rows] == ["Fortsätt", "Avvakta (förslaget)", "Begär utträde"]
    assert sekom.rows[2][2].replace(HARD, " ") == "0 kr efter utträdet"


def leaving_out(*parts: str):
    """Bilaga 1 of Huddinge without some of its parts."""
    dossier = huddinge().dossier
    chosen = dossier.evaluation.model_copy(update={"appendix_without": parts})
    return papers(evaluate(replace(dossier, evaluation=chosen)))["bilaga-1"]


def test_what_is_chosen_away_is_not_printed_and_the_rest_is_word_for_word_the_same() -> None:
    """Section by section beside the whole paper: each part takes away its own and nothing else."""
    whole = papers(huddinge())["bilaga-1"]
    overview, *_ = [section.id for section in whole.sections]
    same = [section.id for section in whole.sections]
    assert said(leaving_out("alternatives")) == said(replace_sections(whole, "alternativ"))
    tabled = leaving_out("chart")
    assert [type(b) for b in tabled.section(overview).blocks] == [Paragraph, Table]
    drawn = leaving_out("matrix")
    assert [type(b) for b in drawn.section(overview).blocks] == [Picture]
    assert [section.id for section in drawn.sections] == same
    assert overview not in [section.id for section in leaving_out("matrix", "chart").sections]


def replace_sections(paper, without):
    return replace(paper, sections=tuple(s for s in paper.sections if s.id != without))


def test_without_the_reasons_every_level_stands_and_what_is_counted_says_how() -> None:
    whole, bare = papers(huddinge())["bilaga-1"], leaving_out("reasons")
    for theme in huddinge().criteria.themes:
        full, short = cells(whole, theme.id), cells(bare, theme.id)
        assert short.header == full.header
        assert "skäl" not in short.title and "skäl" in full.title
        for criterion, row, before in zip(theme.criteria, short.rows, full.rows, strict=True):
            for cell, all_of_it in zip(row, before, strict=True):
                if criterion.asked:
                    assert cell == all_of_it.partition(".\n")[0]
                else:
                    assert cell == all_of_it


def test_among_many_networks_the_memo_points_to_no_alternatives_that_are_not_printed() -> None:
    dossier = many_networks(5)
    pointing = "Alternativen till förslagen står i bilaga 1"
    assert pointing in said(papers(evaluate(dossier))["tjansteskrivelse"])
    chosen = dossier.evaluation.model_copy(update={"appendix_without": ("alternatives",)})
    found = papers(evaluate(replace(dossier, evaluation=chosen)))
    assert pointing not in said(found["tjansteskrivelse"])
    assert "Alternativ för" not in said(found["bilaga-1"])


def test_the_program_is_named_once_and_only_in_the_second_appendix() -> None:
    found = papers(huddinge(), robustness=robustness(shipped()))
    names = {id_: said(paper).count("Nätverkskollen") for id_, paper in found.items()}
    remark = (huddinge().evaluation.remark or "").count("Nätverkskollen")  # a person's own words
    roles = sum(a.role.count("Nätverkskollen") for a in huddinge().evaluation.assessors)
    assert names == {
        "tjansteskrivelse": 0,
        "bilaga-1": remark,
        "bilaga-2": 1 + roles,
        "kallor": 0,
    }


def test_the_second_appendix_makes_the_calculation_repeatable() -> None:
    found = robustness(shipped())
    text = said(papers(found.result, robustness=found)["bilaga-2"])
    for part in (
        found.result.input_hash,
        found.result.program_version,
        "version 2027-01",
        "Vikter (lika vikter): Fokusområden 25 %",
        f"frö {found.seed}",
        "Fortsätt från 60".lower(),
        "76 582,40 kr",
        "4 000 kr + 0,30 kr × 114 304 invånare",
        "1 708,80 kr mer",
    ):
        assert part in text, part


def test_every_quote_stands_word_for_word_with_its_place() -> None:
    text = said(papers(huddinge())["kallor"])
    quotes = 0
    for found in huddinge().networks:
        for cell in found.criteria:
            for ground in cell.assessment.grounds:
                for evidence in ground.answer.evidence:
                    if evidence.source:
                        quotes += 1
                        assert evidence.source.place in text
                        quote = unbroken(evidence.source.quote.strip("”")).replace(HARD, " ")
                        assert f"”{quote}”" in text
    assert quotes > 30 and "K1: Bilaga – Utvärdering av medlemskapen" in text


def test_each_paper_has_the_memos_head_under_a_name_and_a_file_of_its_own() -> None:
    found = papers(huddinge())
    memo = found["tjansteskrivelse"].head
    for id_, name, title in (
        ("bilaga-1", "Bilaga 1", "Bedömning tema för tema"),
        ("bilaga-2", "Bilaga 2", "Metod, kostnad och känslighetsanalys"),
        ("kallor", "Källor och citat", "Källor och citat"),
    ):
        head = found[id_].head
        assert (head.document_name, head.title) == (name, title)
        assert (head.diarienummer, head.date, head.stamp) == (
            memo.diarienummer,
            memo.date,
            memo.stamp,
        )
    assert len({file_name(id_, "x", "docx") for id_ in found}) == 4
    assert file_name("bilaga-1", "huddinge-2025", "pdf") == "bilaga-1-bedomning-huddinge-2025.pdf"
