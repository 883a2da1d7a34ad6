"""How sure a verdict is, in one word and one sentence, by the limits in the criteria file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from natverkskollen.analysis.result import NetworkResult, VerdictWord
from natverkskollen.analysis.wording import quoted_verdict
from natverkskollen.model.rules import RobustnessRules, WeightsModel
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import capital, listed

CertaintyLevel = Literal["clear", "likely", "weights", "evidence"]
CERTAINTIES: dict[CertaintyLevel | None, str] = {
    "clear": "säker",
    "likely": "ganska säker",
    "weights": "osäker",
    "evidence": "osäker",
    None: "underlaget räcker inte",
}
WEIGHTINGS: dict[WeightsModel, str] = {
    "interval": "beräkningar med andra vikter",
    "ranked": "beräkningar med andra vikter i samma ordning",
    "all": "beräkningar med alla tänkbara vikter",
}


@dataclass(frozen=True)
class Certainty:
    """How sure a network's verdict is; `level` is None where there is no verdict.

    Shares (0–1) of the draws that give the verdict: `agreeing` of all draws, `weights_only` where
    only the weights vary and `evidence_only` where only the answers do.
    """

    level: CertaintyLevel | None
    agreeing: float | None
    weights_only: float | None
    evidence_only: float | None

    @property
    def words(self) -> str:
        """The certainty in the words that every page and paper has: `ganska säker`."""
        return CERTAINTIES[self.level]

    @property
    def apart(self) -> str:
        """Weights alone and answers alone, beside the two together; empty without a verdict."""
        if self.level is None or self.weights_only is None or self.evidence_only is None:
            return ""
        weights, answers = (_of_hundred(each) for each in (self.weights_only, self.evidence_only))
        return (
            f"Resultatet är detsamma i {weights} med bara andra vikter och i {answers} med bara "
            "andra svar."
        )


def _of_hundred(share: float) -> str:
    """`74 av 100`, never all or none where it is not."""
    share = round(share, 4)  # as it is told to programs, so that the two never part
    count = int(round(share * 100, 9) + 0.5)
    limit = "fler än 99" if share < 1 and count == 100 else f"{count}"
    limit = "färre än 1" if share and not count else limit
    return f"{limit} av 100".replace(" ", HARD)


def certainty(
    rules: RobustnessRules,
    verdict: VerdictWord | None,
    whole: Mapping[VerdictWord, float],
    weights_only: Mapping[VerdictWord, float],
    evidence_only: Mapping[VerdictWord, float],
) -> Certainty:
    """The certainty of a verdict from the verdict shares (0–1) of three series of draws.

    The limits are held against the whole number of 100 that the reader sees. What is neither
    clear nor likely is put down to what unsettles it most.
    """
    if verdict is None:
        return Certainty(None, None, None, None)
    shares = whole[verdict], weights_only[verdict], evidence_only[verdict]
    agreeing = of_hundred(whole)[verdict]
    level: CertaintyLevel = "weights" if shares[1] <= shares[2] else "evidence"
    if agreeing >= rules.clear_from:
        level = "clear"
    elif agreeing >= rules.likely_from:
        level = "likely"
    return Certainty(level, *shares)


def of_hundred(shares: Mapping[VerdictWord, float]) -> dict[VerdictWord, int]:
    """Shares as whole numbers that sum to 100: each is rounded so that the error is least."""
    return dict(zip(shares, whole_hundred(list(shares.values())), strict=True))


def hundred_words(shares: Mapping[VerdictWord, float]) -> dict[VerdictWord, str]:
    """The same whole numbers in words, never all or none where it is not: `fler än 99`."""
    words = {}
    for verdict, count in of_hundred(shares).items():
        almost_all, hardly = count == 100 and shares[verdict] < 1, count == 0 < shares[verdict]
        words[verdict] = "fler än 99" if almost_all else "färre än 1" if hardly else f"{count}"
    return words


def whole_hundred(shares: Sequence[float | Fraction]) -> list[int]:
    """Shares that sum to 1 as whole numbers that sum to 100 (largest remainder, then share)."""
    exact = [round(float(share) * 100, 9) for share in shares]
    whole = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda k: (round(whole[k] - exact[k], 9), -exact[k]))
    for at in order[: 100 - sum(whole)]:
        whole[at] += 1
    return whole


def frequency(share: float, count: int, among: str) -> str:
    """A natural frequency: `i 74 av 100 beräkningar`, `i alla beräkningar`."""
    if share == 1:
        return f"i alla {among}"
    if share == 0:
        return f"inte i någon av 100 {among}"
    limit = "fler än 99" if count == 100 else "färre än 1" if count == 0 else f"{count}"
    return f"i {limit} av 100 {among}".replace(" av ", f"{HARD}av{HARD}")


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
