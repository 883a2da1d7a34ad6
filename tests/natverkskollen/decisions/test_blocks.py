"""One block for each body and its way to the decision, with the points in order."""

from __future__ import annotations

from typing import get_args

import pytest

from natverkskollen.decisions.point import DecisionStyle
from natverkskollen.decisions.sentences import DecisionForm, decision_blocks
from natverkskollen.swedish.signs import HARD
from tests.building.papers import result

STYLES: tuple[DecisionStyle, ...] = get_args(DecisionStyle)

ASSIGNMENT = {
    "body": "Klimatnämnden",
    "date": "2022-04-21",
    "paragraph": 12,
    "text": "att utvärdera medlemskapen enligt § 60",
}


def blocks(style, *decisions, body="Kommunstyrelsen"):
    evaluated = result(
        case={"body": body, "assignment": ASSIGNMENT},
        decisions=[{"network": "ett", "body": "Kommunstyrelsen", **each} for each in decisions],
    )
    form = DecisionForm(style)
    return decision_blocks(evaluated.evaluation, lambda id_: evaluated.network(id_).network, form)


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


def test_the_assignment_is_closed_once_and_last_by_each_body():
    closing = {"outcome": "continue", "closes_assignment": True}
    own, council = blocks("sentences", closing, {**closing, "body": "Kommunfullmäktige"}, closing)
    assert len(own.points) == 2  # the same decision twice is one point, too
    assert own.points[-1] == (
        "Kommunstyrelsen förklarar uppdraget att utvärdera medlemskapen enligt §_60, som "
        "klimatnämnden gav den_21_april_2022, §_12, avslutat."
    ).replace("_", HARD)
    assert council.points[-1].startswith("Kommunfullmäktige förklarar uppdraget")


# What whole sentences follow on ends in a full stop; what is read on from it does not.
ENDS = {"sentences": " följande.", "att": "", "infinitive": "", "passive": " följande."}


@pytest.mark.parametrize("style", STYLES)
def test_a_board_proposes_what_its_council_decides(style):
    (block,) = blocks(style, {"outcome": "continue", "body": "Kommunfullmäktige"})
    assert block.body == "Kommunfullmäktige"
    assert block.label == "Kommunstyrelsens förslag till kommunfullmäktige"
    assert block.lead == f"Kommunstyrelsen föreslår kommunfullmäktige besluta{ENDS[style]}"


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


CHAIN = {"proposed_by": ["Kommunstyrelsens arbetsutskott", "Kommunstyrelsen"]}
COUNCIL = {"body": "Kommunfullmäktige", **CHAIN}


def test_a_committee_the_board_and_the_council_in_att_form():
    """So a case goes in Vaggeryd; the points are read on from the line before them."""
    (block,) = blocks(
        "att",
        {"outcome": "leave", "from_date": "okänt", **COUNCIL},
        {"outcome": "note", "network": None, **COUNCIL},
        body="Kommunstyrelsens arbetsutskott",
    )
    assert block.lead == (
        "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta"
    )
    assert block.points == (
        "att för Provköpings räkning begära utträde ur Nätverket ett, så att medlemskapet upphör "
        "vid den tidpunkt som nätverkets villkor anger.",
        "att notera informationen.",
    )


def test_an_abbreviated_body_keeps_its_capitals():
    (block,) = blocks("sentences", {"outcome": "continue", "body": "KF"}, body="KS")
    assert block.label == "KS förslag till KF"
    assert block.lead == "KS föreslår KF besluta följande."


def test_points_stand_in_the_order_of_the_file_and_the_end_of_the_assignment_last():
    (block,) = blocks(
        "sentences",
        {"outcome": "receive", "network": None},
        {"outcome": "continue", "closes_assignment": True},
        {"outcome": "continue", "network": "tva"},
    )
    assert [point.split()[1] for point in block.points] == [
        "godkänner",
        "fortsätter",
        "fortsätter",
        "förklarar",
    ]
