"""What the sentence says of how often a result is what it is."""

from __future__ import annotations

from natverkskollen.analysis.robustness.certainty import certainty
from natverkskollen.analysis.robustness.certainty_sentence import certainty_sentence
from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.swedish.signs import HARD
from tests.building.dossiers import shipped
from tests.natverkskollen.analysis.robustness.test_certainty import RULES


def test_sentences_name_what_decides():
    found = robustness(shipped("huddinge-2025")).result.network("sekom")
    shares = {"keep": 0.38, "come-back": 0.6, "leave": 0.02}
    low, high = {**shares}, {"keep": 0, "come-back": 1.0, "leave": 0}
    by_weights = certainty(RULES, "come-back", shares, low, high)
    said = certainty_sentence(found, by_weights, shares, "all", uncertain=False)
    assert said.replace(HARD, " ") == (
        "I 60 av 100 beräkningar med alla tänkbara vikter blir resultatet för SEKOM ”avvakta”, "
        "i 38 ”fortsätt” och i 2 ”begär utträde”. Viktningen avgör."
    )
    by_evidence = certainty(RULES, "come-back", shares, high, low)
    assert "Underlaget avgör." in certainty_sentence(
        found, by_evidence, shares, "ranked", uncertain=True
    )
