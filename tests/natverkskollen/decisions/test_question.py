"""What the committee is asked and what the case is called, each sentence written by hand."""

from __future__ import annotations

from typing import Any

import pytest

from natverkskollen.decisions.question import case_title, question
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from tests.building.dossiers import criteria_set, dossier, judged, network, theme

CRITERIA = criteria_set(theme("nytta", 1, judged("anvandning")))


def case(
    memberships: list[dict[str, Any]], name: str = "Huddinge kommun", **kinds: str
) -> tuple[Evaluation, list[Network]]:
    ids = [each["network"] for each in memberships]
    networks = {
        id_: network(id_, name=id_.capitalize(), membership=kinds.get(id_, "medlemskap"))
        for id_ in ids
    }
    about = {"name": name, "inhabitants": 10, "as_of": "2024-12-31"}
    found = dossier(CRITERIA, {}, networks=networks, memberships=memberships, municipality=about)
    return found.evaluation, list(networks.values())


def member(*ids: str) -> list[dict[str, Any]]:
    return [{"network": id_} for id_ in ids]


def other(*ids: str) -> list[dict[str, Any]]:
    return [{"network": id_, "member": False} for id_ in ids]


@pytest.mark.parametrize(
    ("memberships", "more", "wanted"),
    [
        (member("alfa"), {}, "Huddinge vara kvar i Alfa"),
        (member("alfa", "beta"), {}, "Huddinge vara kvar i Alfa och Beta"),
        (member(*"abc"), {}, "Huddinge vara kvar i A, B och C"),
        (member(*"abcd"), {}, "Huddinge vara kvar i fyra nätverk"),
        (other("alfa"), {}, "Huddinge gå med i Alfa"),
        (other(*"abcd"), {}, "Huddinge gå med i fyra nätverk"),
        ([*other("alfa"), *member("beta")], {}, "Huddinge vara kvar i Beta och gå med i Alfa"),
        (
            [*member("alfa", "beta"), *other("gamma")],
            {},
            "Huddinge vara kvar i Alfa och Beta samt gå med i Gamma",
        ),
        (member("alfa"), {"name": "Norrköpings kommun"}, "Norrköpings kommun vara kvar i Alfa"),
        (member("alfa"), {"name": "Tranås kommun"}, "Tranås kommun vara kvar i Alfa"),
        (member("alfa"), {"name": "Borås stad"}, "Borås stad vara kvar i Alfa"),
        (member("alfa"), {"name": "Region Skåne"}, "Region Skåne vara kvar i Alfa"),
        (
            member("alfa"),
            {"alfa": "diplomering"},
            "Huddinge fortsätta med diplomeringen till Alfa",
        ),
        (other("alfa"), {"alfa": "anslutning"}, "Huddinge ansöka om anslutning till Alfa"),
    ],
)
def test_the_question_names_what_is_decided(
    memberships: list[dict[str, Any]], more: dict[str, str], wanted: str
) -> None:
    assert question(*case(memberships, **more)).replace("\u00a0", " ") == f"Ska {wanted}?"


@pytest.mark.parametrize(
    ("memberships", "kinds", "wanted"),
    [
        (member(*"abc"), {}, "medlemskapen i A, B och C"),
        (member(*"abcd"), {}, "kommunens medlemskap i fyra nätverk"),
        (other(*"abcd"), {}, "frågan om medlemskap i fyra nätverk"),
        (
            [*other("a", "b"), *member(*"cdef")],
            {"f": "diplomering"},
            "kommunens medlemskap i tre nätverk och diplomering till ett nätverk"
            " samt frågan om medlemskap i två nätverk",
        ),
    ],
)
def test_a_case_without_a_title_is_called_by_what_it_is_about(
    memberships: list[dict[str, Any]], kinds: dict[str, str], wanted: str
) -> None:
    assert case_title(*case(memberships, **kinds)).replace("\u00a0", " ") == (
        f"Utvärdering av {wanted}"
    )
