"""Certainty in words a councillor understands; the figures are those of METHOD.md and by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from natverkskollen.analysis.robustness.certainty import Certainty
from natverkskollen.analysis.robustness.plain_words import (
    ONE_WORD,
    certainty_in_words,
    grouped_in_words,
    what_changes,
)
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.robustness.switching_values import SwitchingValue
from natverkskollen.swedish.signs import HARD
from tests.building.dossiers import shipped


@pytest.fixture(scope="module")
def found():
    return robustness(shipped())


def told(found, id_, **more) -> str:
    result = found.result
    sure = replace(found.network(id_), **more)
    return certainty_in_words(result.criteria, result.network(id_), sure).replace(HARD, " ")


def test_huddinges_two_networks(found):
    assert told(found, "klimatkommunerna") == (
        "Bedömningen av Klimatkommunerna är säker: den håller även om temana vägs på ett annat "
        "sätt och svaren ändras inom sina gränser."
    )
    assert told(found, "sekom") == (
        "Bedömningen av SEKOM är ganska säker: om ”andra värden” väger mer än hälften talar den "
        "för att medlemskapet fortsätter."
    )


def test_many_are_told_by_how_sure_they_are(found):
    unsure = replace(
        found.network("sekom"), network="sekom", certainty=Certainty("weights", None, None, None)
    )
    none = replace(unsure, certainty=Certainty(None, None, None, None))
    klimat = found.network("klimatkommunerna")
    assert grouped_in_words(found.result, (unsure, klimat, none, klimat)) == (
        "Säker: Klimatkommunerna och Klimatkommunerna.",
        "Osäker: SEKOM.",
        "Underlaget räcker inte: SEKOM.",
    )


def flip(theme: str, share: float, verdict: str = "keep") -> SwitchingValue:
    return SwitchingValue(theme, 0.25, share, share > 0.25, verdict)


def test_the_theme_named_is_the_one_that_has_to_change_least_as_a_ratio(found):
    # 0.25 → 0.10 is a factor of 2.5, 0.25 → 0.55 one of 2.2: the greater step is the nearer.
    near = (flip("fokus", 0.10), flip("kostnad", 0.55, "leave"))
    assert "om ”kostnad” väger mer än 55 procent av vikten talar den för att medlemskapet " in told(
        found, "sekom", switching_values=near
    )
    less = (flip("fokus", 0.20),)
    assert "om ”fokusområden” väger mindre än 20 procent" in told(
        found, "sekom", switching_values=less
    )


def test_where_no_weight_changes_it_the_answers_may(found):
    assert told(found, "sekom", switching_values=()).endswith(
        "ganska säker: med andra möjliga svar talar den för att medlemskapet fortsätter."
    )
    network = found.result.network("sekom")
    alone = replace(
        found.network("sekom"), switching_values=(), verdict_share={"come-back": 1.0, "keep": 0.0}
    )
    assert what_changes(found.result.criteria, network, alone) == ""


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("weights", "är osäker och beror på hur temana vägs"),
        ("evidence", "är osäker, eftersom underlaget är svagt"),
        (None, "Underlaget räcker inte för att bedöma SEKOM."),
    ],
)
def test_every_level_has_its_words(found, level, said):
    assert said in told(found, "sekom", certainty=Certainty(level, None, None, None))
    assert ONE_WORD[level]
