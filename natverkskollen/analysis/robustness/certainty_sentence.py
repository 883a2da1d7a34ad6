"""How often a result is what it is, and what else it becomes, in one sentence or two."""

from __future__ import annotations

from collections.abc import Mapping

from natverkskollen.analysis.result import NetworkResult, VerdictWord
from natverkskollen.analysis.robustness.certainty import Certainty, CertaintyLevel
from natverkskollen.analysis.robustness.natural_frequencies import frequency, of_hundred
from natverkskollen.analysis.wording import quoted_verdict
from natverkskollen.model.rules import WeightsModel
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, listed

WEIGHTINGS: dict[WeightsModel, str] = {
    "interval": "beräkningar med andra vikter",
    "ranked": "beräkningar med andra vikter i samma ordning",
    "all": "beräkningar med alla tänkbara vikter",
}


def certainty_sentence(
    found: NetworkResult,
    sure: Certainty,
    shares: Mapping[VerdictWord, float],
    weights: WeightsModel,
    uncertain: bool,
) -> str:
    """How often the result is what it is, and what else it becomes, in one or two sentences.

    Empty where there is no verdict, which is told with the reason. `uncertain` tells whether any
    answer about the network has a span.
    """
    name, verdict = found.network.short, found.verdict
    if verdict is None or sure.level is None:
        return ""
    counts = of_hundred(shares)
    among = WEIGHTINGS[weights]
    among += " och andra möjliga svar" if uncertain else ""
    how_often = frequency(shares[verdict], counts[verdict], among)
    word = quoted_verdict(verdict, found.member)
    said = (
        f"{capital(how_often)} blir resultatet för {name} {word}{_others(found, verdict, counts)}."
    )
    return f"{said}{_DECIDED_BY.get(sure.level, '')}"


_DECIDED_BY: Mapping[CertaintyLevel, str] = {
    "weights": " Viktningen avgör.",
    "evidence": " Underlaget avgör.",
}


def _others(found: NetworkResult, verdict: VerdictWord, counts: Mapping[VerdictWord, int]) -> str:
    """What it becomes in the other draws: `, i 20 ”fortsätt” och i 2 ”begär utträde”`."""
    others = sorted(
        ((count, other) for other, count in counts.items() if other != verdict and count),
        reverse=True,
    )
    parts = [f"i{HARD}{count} {quoted_verdict(other, found.member)}" for count, other in others]
    return f", {listed(parts)}" if parts else ""
