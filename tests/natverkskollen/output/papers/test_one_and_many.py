"""The words of the papers for one network, a few of several kinds, and many; each by hand."""

from __future__ import annotations

from typing import Any

import pytest

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.question import case_title
from natverkskollen.model.network import Network
from natverkskollen.output.papers.blocks import Head, Paper, Section, Table
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.output.webpage.committee_file import committee_file
from natverkskollen.swedish.signs import HARD
from tests.building import papers as build
from tests.building.dossiers import SOURCE, criteria_set, dossier, judged, network, score, theme
from tests.building.many import many_networks

CRITERIA = criteria_set(theme("nytta", 1, judged("bredd")))
M, A, D = "medlemskap", "anslutning", "diplomering"


def of(*kinds: str, outside: str = "", place: str = "Provköpings kommun", **more: Any) -> Result:
    """A network of each kind, called Alfa, Beta …; `outside` are the letters of those not joined.

    `more` is what every network says of itself.
    """
    level = "region" if place.startswith("Region") else "kommun"
    names = ("Alfa", "Beta", "Gamma", "Delta", "Epsilon")
    found: dict[str, Network] = {}
    for name, kind in zip(names, kinds, strict=False):
        fee = [{"year": 2025, "fixed": 100, "source": SOURCE}]
        said = {"name": name, "short": name, "membership": kind, "fees": fee, **more}
        found[name.lower()] = network(name.lower(), **said)
    return evaluate(
        dossier(
            CRITERIA,
            {id_: {"bredd": score(4)} for id_ in found},
            networks=found,
            memberships=[{"network": id_, "member": id_[0] not in outside} for id_ in found],
            municipality={"name": place, "kind": level, "inhabitants": 10, "as_of": "2024-12-31"},
        )
    )


def plain(text: str) -> str:
    return text.replace(HARD, " ")


@pytest.mark.parametrize(
    ("result", "title"),
    [
        (of(M), "medlemskapet i Alfa"),
        (of(A), "anslutningen till Alfa"),
        (of(M, M), "medlemskapen i Alfa och Beta"),
        (of(M, D, M), "medlemskapen i Alfa och Gamma samt diplomeringen till Beta"),
        (of(M, outside="a"), "ett medlemskap i Alfa"),
        (of(M, M, M, M), "kommunens medlemskap i fyra nätverk"),
        (of(D, D, D, D, place="Region Prov"), "regionens diplomering till fyra nätverk"),
        (
            of(M, M, M, A, M, outside="e"),
            "kommunens medlemskap i tre nätverk och anslutning till ett nätverk samt frågan om "
            "medlemskap i ett nätverk",
        ),
        (evaluate(many_networks(12)), "kommunens medlemskap i tolv nätverk"),
    ],
)
def test_a_case_without_a_title_is_called_by_its_networks(result: Result, title: str) -> None:
    head = build.build_memo(result).head
    assert plain(head.title) == f"Utvärdering av {title}"


def test_the_title_of_a_case_is_kept_and_stands_on_the_committees_page() -> None:
    given = build.result(case={"title": "Våra nätverk"})
    assert build.build_memo(given).head.title == "Våra nätverk"
    assert case_title(given.evaluation, []) == "Våra nätverk"
    page = committee_file(robustness(of(M).dossier), ())
    assert "<title>Utvärdering av medlemskapet i Alfa – sammanfattning för nämnden</title>" in page


@pytest.mark.parametrize(
    ("result", "what"),
    [
        (of(A, D, M), "anslutningen, diplomeringen och medlemskapet"),
        (of(M, A, M), "medlemskapen och anslutningen"),
        (of(D, M, D, M), "diplomeringarna och medlemskapen"),
    ],
)
def test_several_kinds_are_told_alike_in_the_order_of_the_evaluation(
    result: Result, what: str
) -> None:
    said = build.said(build.build_memo(result), "sammanfattning")
    assert f"Förvaltningen har utvärderat {what}." in said
    assert f"{what[0].upper()}{what[1:]} kostar tillsammans" in said


