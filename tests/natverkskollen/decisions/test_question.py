"""What the committee is asked and answered, each sentence written by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from natverkskollen.decisions.naming import Naming
from natverkskollen.decisions.question import ANSWERS, answer, question
from natverkskollen.model.outcome import outcomes_for
from tests.building.dossiers import criteria_set, dossier, judged, network, theme

CRITERIA = criteria_set(theme("nytta", 1, judged("anvandning")))


def asked(memberships: list[dict[str, Any]], name: str = "Huddinge kommun", **kinds: str) -> str:
    ids = [each["network"] for each in memberships]
    networks = {
        id_: network(id_, name=id_.capitalize(), membership=kinds.get(id_, "medlemskap"))
        for id_ in ids
    }
    about = {"name": name, "inhabitants": 10, "as_of": "2024-12-31"}
    found = dossier(CRITERIA, {}, networks=networks, memberships=memberships, municipality=about)
    return question(found.evaluation, list(networks.values()))


def member(*ids: str) -> list[dict[str, Any]]:
    return [{"network": id_} for id_ in ids]


def other(*ids: str) -> list[dict[str, Any]]:
    return [{"network": id_, "member": False} for id_ in ids]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (asked(member("alfa")), "Ska Huddinge vara kvar i Alfa?"),
        (asked(member("alfa", "beta")), "Ska Huddinge vara kvar i Alfa och Beta?"),
        (asked(other("alfa")), "Ska Huddinge gå med i Alfa?"),
        (
            asked([*other("alfa"), *member("beta")]),
            "Ska Huddinge vara kvar i Beta och gå med i Alfa?",
        ),
        (
            asked([*member("alfa", "beta"), *other("gamma")]),
            "Ska Huddinge vara kvar i Alfa och Beta samt gå med i Gamma?",
        ),
        (asked(member(*"abcd")), "Ska Huddinge vara kvar i fyra\u00a0nätverk?"),
        (asked(member("alfa"), "Norrköpings kommun"), "Ska Norrköpings kommun vara kvar i Alfa?"),
        (asked(member("alfa"), "Tranås kommun"), "Ska Tranås kommun vara kvar i Alfa?"),
        (asked(member("alfa"), "Borås stad"), "Ska Borås stad vara kvar i Alfa?"),
        (asked(member("alfa"), "Region Skåne"), "Ska Region Skåne vara kvar i Alfa?"),
        (
            asked(member("alfa"), alfa="diplomering"),
            "Ska Huddinge fortsätta med diplomeringen till Alfa?",
        ),
        (
            asked(other("alfa"), alfa="anslutning"),
            "Ska Huddinge ansöka om anslutning till Alfa?",
        ),
    ],
)
def test_the_question_names_what_is_decided(said: str, wanted: str) -> None:
    assert said == wanted


def answered(outcome: str, member: bool = True, **fields: Any) -> str:
    given = {"network": "alfa", "outcome": outcome, "body": "Kommunstyrelsen", **fields}
    found = dossier(
        CRITERIA,
        {},
        networks={"alfa": network("alfa")},
        memberships=[{"network": "alfa", "member": member}],
        decisions=(given,),
    )
    return answer(
        Naming(found.evaluation, found.evaluation.decisions[0], lambda _: network("alfa"))
    )


DAY = date(2026, 5, 30)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (answered("continue"), "ja, fortsätt"),
        (
            answered("continue-with-condition", condition="att föreningen växer"),
            "ja, men med villkor",
        ),
        (answered("trial", by=DAY), "ja, på prov till och med den 30 maj 2026"),
        (answered("come-back", by=DAY), "vänta, avgör senast den 30 maj 2026"),
        (answered("come-back", member=False, by=DAY), "vänta, avgör senast den 30 maj 2026"),
        (answered("leave", from_date=date(2026, 12, 31)), "nej, begär utträde"),
        (answered("withdraw-leave"), "ja, återta begäran om utträde"),
        (answered("renegotiate", by=DAY), "förhandla om villkoren före den 30 maj 2026"),
        (answered("apply", member=False), "ja, ansök"),
        (answered("do-not-apply", member=False), "nej, ansök inte"),
        (answered("stop", member=False), "nej, avbryt arbetet med att ansöka"),
    ],
)
def test_the_proposal_is_an_answer_to_it(said: str, wanted: str) -> None:
    assert said.replace("\u00a0", " ") == wanted


def test_every_outcome_that_settles_a_membership_has_an_answer() -> None:
    assert set(ANSWERS) == {*outcomes_for(True), *outcomes_for(False)}
