"""A proposal beside its result: whether the one follows the other, and nothing made up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from natverkskollen.analysis.robustness.robustness import Robustness, robustness
from natverkskollen.decisions.sentences import DecisionForm
from natverkskollen.output.webpage.verdicts import proposal_card, verdict_cards
from tests.building.dossiers import criteria_set, dossier, judged, score, shipped, theme


@pytest.fixture(scope="module")
def found() -> Robustness:
    return robustness(shipped())


def card(found: Robustness, at: int = 1, **changes: object) -> str:
    each = replace(found.result.networks[at], **changes)
    return proposal_card(found, each, DecisionForm()).replace("\u00a0", " ")


def test_a_proposal_that_follows_the_result_says_so(found: Robustness) -> None:
    told = card(found)
    assert "Resultatet är ”avvakta” (57 av 100). Bedömningen är ganska säker." in told
    assert "senast den 30 maj 2026 återkomma" in told
    assert "Förslaget följer resultatet." in told


def test_one_that_departs_says_so_with_its_reason(found: Robustness) -> None:
    decision = found.result.networks[1].decision
    assert decision
    other = decision.model_copy(update={"differs_because": "Avgiften höjs."})
    told = card(found, verdict="leave", decision=other)
    assert "Förslaget avviker från resultatet. Avgiften höjs." in told


def test_without_a_proposal_or_a_result_nothing_is_said_to_follow(found: Robustness) -> None:
    assert "Inget förslag är inskrivet." in card(found, decision=None)
    told = card(found, verdict=None)
    assert "av 100" not in told and "följer" not in told


def test_a_network_without_a_result_is_told_so_once_in_short() -> None:
    asked = criteria_set(theme("nytta", 1, judged("ett")))
    short = verdict_cards(robustness(dossier(asked, {"a": {"ett": score(5)}, "b": {}})))
    rows = re.findall(r"<li>(.*?)</li>", short)
    assert rows[0].startswith("<strong>A: fortsätt</strong>, säker. 100")
    assert rows[1] == "<strong>B: underlaget räcker inte</strong>."


@pytest.mark.parametrize(("count", "folded"), [(4, False), (5, True)])
def test_of_many_networks_the_cards_are_read_at_a_click(count: int, folded: bool) -> None:
    criteria = criteria_set(theme("nytta", 1, judged("ett")))
    told = verdict_cards(
        robustness(dossier(criteria, {c: {"ett": score(4)} for c in "abcde"[:count]}))
    )
    assert ("<summary>Läs om varje nätverk</summary>" in told) is folded
    assert told.index('class="nk-in-short"') < told.index("nk-verdicts"), (
        "in short it is said first"
    )