def test_what_is_only_considered_is_told_in_the_order_of_the_evaluation() -> None:
    said = build.said(build.build_memo(of(M, A, outside="ab")), "sammanfattning")
    assert "har utvärderat frågan om medlemskap och anslutning." in said


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("Föreningen Alfa samlar kommuner.", "Föreningen Alfa samlar kommuner."),
        ("Alfas medlemmar är kommuner.", "Alfas medlemmar är kommuner."),
        ("Den ideella föreningen Alfa är ny.", "Den ideella föreningen Alfa är ny."),
        ("Samlar kommuner, liksom Alfa en gång.", "Alfa: samlar kommuner, liksom Alfa en gång."),
        ("Alfabetets nätverk.", "Alfa: alfabetets nätverk."),
        ("Ett nätverk för Alfa och andra.", "Alfa: ett nätverk för Alfa och andra."),
    ],
)
def test_a_network_is_named_unless_its_description_begins_with_the_name(
    description: str, said: str
) -> None:
    memo = build.said(build.build_memo(of(M, description=description)), "beskrivning")
    assert said in memo.split("\n")[-1]
    assert memo.split("\n")[-1].startswith(said)


def test_one_network_is_not_assessed_by_itself() -> None:
    alone, two = (
        build.said(build.build_memo(result), "beskrivning") for result in (of(M), of(M, M))
    )
    assert "Nätverket är bedömt tema för tema (bilaga 1)." in alone
    assert "Varje nätverk är bedömt för sig, tema för tema (bilaga 1)." in two


NOTICE = "Sista dag för uppsägning är den 30 november."


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        ("Skriftligt senast den 30 november", False),
        ("Senast 30 nov. året före", False),
        ("Senast 30/11", False),
        ("Den 30:e november", False),
        ("Sex månader", True),
        ("Senast den 3 november", True),
        ("Senast den 130 november", True),
        ("Senast 30/12", True),
    ],
)
def test_the_last_day_is_told_once(notice: str, told: bool) -> None:
    result = of(M, terms={"notice": notice, "last_notice_day": "11-30"})
    paper = build.said(build.papers(result)["bilaga-1"], "alternativ")
    leaving = paper[paper.index("Villkor för utträde") :]
    assert (NOTICE in leaving) is told


def table_as_text(*rows: tuple[str, str, str]) -> list[str]:
    """The rows as they are told where the table is too wide for plain text."""
    wide = Table("T", ("Kriterium", "Nätverk", "Skäl"), rows, (20, 20, 60))
    head = Head("D", "K", "", "", "", "", "", "", "", "")
    paper = Paper(head, (), (Section("s", "S", (wide,)),), ("", "", ""))
    return [line for line in txt_bytes(paper).decode().split("\n") if line.startswith("– ")]


def test_a_row_of_a_merged_cell_says_what_it_is_about_and_no_stop_is_doubled() -> None:
    why = "x" * 120
    assert table_as_text(
        ("Bredd", "Alfa", f"{why}."),
        ("", "Beta m.m.", "4"),
        ("Djup.", "Alfa", "5."),
        ("", "Beta", ""),
    ) == [
        f"– Bredd. Nätverk: Alfa. Skäl: {why}.",
        "– Bredd. Nätverk: Beta m.m. Skäl: 4",
        "– Djup. Nätverk: Alfa. Skäl: 5.",
        "– Djup. Nätverk: Beta",
    ]
    assert table_as_text(("", "Alfa", why)) == [f"– Nätverk: Alfa. Skäl: {why}"]


def test_the_papers_of_many_have_no_row_without_its_criterion() -> None:
    text = txt_bytes(build.papers(evaluate(many_networks(5)))["bilaga-1"]).decode()
    assert "– ." not in text and ".. " not in text
    assert text.count("Nätverk: ") >= 5


def test_what_an_alternative_costs_is_said_a_year_and_until_which_day_one_waits() -> None:
    wait = {"network": "ett", "outcome": "come-back", "by": "2027-05-30", "body": "KS"}
    paper = build.papers(build.result(decisions=[wait]))["bilaga-1"]
    (ett, _) = [b for s in paper.sections if s.id == "alternativ" for b in s.blocks]
    assert isinstance(ett, Table) and ett.header[2] == "Kostnad per år"
    assert plain(ett.rows[1][1]).endswith("medan frågan prövas, till den 30 maj 2027.")
    assert all("per år" not in cost for _, _, cost in ett.rows)


def test_a_note_on_the_cost_is_a_sentence_and_the_unanswered_are_counted() -> None:
    notes = [
        {"network": "ett", "cost_note": "Resor ingår"},
        {"network": "tva", "cost_note": "Tid ingår."},
    ]
    paper = build.papers(build.result(memberships=notes, answers={}))["bilaga-2"]
    cost = build.said(paper, "kostnad")
    assert "Resor ingår." in cost and "Tid ingår." in cost and "ingår.." not in cost
    assert "Ett: ett kriterium är inte bedömt (användning)." in build.said(paper, "kanslighet")
