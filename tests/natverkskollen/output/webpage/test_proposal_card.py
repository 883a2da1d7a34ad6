"""A proposal beside its result: whether the one follows the other, and nothing made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from natverkskollen.analysis.robustness.robustness import Robustness, robustness
from natverkskollen.decisions.sentences import DecisionForm
from natverkskollen.output.webpage.proposal_card import proposal_card
from tests.building.dossiers import shipped


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
