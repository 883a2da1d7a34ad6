"""A data folder with many evaluations, each as large as a real one, for tests and benchmarks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.yaml_text import yaml_text
from natverkskollen.model.answer import Answer, AnswerSheet, Evidence
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.case import Case
from natverkskollen.model.criterion import ComputedCriterion, JudgedCriterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership
from natverkskollen.model.municipality import Municipality
from natverkskollen.store import read_library
from tests import ROOT
from tests.building import dossiers as build
from tests.building.folders import shipped_folder

ANSWERS = 60
_CRITERIA = "natverksmedlemskap-bred"
_NETWORKS = ("sekom", "klimatkommunerna", "kommunnatverket-hallbar-utveckling", "geoforum")
_WHY = (
    "Vi har gått igenom nätverkets verksamhetsberättelse och frågat de handläggare som använder "
    "underlaget. Det används vid två återkommande tillfällen om året, och det har sparat tid."
)


def many_evaluations(folder: Path, count: int) -> Path:
    """A new data folder with `count` evaluations of ANSWERS answers each."""
    shipped_folder(folder, ("criteria", "networks", "templates"))
    asked = read_library(ROOT).criteria[_CRITERIA]
    criteria = [c for c in asked.criteria if not isinstance(c, ComputedCriterion)]
    for number in range(count):
        id_ = f"kommun-{number:03}"
        answers: dict[str, dict[str, Answer]] = {}
        for position, (network, criterion) in enumerate(
            islice(product(_NETWORKS, criteria), ANSWERS)
        ):
            judged = isinstance(criterion, JudgedCriterion)
            answers.setdefault(network, {})[criterion.id] = Answer(
                score=Decimal((number + position) % 5 + 1 if judged else 24),
                rationale=_WHY,
                grade="ABC"[position % 3],  # type: ignore[arg-type]
                evidence=(Evidence(claim="Underlaget används två gånger om året"),),
            )
        evaluation = Evaluation(
            schema=1,  # type: ignore[call-arg]
            id=id_,
            title=f"Kommun {number} 2026",
            criteria=_CRITERIA,
            criteria_revision=asked.revision,
            municipality=Municipality(name=f"Kommun {number}", inhabitants=30_000, as_of=_DAY),
            case=Case(date=_DAY, body="Kommunstyrelsen", background=_WHY, method=_WHY),
            memberships=tuple(Membership(network=network) for network in answers),
            assessors=(Assessor(id="strateg", role="Miljöstrateg"),),
        )
        sheet = AnswerSheet(schema=1, assessor="strateg", answers=answers)  # type: ignore[call-arg]
        place = folder / "evaluations" / id_
        (place / "answers").mkdir(parents=True)
        (place / "evaluation.yaml").write_text(yaml_text(evaluation), "utf-8")
        (place / "answers" / "strateg.yaml").write_text(yaml_text(sheet), "utf-8")
    return folder


_DAY = date(2026, 3, 1)


def many_networks(count: int) -> Dossier:
    """A made-up municipality that judges so many networks by the shipped criteria, all answered."""
    criteria = read_library(ROOT).criteria["natverksmedlemskap"]
    asked = [c.id for c in criteria.criteria if isinstance(c, JudgedCriterion)]
    letters = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]
    ids = [f"natverk-{letter}" for letter in letters[:count]]
    answers = {
        id_: {
            each: Answer(
                score=Decimal((number + place) % 5 + 1),
                rationale=f"Underlaget från {id_} används på punkt {place} i vårt arbete. {_WHY}",
                grade="B",
            )
            for place, each in enumerate(asked)
        }
        for number, id_ in enumerate(ids)
    }
    outcomes: list[dict[str, object]] = [
        {"outcome": "continue"},
        {"outcome": "come-back", "by": "2027-05-31"},
        {"outcome": "leave", "from_date": "2027-12-31"},
    ]
    return build.dossier(
        criteria,
        answers,
        networks={
            id_: build.network(
                id_, name=f"Nätverket {id_[8:].upper()}", short=f"Nätverk {id_[8:].upper()}"
            )
            for id_ in ids
        },
        id="manga",
        title="Många nätverk",
        municipality={"name": "Storby kommun", "inhabitants": 90000, "as_of": "2025-12-31"},
        case={
            "date": "2026-11-27",
            "body": "Kommunstyrelsen",
            "department": "Miljöförvaltningen",
            "background": _WHY,
            "method": _WHY,
            "conclusion": _WHY,
            "assignment": {"body": "Kommunstyrelsen", "date": "2026-01-15", "text": "att se över"},
        },
        decisions=[
            {
                "network": id_,
                "body": "Kommunstyrelsen",
                "motive": "Nätverket används i det löpande arbetet och svarar mot kommunens behov.",
                "differs_because": "Behovet har ändrats sedan bedömningen gjordes.",
                **outcomes[number % 3],
            }
            for number, id_ in enumerate(ids)
        ],
    )


def many_networks_folder(folder: Path, count: int, assessors: int = 1) -> str:
    """Add `many_networks` to a data folder that holds the shipped criteria; the id of it.

    Each of the `assessors` has the same answers.
    """
    made = many_networks(count)
    names = tuple(f"bedomare-{number}" for number in range(assessors))
    roles = tuple(Assessor(id=name, role=f"Strateg {n}") for n, name in enumerate(names, 1))
    asked = read_library(ROOT).criteria["natverksmedlemskap"]
    evaluation = made.evaluation.model_copy(
        update={
            "id": f"manga-{count}",
            "criteria": asked.id,
            "criteria_revision": asked.revision,
            "assessors": roles,
        }
    )
    place = folder / "evaluations" / evaluation.id
    (place / "answers").mkdir(parents=True)
    (place / "evaluation.yaml").write_text(yaml_text(evaluation), "utf-8")
    sheet = next(iter(made.sheets.values()))
    for name in names:
        own = sheet.model_copy(update={"assessor": name})
        (place / "answers" / f"{name}.yaml").write_text(yaml_text(own), "utf-8")
    for network in made.networks.values():
        (folder / "networks" / f"{network.id}.yaml").write_text(yaml_text(network), "utf-8")
    return evaluation.id
