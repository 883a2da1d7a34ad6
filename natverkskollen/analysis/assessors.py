"""Several assessors: how far each has come, and how their answers spread."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation

JOINT = Assessor(id="gemensam", role="Gemensam bedömning", joint=True)


@dataclass(frozen=True)
class Spread:
    """How the submitted answers about one network on one criterion lie.

    `dots` counts the answers on each step (a span at its middle); `answers` is by role.
    """

    middle: Fraction | None
    low: Fraction | None
    high: Fraction | None
    dots: Counter[Fraction]
    answers: tuple[tuple[str, Answer], ...]


def separate(evaluation: Evaluation) -> tuple[Assessor, ...]:
    """Those who score each for themselves."""
    return tuple(each for each in evaluation.assessors if each.alone)


def several(evaluation: Evaluation) -> bool:
    """Whether there is more than one to wait for."""
    return len(separate(evaluation)) > 1


def all_submitted(evaluation: Evaluation) -> bool:
    """Whether the answers may be laid side by side."""
    return several(evaluation) and all(each.submitted for each in separate(evaluation))


def submitted(evaluation: Evaluation, assessor: str) -> bool:
    """Whether an assessor of several has handed in, and the answers are locked."""
    return several(evaluation) and any(
        each.submitted for each in evaluation.assessors if each.id == assessor
    )


def progress(dossier: Dossier, assessor: str) -> tuple[int, int]:
    """How many answers an assessor has given, and of how many."""
    asked = [c for c in dossier.criteria.criteria if c.asked]
    sheet = dossier.own_sheet(assessor)
    given = [
        sheet.answer(network, criterion) if sheet else Answer()
        for network in dossier.networks
        for criterion in asked
    ]
    return sum(answer.given for answer in given), len(given)


def spread(dossier: Dossier, network: str, criterion: Criterion) -> Spread:
    """The separate assessors' answers together; only for an evaluation where all have submitted."""
    answers = tuple(
        (each.role, dossier.sheets[each.id].answer(network, criterion))
        for each in separate(dossier.evaluation)
        if each.id in dossier.sheets
    )
    bounds = [
        (Fraction(a.bounds[0]), Fraction(a.bounds[1])) for _, a in answers if a.bounds is not None
    ]
    middles = [(low + high) / 2 for low, high in bounds]
    return Spread(
        median(middles) if middles else None,
        min((low for low, _ in bounds), default=None),
        max((high for _, high in bounds), default=None),
        Counter(middles),
        answers,
    )


def with_submitted(evaluation: Evaluation, assessor: str, day: date | None) -> tuple[Assessor, ...]:
    """The assessors with one of them submitted on a day, or open again (None)."""
    return tuple(
        each.model_copy(update={"submitted": day}) if each.id == assessor else each
        for each in evaluation.assessors
    )


def with_joint(evaluation: Evaluation) -> tuple[Assessor, ...]:
    """The assessors with a joint one among them."""
    if any(each.joint for each in evaluation.assessors):
        return evaluation.assessors
    taken = {each.id for each in evaluation.assessors}
    id_ = next(i for i in (JOINT.id, "gemensam-bedomning", "joint") if i not in taken)
    return (*evaluation.assessors, JOINT.model_copy(update={"id": id_}))


def still_open(evaluation: Evaluation) -> tuple[Assessor, ...]:
    """Those whose answers can be changed: nobody once it is final, else who has not handed in."""
    if evaluation.status == "final":
        return ()
    return tuple(each for each in evaluation.assessors if not submitted(evaluation, each.id))
