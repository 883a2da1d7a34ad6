"""From a result to a finished memo: Word, PDF and plain text, small and large."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.timing import medians
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.output.papers.render import FORMATS
from natverkskollen.store import read_library

ROOT = Path(__file__).resolve().parents[1]
RUNS, SIDE = 7, 20
SENTENCE = "Vi använder nätverkets underlag i arbetet med kommunens plan, och det sparar tid. "


def report() -> str:
    """A Markdown table of medians in milliseconds, with the issue's limits beside."""
    cases = {
        ("Huddinge, 2 nätverk och 13 kriterier", "500"): huddinge(),
        (f"påhittat, {SIDE} nätverk och {SIDE} kriterier", "2 000"): large(),
    }
    rows = []
    for (name, limit), result in cases.items():
        contenders = {
            kind: lambda write=write, result=result: write(result, ROOT)
            for kind, write in FORMATS.items()
        }
        found = {kind: seconds * 1000 for kind, seconds in medians(contenders, RUNS).items()}
        both = found["docx"] + found["pdf"]
        each = " | ".join(f"{found[kind]:.0f}" for kind in FORMATS)
        rows.append(f"| {name} | {each} | {both:.0f} | {limit} |")
    head = f"### Tjänsteskrivelsen, millisekunder, median av {RUNS}\n"
    columns = f"| ärende | {' | '.join(FORMATS)} | docx och pdf | högst |"
    return "\n".join([head, columns, "|---|" + "--:|" * (len(FORMATS) + 2), *rows])


def huddinge() -> Result:
    """The shipped evaluation of Huddinge."""
    return evaluate(read_library(ROOT).dossier("huddinge-2025"))


def large(side: int = SIDE) -> Result:
    """A made evaluation of as many networks as criteria, every one with a reason of its own."""
    networks = [f"natverk-{n}" for n in range(1, side + 1)]
    criteria = [f"kriterium-{n}" for n in range(1, side + 1)]
    about = {
        network: {
            criterion: {
                "score": 1 + (at + place) % 5,
                "grade": "B",
                "rationale": f"{network} och {criterion}: {SENTENCE * 3}",
            }
            for place, criterion in enumerate(criteria)
        }
        for at, network in enumerate(networks)
    }
    sheet = {"schema": 1, "assessor": "strateg", "answers": about}
    return evaluate(
        Dossier(
            Evaluation.model_validate(_evaluation(networks)),
            CriteriaSet.model_validate(_criteria(criteria)),
            {id_: Network.model_validate(_network(id_)) for id_ in networks},
            {"strateg": AnswerSheet.model_validate(sheet)},
        )
    )


def _evaluation(networks: list[str]) -> dict[str, Any]:
    decision = {"outcome": "continue", "body": "Kommunstyrelsen"}
    return {
        "schema": 1,
        "id": "stor",
        "title": "En stor utvärdering",
        "criteria": "stor",
        "criteria_revision": "1",
        "municipality": {"name": "Provköping", "inhabitants": 50000, "as_of": "2024-12-31"},
        "case": {"date": "2025-04-01", "body": "Kommunstyrelsen"},
        "memberships": tuple({"network": id_} for id_ in networks),
        "assessors": ({"id": "strateg", "role": "Miljöstrateg"},),
        "decisions": tuple({"network": id_, **decision} for id_ in networks),
    }


def _criteria(criteria: list[str]) -> dict[str, Any]:
    levels = {1: "Inte", 2: "Lite", 3: "Ibland", 4: "Ofta", 5: "Alltid"}
    judged = [
        {"id": id_, "title": id_.capitalize(), "question": "Hur ofta?", "levels": levels}
        for id_ in criteria
    ]
    return {
        "schema": 1,
        "id": "stor",
        "title": "Stor samling",
        "revision": "1",
        "scale": {"min": 1, "max": 5},
        "evidence_grades": {"A": 0, "B": 1, "C": 1},
        "verdict": {"keep_from": 60, "leave_below": 40},
        "themes": tuple(
            {
                "id": f"tema-{n}",
                "title": f"Tema {n}",
                "weight": 25,
                "criteria": tuple(judged[n - 1 :: 4]),
            }
            for n in range(1, 5)
        ),
    }


def _network(id_: str) -> dict[str, Any]:
    return {
        "schema": 1,
        "id": id_,
        "name": id_.capitalize(),
        "short": id_,
        "description": SENTENCE,
        "documents": ({"id": "rapport", "title": "Rapport", "file": "rapport.pdf"},),
        "fees": ({"year": 2024, "fixed": 4000, "source": _SOURCE},),
        "terms": {"notice": "okänt"},
        "facts": (
            {
                "id": "medlemmar",
                "label": "Antal medlemmar",
                "value": 90,
                "as_of": "2024-12-31",
                "source": _SOURCE,
            },
        ),
    }


_SOURCE = {"document": "rapport", "place": "sidan 3", "quote": "Föreningen har 90 medlemmar"}
