"""The one scale in the words of members and of others, and money that nobody pays today."""

from __future__ import annotations

import pytest

from natverkskollen.analysis.portfolio import joining_sentences, portfolio
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.wording import verdict_heading, verdict_name
from natverkskollen.output.drawings.cost_bars import cost_bars
from natverkskollen.output.drawings.scale import cutoff_words
from natverkskollen.output.drawings.verdict_bars import verdict_bars
from natverkskollen.output.papers.alternatives import options
from natverkskollen.output.papers.blocks import Table
from natverkskollen.output.papers.cost_words import sum_sentence
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.papers.writing import Writing
from natverkskollen.output.result_json import result_json
from natverkskollen.output.result_text import result_text
from tests.building.papers import build_memo, papers, result

# Every network pays 4 000 kronor and 1 krona for each of 10 000 inhabitants: 14 000.
MIXED = [{"network": "ett"}, {"network": "tva", "member": False}]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("verdict", "member", "other", "both"),
    [
        ("keep", "Fortsätt", "Ansök", "Fortsätt eller ansök"),
        ("come-back", "Avvakta", "Avvakta", "Avvakta"),
        ("leave", "Begär utträde", "Ansök inte", "Begär utträde eller ansök inte"),
    ],
)
def test_the_scale_in_both_wordings(verdict, member, other, both):
    assert (verdict_name(verdict, True), verdict_name(verdict, False)) == (member, other)
    assert verdict_heading(verdict, {True}) == member
    assert verdict_heading(verdict, [False, True]) == both


def test_too_little_is_said_the_same_way_to_both():
    assert {verdict_name(None, member) for member in (True, False)} == {"Underlaget räcker inte"}


def test_the_sum_of_today_leaves_out_what_a_membership_would_cost():
    evaluated = result(memberships=MIXED)
    assert plain(sum_sentence(Writing(evaluated, MemoTemplate()))) == (
        "Medlemskapet i Ett kostar minst 14 000 kronor per år, 1,40 kronor per invånare. "
        "Ett medlemskap i Tva skulle kosta minst 14 000 kronor per år."
    )
    costs = papers(evaluated)["bilaga-2"].section("kostnad")
    tables = [b for b in costs.blocks if isinstance(b, Table)]
    assert [[row[0] for row in table.rows] for table in tables] == [
        ["Ett", "Alla nätverk", "Alla nätverk"],
        ["Tva"],
    ]
    assert plain(cost_bars(evaluated).finding) == (
        "Ett kostar minst 14 000 kronor per år; Tva skulle kosta minst 14 000 kronor per år"
    )


def test_with_no_membership_at_all_nothing_is_paid_today():
    outside = [{**each, "member": False} for each in MIXED]
    said = plain(sum_sentence(Writing(result(memberships=outside), MemoTemplate())))
    assert "kostar" not in said and said.count("skulle kosta minst 14 000 kronor") == 2


def test_the_set_of_today_has_the_members_and_each_other_may_join():
    whole = portfolio(result(memberships=MIXED))
    assert [each.title for each in whole.scenarios] == ["Som i dag", "Utan Ett", "Med Tva"]
    assert [each.cost for each in whole.scenarios] == [14000, 0, 28000]
    (joining,) = whole.joining
    assert plain(joining_sentences(joining)[0]) == (
        "Går ni med i Tva tillkommer minst 14 000 kronor om året."
    )


def test_alternatives_headings_charts_and_texts_say_what_others_can_do():
    evaluated = result(memberships=MIXED, answers={"nytta": {"score": 5, "rationale": "Ja."}})
    writing = Writing(evaluated, MemoTemplate())
    ett, tva = [block for block in options(writing) if isinstance(block, Table)]
    assert [row[0] for row in ett.rows] == ["Fortsätt", "Avvakta", "Begär utträde"]
    assert [row[0] for row in tva.rows] == ["Ansök", "Avvakta", "Ansök inte"]
    found = robustness(evaluated.dossier)
    assert verdict_bars(found).legend == (
        "Fortsätt eller ansök",
        "Avvakta",
        "Begär utträde eller ansök inte",
    )
    alone = robustness(result(memberships=[{"network": "ett", "member": False}]).dossier)
    assert verdict_bars(alone).legend == ("Ansök", "Avvakta", "Ansök inte")
    assert "Nätverket ett: Ansök" in result_text(alone)
    assert "gränsen 60 för ”ansök”" in plain(result_text(alone))
    assert cutoff_words({True}) == ("begär utträde under", "fortsätt från")
    assert cutoff_words({True, False}) == ("nedre gränsen", "övre gränsen")


def test_the_data_keeps_the_ids_and_tells_who_is_a_member():
    networks = result_json(result(memberships=MIXED))["networks"]
    assert [each["member"] for each in networks.values()] == [True, False]
    assert {each["verdict"] for each in networks.values()} <= {"keep", "come-back", "leave", None}


def test_an_evaluation_of_0_1_0_that_applies_was_never_a_member():
    apply = {"network": "ett", "outcome": "apply", "body": "Kommunstyrelsen"}
    found = result(decisions=[apply]).network("ett")
    assert not found.member and found.membership.member


REGION = {"name": "Region Prov", "kind": "region", "inhabitants": 10000, "as_of": "2024-12-31"}


def test_a_region_is_never_called_kommunen():
    seats = {"network": "ett", "seats": ["Ledamot i styrelsen"]}
    evaluated = result(
        municipality=REGION,
        fictional=True,
        memberships=[seats, {"network": "tva", "member": False}],
        decisions=[
            {
                "network": "tva",
                "outcome": "come-back",
                "by": "2026-05-30",
                "body": "Regionstyrelsen",
            }
        ],
    )
    memo = build_memo(evaluated, robustness=robustness(evaluated.dossier))
    said = str(memo)
    assert "ommunen" not in said.replace("kommuner", "")
    assert "regionen ska ansöka om medlemskap" in said and "Regionens uppdrag: " in said
