"""Where the assessors differ once all have handed in, the largest difference first."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from natverkskollen.analysis.assessors import all_submitted, separate, spread
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.network import Network
from natverkskollen.model.span import Span


@dataclass(frozen=True)
class Difference:
    """One network on one criterion where the answers are not the same.

    `answers` holds the given ones by role. `size` is the distance between the outermost, as a part
    of the scale (a figure: of the larger one); 1 where it applies to some and not to others.
    `agreed` is the joint answer, None where there is none yet.
    """

    theme: Theme
    criterion: Criterion
    network: Network
    answers: tuple[tuple[str, Answer], ...]
    size: Fraction
    agreed: Answer | None

    @property
    def median(self) -> Answer | None:
        """An answer at the median with everybody's reason; None where it is nobody's to give.

        A median between two steps is the span of the two.
        """
        bounds = [answer.bounds for _, answer in self.answers]
        if not all(bounds):
            return None
        middles = sorted(Fraction(low + high) / 2 for low, high in filter(None, bounds))
        half = len(middles) // 2
        at = middles[half] if len(middles) % 2 else (middles[half - 1] + middles[half]) / 2
        score: Decimal | Span = Decimal(at.numerator) / Decimal(at.denominator)
        if self.criterion.judged and at.denominator != 1:
            score = Span(low=Decimal(floor(at)), high=Decimal(ceil(at)))
        reasons = [f"{role}: {a.rationale}" for role, a in self.answers if a.rationale]
        return Answer(score=score, rationale="\n".join(reasons) or None)


@dataclass(frozen=True)
class Agreeing:
    """The differences, and how many of the answers that can be compared there are."""

    differences: tuple[Difference, ...]
    compared: int


def differences(dossier: Dossier) -> Agreeing | None:
    """Where the separate assessors' answers differ; None until all have handed in."""
    if not all_submitted(dossier.evaluation):
        return None
    found: list[Difference] = []
    compared = 0
    for theme in dossier.criteria.themes:
        for criterion in theme.criteria:
            for network in dossier.networks.values() if criterion.asked else ():
                lie = spread(dossier, network.id, criterion)
                given = tuple(each for each in lie.answers if each[1].given)
                if len(given) < 2:
                    continue
                compared += 1
                if len({(a.bounds, a.not_applicable) for _, a in given}) > 1:
                    size = _size(dossier, criterion, [answer for _, answer in given])
                    agreed = _agreed(dossier, network, criterion)
                    found.append(Difference(theme, criterion, network, given, size, agreed))
    return Agreeing(tuple(sorted(found, key=lambda each: -each.size)), compared)


def _size(dossier: Dossier, criterion: Criterion, answers: list[Answer]) -> Fraction:
    bounds = [answer.bounds for answer in answers]
    if not all(bounds):
        return Fraction(1)
    low = Fraction(min(each[0] for each in bounds if each))
    high = Fraction(max(each[1] for each in bounds if each))
    scale = dossier.criteria.scale
    whole = Fraction(scale.max - scale.min) if criterion.judged else max(abs(low), abs(high))
    return (high - low) / whole


def _agreed(dossier: Dossier, network: Network, criterion: Criterion) -> Answer | None:
    alone = {each.id for each in separate(dossier.evaluation)}
    for assessor in dossier.evaluation.assessors:
        if assessor.id not in alone and assessor.id in dossier.sheets:
            answer = dossier.sheets[assessor.id].answer(network.id, criterion)
            return answer if answer.given else None
    return None
