"""How sure a verdict is, in one word, by the limits in the criteria file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.natural_frequencies import hundredths, of_hundred
from natverkskollen.model.rules import RobustnessRules
from natverkskollen.swedish.signs import HARD

CertaintyLevel = Literal["clear", "likely", "weights", "evidence"]
CERTAINTIES: dict[CertaintyLevel | None, str] = {
    "clear": "säker",
    "likely": "ganska säker",
    "weights": "osäker",
    "evidence": "osäker",
    None: "underlaget räcker inte",
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
    """`74 av 100`, of a share as it is told to programs, so that the two never part."""
    return f"{hundredths(round(share, 4))} av 100".replace(" ", HARD)


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
