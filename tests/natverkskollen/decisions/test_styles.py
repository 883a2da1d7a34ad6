"""Every outcome in every style: the action, the network and the day, one point each."""

from __future__ import annotations

from typing import get_args

import pytest

from natverkskollen.decisions.sentences import DecisionStyle, decision_blocks
from natverkskollen.model.outcome import OUTCOME_WORDS
from natverkskollen.swedish.signs import HARD
from tests.building.papers import result

STYLES: tuple[DecisionStyle, ...] = get_args(DecisionStyle)
GIVEN = {
    "by": "2026-05-30",
    "from_date": "2026-12-31",
    "condition": "Föreningen redovisar sin plan, § 6.",
    "body": "Kommunstyrelsen",
}
ASSIGNMENT = {
    "body": "Klimatnämnden",
    "date": "2022-04-21",
    "text": "att utvärdera medlemskapen enligt § 60",
}
NAME = "Nätverket ett (Ett)"


def blocks(style, *decisions, body="Kommunstyrelsen"):
    evaluated = result(
        case={"body": body, "assignment": ASSIGNMENT},
        decisions=[{"network": "ett", **GIVEN, **each} for each in decisions],
    )
    return decision_blocks(evaluated.evaluation, lambda id_: evaluated.network(id_).network, style)


def points(style, **decision):
    (block,) = blocks(style, decision)
    return [point.replace("\u00a0", " ") for point in block.points]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("outcome", OUTCOME_WORDS)
def test_every_outcome_is_one_point_that_names_its_network(outcome, style):
    (point,) = points(style, outcome=outcome)
    assert NAME in point and point.count(".") == 1 and point.endswith(".")
    if outcome in ("trial", "come-back"):
        assert "den 30 maj 2026" in point
    if outcome == "leave":
        assert "från och med den 31 december 2026" in point
    if outcome != "come-back":
        assert "Provköping" in point


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("sentences", f"Kommunstyrelsen behåller Provköpings medlemskap i {NAME}."),
        ("att", f"att behålla Provköpings medlemskap i {NAME}."),
        ("infinitive", f"Behålla Provköpings medlemskap i {NAME}."),
        ("passive", f"Provköpings medlemskap i {NAME} behålls."),
    ],
)
def test_the_four_styles(style, said):
    assert points(style, outcome="continue") == [said]


@pytest.mark.parametrize(
    ("style", "lead"),
    [
        ("sentences", ""),
        ("att", "Kommunstyrelsen beslutar"),
        ("infinitive", "Kommunstyrelsen beslutar"),
        ("passive", ""),
    ],
)
def test_where_the_points_do_not_name_the_body_the_line_before_does(style, lead):
    (block,) = blocks(style, {"outcome": "continue"})
    assert (block.label, block.lead) == ("Kommunstyrelsens beslut", lead)


@pytest.mark.parametrize(
    ("money", "infinitive"),
    [
        ("avsätter avgiften till energi", "avsätta"),
        ("Omfördelar avgiften till skolan.", "omfördela"),
        ("ger avgiften till miljönämnden", "ge"),
        ("lägger avgiften på klimat", "lägga"),
        ("för över avgiften till miljönämnden", "föra"),
        ("återför avgiften", "återföra"),
        ("begär mer pengar", "begära"),
    ],
)
def test_the_money_is_a_point_of_its_own(money, infinitive):
    rest = money.rstrip(".").split(" ", 1)[1]
    assert points("att", outcome="continue", money=money)[1] == f"att {infinitive} {rest}."
    present = points("sentences", outcome="continue", money=money)[1]
    assert present == f"Kommunstyrelsen {money[0].lower()}{money[1:].rstrip('.')}."


CLAUSE = "energirådgivningen får avgiften under 2027"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("sentences", f"Kommunstyrelsen beslutar att {CLAUSE}."),
        ("att", f"att {CLAUSE}."),
        ("infinitive", f"Bestämma att {CLAUSE}."),
        ("passive", f"Kommunstyrelsen beslutar att {CLAUSE}."),
    ],
)
@pytest.mark.parametrize("before", ["", "att ", "Att ", "Kommunstyrelsen beslutar att "])
def test_any_other_words_about_the_money_are_a_whole_clause_in_every_style(style, said, before):
    assert points(style, outcome="continue", money=f"{before}{CLAUSE}.")[1] == said


@pytest.mark.parametrize(
    ("money", "clause"),
    [
        ("Avgiften går till klimatet", "avgiften går till klimatet"),
        ("Pengarna stannar hos nämnden.", "pengarna stannar hos nämnden"),
        ("Energikontor Väst får avgiften", "Energikontor Väst får avgiften"),
        # Words that only look like verbs in the present tense.
        ("kommuner i nätverket delar på medlen", "kommuner i nätverket delar på medlen"),
        ("när avtalet löper ut går avgiften åter", "när avtalet löper ut går avgiften åter"),
        ("år 2027 går avgiften till skolan", "år 2027 går avgiften till skolan"),
    ],
)
def test_a_clause_is_never_bent_and_a_name_keeps_its_capital(money, clause):
    assert points("att", outcome="continue", money=money)[1] == f"att {clause}."
    assert points("infinitive", outcome="continue", money=money)[1] == f"Bestämma att {clause}."


@pytest.mark.parametrize("style", STYLES)
def test_a_whole_sentence_with_the_body_is_the_same_as_its_verb(style):
    verb = points(style, outcome="continue", money="avsätter avgiften till energi")
    assert (
        points(style, outcome="continue", money="Kommunstyrelsen avsätter avgiften till energi.")
        == verb
    )


def test_the_assignment_is_closed_once_and_last_by_each_body():
    closing = {"outcome": "continue", "closes_assignment": True}
    own, council = blocks("sentences", closing, {**closing, "body": "Kommunfullmäktige"}, closing)
    assert len(own.points) == 2  # the same decision twice is one point, too
    assert own.points[-1] == (
        "Kommunstyrelsen förklarar uppdraget som klimatnämnden gav den_21_april_2022, "
        "att utvärdera medlemskapen enligt §_60, för avslutat."
    ).replace("_", HARD)
    assert council.points[-1].startswith("Kommunfullmäktige förklarar uppdraget")


@pytest.mark.parametrize("style", STYLES)
def test_a_board_proposes_what_its_council_decides(style):
    (block,) = blocks(style, {"outcome": "continue", "body": "Kommunfullmäktige"})
    assert block.label == "Kommunstyrelsens förslag till kommunfullmäktige"
    assert block.lead.startswith("Kommunstyrelsen föreslår kommunfullmäktige besluta")


@pytest.mark.parametrize("style", STYLES)
def test_a_committee_proposes_by_way_of_the_board(style):
    chain = {"body": "Kommunfullmäktige", "proposed_by": ["Miljönämnden", "Kommunstyrelsen"]}
    first, second = blocks(
        style,
        {"outcome": "continue", **chain},
        {"outcome": "continue", "body": "Miljönämnden"},
        body="Miljönämnden",
    )
    assert first.label == "Miljönämndens förslag till kommunstyrelsen och kommunfullmäktige"
    assert first.lead.startswith(
        "Miljönämnden föreslår kommunstyrelsen föreslå kommunfullmäktige besluta"
    )
    assert second.label == "Miljönämndens beslut"
