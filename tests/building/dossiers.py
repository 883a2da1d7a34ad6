"""The shipped dossiers, and small ones made in code so that a test can be checked by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.store import read_library
from tests import ROOT

SHIPPED = ("huddinge-2025", "exempel-vastra-gotaland")
SOURCE = {"document": "d", "place": "p", "quote": "q"}


def shipped(id_: str = "huddinge-2025") -> Dossier:
    """A dossier that ships with the program."""
    return read_library(ROOT).dossier(id_)


def judged(id_: str, weight: int = 1) -> dict[str, Any]:
    """A judged criterion on the scale 1–5."""
    levels = {step: f"nivå {step} för {id_}" for step in range(1, 6)}
    return {
        "id": id_,
        "title": id_.capitalize(),
        "question": "Hur?",
        "levels": levels,
        "weight": weight,
    }


def cost(value: dict[int, int], **more: Any) -> dict[str, Any]:
    """The yearly cost in kronor as a criterion, valued as `value` says."""
    asked = {"id": "kronor", "title": "Kronor", "question": "Vad?"}
    return {**asked, "computed": "annual_cost_sek", "value": value, **more}


def figure(id_: str, value: dict[int, int], **more: Any) -> dict[str, Any]:
    """A criterion answered by a number of what its id says, valued as `value` says."""
    asked = {"id": id_, "title": id_.capitalize(), "question": "Hur många?", "unit": id_}
    return {**asked, "value": value, **more}


def theme(
    id_: str, weight: int, *criteria: dict[str, Any], title: str = "", cost: bool = False
) -> dict[str, Any]:
    """A theme with its criteria."""
    return {
        "id": id_,
        "title": title or id_.capitalize(),
        "weight": weight,
        "cost": cost,
        "criteria": criteria,
    }


def criteria_set(*themes: dict[str, Any], **more: Any) -> CriteriaSet:
    """A criteria set with the cut-offs 40 and 60."""
    return CriteriaSet.model_validate(
        {
            "schema": 1,
            "id": "c",
            "title": "C",
            "revision": "1",
            "scale": {"min": 1, "max": 5},
            "evidence_grades": {"A": 0, "B": Decimal("0.5"), "C": 1},
            "verdict": {"keep_from": 60, "leave_below": 40},
            "themes": themes,
            **more,
        }
    )


def network(id_: str, **more: Any) -> Network:
    """A network without fees or facts."""
    return Network.model_validate(
        {
            "schema": 1,
            "id": id_,
            "name": f"Nätverket {id_}",
            "short": id_.upper(),
            "description": "Ett nätverk",
            "documents": ({"id": "d", "title": "D", "file": "d.txt"},),
            "fees": (),
            "terms": {"notice": "okänt"},
            "facts": (),
            **_tuples(more),
        }
    )


def dossier(
    criteria: CriteriaSet,
    scores: dict[str, dict[str, Any]] | list[dict[str, dict[str, Any]]],
    /,
    inhabitants: int = 10_000,
    networks: dict[str, Network] | None = None,
    **more: Any,
) -> Dossier:
    """A dossier with one assessor, or one per element where `scores` is a list.

    An answer is an Answer or what a file would say of one; `more` is what the evaluation says.
    An assessor without a sheet has answered nothing.
    """
    sheets = scores if isinstance(scores, list) else [scores]
    found = networks or {id_: network(id_) for id_ in sheets[0]}
    numbered = tuple({"id": f"bedomare-{n}", "role": f"bedomare-{n}"} for n in range(len(sheets)))
    people = more.pop("assessors", numbered)
    evaluation = Evaluation.model_validate(
        {
            "schema": 1,
            "id": "e",
            "title": "E",
            "criteria": "c",
            "criteria_revision": "1",
            "municipality": {
                "name": "Provkommun",
                "inhabitants": inhabitants,
                "as_of": "2024-12-31",
            },
            "case": {"date": "2025-04-01", "body": "Kommunstyrelsen"},
            "memberships": tuple({"network": id_} for id_ in found),
            "assessors": tuple(people),
            **_tuples(more),
        }
    )
    answers = {
        person["id"]: AnswerSheet(schema=1, assessor=person["id"], answers=_tuples(given))
        for person, given in zip(people, sheets, strict=False)
    }
    return Dossier(evaluation, criteria, found, answers)


def _tuples(value: Any) -> Any:
    """Lists as tuples, as the YAML reader hands them over."""
    if isinstance(value, dict):
        return {key: _tuples(each) for key, each in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def score(step: int | str, grade: str | None = "A", **more: Any) -> Answer:
    """An answered step with a reason; graded A, so that it has no width of its own."""
    return Answer(score=Decimal(step), rationale="Därför.", grade=grade, **more)


def with_answer(
    sheet: AnswerSheet, network: str, criterion: Criterion, answer: Answer
) -> AnswerSheet:
    """The sheet with one answer replaced; it then stands under the criterion's present id."""
    given = dict(sheet.answers.get(network, {}))
    for id_ in criterion.earlier_ids:
        given.pop(id_, None)
    given[criterion.id] = answer
    return sheet.model_copy(update={"answers": {**sheet.answers, network: given}})
