"""What each assessor says alone, and what is said without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from natverkskollen.analysis.assessment import Assessment, assess
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.robustness.reading import Curve
from natverkskollen.analysis.value import bending, criterion_value
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion

# A cell is (place of the network, place of the criterion).
Cell = tuple[int, int]


@dataclass(frozen=True, eq=False)
class OwnSpan:
    """What one assessor's answer can be worth: from low to high (0–100), bent or straight."""

    low: float
    high: float
    curve: Curve | None


def own_spans(dossier: Dossier, result: Result) -> Iterator[dict[Cell, OwnSpan]]:
    """Per assessor who answered beside others: the span of values 0–100 of their own answers.

    Cells with a joint answer, or with one answer only, are left out: there is one view of them.
    """
    joint = tuple(each for each in dossier.evaluation.assessors if each.joint)
    for assessor in dossier.evaluation.assessors:
        own = {}
        for n, found in enumerate(result.networks):
            for c, (criterion, said) in _answered(found, assessor).items():
                if not _has_views(said):
                    continue
                alone = _assess(dossier, found, criterion, (assessor, *joint))
                low = _worth(dossier.criteria, criterion, alone.low)
                high = _worth(dossier.criteria, criterion, alone.high)
                if low is not None and high is not None:
                    bent = curve(criterion, alone.low, alone.high)
                    own[n, c] = OwnSpan(min(low, high), max(low, high), bent)
        if own:
            yield own


def curve(criterion: Criterion, low: Fraction | None, high: Fraction | None) -> Curve | None:
    """How the value rises over a span of figures; None where it does so in a straight line."""
    if low is None or high is None or low == high:
        return None
    bends = bending(criterion, low, high)
    if not bends:
        return None
    (_, first), (_, last) = bends[0], bends[-1]
    rising = last >= first
    least, most = min(first, last), max(first, last)
    if least == most:
        return None
    pairs = [
        (float((at - low) / (high - low)), float((value - least) / (most - least)))
        for at, value in bends
    ]
    if not rising:
        pairs = [(1 - place, share) for place, share in reversed(pairs)]
    places, shares = zip(*pairs, strict=True)
    return Curve(np.array(places), np.array(shares))


def without(
    dossier: Dossier, found: NetworkResult, assessor: Assessor
) -> dict[int, tuple[float | None, bool]]:
    """What an assessor answered about a network, as it is without them, by criterion's place.

    The value 0–100 (None where nothing is left to go by) and whether the criterion applies.
    """
    others = tuple(each for each in dossier.evaluation.assessors if each != assessor)
    left: dict[int, tuple[float | None, bool]] = {}
    for c, (criterion, _) in _answered(found, assessor).items():
        said = _assess(dossier, found, criterion, others)
        value = _worth(dossier.criteria, criterion, said.figure)
        left[c] = value, said.state != "not-applicable"
    return left


def _answered(found: NetworkResult, assessor: Assessor) -> dict[int, tuple[Criterion, Assessment]]:
    return {
        c: (cell.criterion, cell.assessment)
        for c, cell in enumerate(found.criteria)
        for ground in cell.assessment.grounds
        if ground.assessor.id == assessor.id and ground.answer.given
    }


def _has_views(said: Assessment) -> bool:
    """Whether several assessors have scored, and no joint answer speaks for them."""
    spoken = [ground for ground in said.grounds if ground.answer.given]
    scored = [ground for ground in spoken if ground.answer.score is not None]
    return len(scored) > 1 and not any(ground.assessor.joint for ground in spoken)


def _assess(
    dossier: Dossier, found: NetworkResult, criterion: Criterion, assessors: tuple[Assessor, ...]
) -> Assessment:
    return assess(dossier.criteria, criterion, found.network.id, assessors, dict(dossier.sheets))


def _worth(criteria: CriteriaSet, criterion: Criterion, figure: Fraction | None) -> float | None:
    if figure is None:
        return None
    return float(criterion_value(criterion, figure, criteria.scale))
