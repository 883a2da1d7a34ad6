"""Who is to score, by roles as a person types them."""

from __future__ import annotations

import pytest

from natverkskollen.editing.assessor_roles import LONGEST, assessors_from, with_role
from natverkskollen.editing.typed import Unclear
from natverkskollen.model.assessor import Assessor

HERE = (Assessor(id="ekonom", role="Ekonom"), Assessor(id="alla", role="Alla", joint=True))


def test_each_row_is_a_role_and_a_blank_one_is_none() -> None:
    found = assessors_from("Miljöstrateg\n\n  Ekonom \n")
    assert [(each.id, each.role) for each in found] == [
        ("miljostrateg", "Miljöstrateg"),
        ("ekonom", "Ekonom"),
    ]


def test_one_more_stands_before_the_joint_one_with_an_id_of_its_own() -> None:
    found = with_role(HERE, " Ekonom,  inköp ")
    assert [(each.id, each.role) for each in found] == [
        ("ekonom", "Ekonom"),
        ("ekonom-inkop", "Ekonom, inköp"),
        ("alla", "Alla"),
    ]
    assert [each.id for each in with_role(HERE, "Ékonom")][1] == "ekonom-2"
    assert with_role((), "教師")[0].id == "bedomare"
    assert with_role((), "Gemensam")[0].id == "gemensam-2", "the joint one has that id"


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "ekonom", " EKONOM ", "alla", "Gemensam bedömning", "!?", "\u200b", "Ekonom\u200b"],
)
def test_a_role_that_is_blank_or_there_already_is_refused_with_what_to_do(typed: str) -> None:
    with pytest.raises(Unclear, match=r"Skriv en roll|Skilj dem åt, till exempel .* 2\."):
        with_role(HERE, typed)


def test_the_same_letters_composed_in_another_way_are_the_same_role() -> None:
    found = with_role((), "La\u0308rare")
    assert found[0].role == "Lärare"
    with pytest.raises(Unclear, match="finns redan"):
        with_role(found, "Lärare")


def test_a_role_that_fills_a_screen_is_refused() -> None:
    assert with_role((), "R" * LONGEST)
    with pytest.raises(Unclear, match="högst 80 tecken"):
        with_role((), "R" * (LONGEST + 1))
