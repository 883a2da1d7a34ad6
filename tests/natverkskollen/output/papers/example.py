"""A small evaluation made in code, so that a test can put any text anywhere in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.store import read_library

ROOT = Path(__file__).resolve().parents[4]
SOURCE = {"document": "rapport", "place": "sidan 3", "quote": "Föreningen har 90 medlemmar"}
LEVELS = {1: "Används inte", 2: "Lite", 3: "Ibland", 4: "Ofta", 5: "Löpande"}


def huddinge() -> Result:
    """Huddinge's shipped evaluation."""
    return evaluate(read_library(ROOT).dossier("huddinge-2025"))


def result(
    answers: dict[str, Any] | None = None, case: dict[str, Any] | None = None, **evaluation: Any
) -> Result:
    """An evaluation of two networks, with these answers about `ett` and these changes."""
    given = {
        "schema": 1,
        "id": "prov",
        "title": "Provet",
        "criteria": "liten",
        "criteria_revision": "1",
        "municipality": {"name": "Provköping", "inhabitants": 10000, "as_of": "2024-12-31"},
        "case": {"date": "2025-04-01", "body": "Kommunstyrelsen", **(case or {})},
        "fee_year": 2024,
        "memberships": [{"network": "ett"}, {"network": "tva"}],
        "assessors": [{"id": "strateg", "role": "Miljöstrateg"}],
        **evaluation,
    }
    about = {"nytta": {"score": 4, "rationale": "Vi använder den.", "grade": "B"}}
    if answers is not None:
        about = answers
    sheet = {"schema": 1, "assessor": "strateg", "answers": {"ett": about}}
    return evaluate(
        Dossier(
            Evaluation.model_validate(_tuples(given)),
            CriteriaSet.model_validate(_tuples(_CRITERIA)),
            {id_: Network.model_validate(_tuples(_network(id_))) for id_ in ("ett", "tva")},
            {"strateg": AnswerSheet.model_validate(_tuples(sheet))},
        )
    )


def _tuples(value: Any) -> Any:
    """Lists as tuples, as the YAML reader hands them over."""
    if isinstance(value, dict):
        return {key: _tuples(each) for key, each in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


_CRITERIA = {
    "schema": 1,
    "id": "liten",
    "title": "Liten samling",
    "revision": "1",
    "scale": {"min": 1, "max": 5},
    "evidence_grades": {"A": 0, "B": 1, "C": 1},
    "verdict": {"keep_from": 60, "leave_below": 40},
    "themes": [
        {
            "id": "nyttan",
            "title": "Nytta",
            "weight": 60,
            "criteria": [
                {"id": "nytta", "title": "Användning", "question": "Hur?", "levels": LEVELS}
            ],
        },
        {
            "id": "pengar",
            "title": "Kostnad",
            "weight": 40,
            "cost": True,
            "criteria": [
                {
                    "id": "ar",
                    "title": "Årskostnad",
                    "question": "Hur mycket?",
                    "computed": "annual_cost_sek",
                    "value": {0: 100, 40000: 0},
                }
            ],
        },
    ],
}


def _network(id_: str) -> dict[str, Any]:
    return {
        "schema": 1,
        "id": id_,
        "name": f"Nätverket {id_}",
        "short": id_.capitalize(),
        "description": "En förening för kommuner.",
        "documents": [{"id": "rapport", "title": "Rapport", "file": "rapport.pdf"}],
        "fees": [{"year": 2024, "fixed": 4000, "per_inhabitant": 1, "source": SOURCE}],
        "terms": {"notice": "okänt"},
        "facts": [
            {
                "id": "medlemmar",
                "label": "Antal medlemmar",
                "value": 90,
                "unit": "medlemmar",
                "as_of": "2024-12-31",
                "source": SOURCE,
            }
        ],
    }


def opened(content: bytes):
    """A finished memo as python-docx sees it."""
    return Document(BytesIO(content))
