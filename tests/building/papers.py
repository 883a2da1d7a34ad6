"""A small evaluation in which a test can put any text anywhere, and what a Word file holds."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.network import Network
from natverkskollen.output.papers.blocks import Paper, block_texts
from natverkskollen.output.papers.memo import generated_sections, memo_of
from natverkskollen.output.papers.paper_set import papers_of
from natverkskollen.output.papers.template import MemoTemplate
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.signs import HARD
from tests.building.dossiers import criteria_set, dossier, network, shipped, theme

SOURCE = {"document": "rapport", "place": "sidan 3", "quote": "Föreningen har 90 medlemmar"}
LEVELS = {1: "Används inte", 2: "Lite", 3: "Ibland", 4: "Ofta", 5: "Löpande"}


def huddinge() -> Result:
    """Huddinge's shipped evaluation."""
    return evaluate(shipped())


def build_memo(
    result: Result, template: MemoTemplate | None = None, robustness: Robustness | None = None
) -> Paper:
    """The memo of a result, in a template that may stand in no file."""
    writing = Writing(result, template or MemoTemplate(), robustness)
    return memo_of(writing, generated_sections(writing))


def papers(
    result: Result, template: MemoTemplate | None = None, robustness: Robustness | None = None
) -> dict[str, Paper]:
    """Every paper of a result by its id."""
    writing = Writing(result, template or MemoTemplate(), robustness)
    return {paper.id: paper for paper in papers_of(writing, generated_sections(writing))}


def said(paper: Paper, section: str = "") -> str:
    """What a paper says, or one section of it, with plain blanks."""
    sections = [paper.section(section)] if section else paper.sections
    texts = [] if section else list(paper.remarks)
    texts += [t for each in sections for block in each.blocks for t in block_texts(block)]
    return "\n".join(texts).replace(HARD, " ")


def result(
    answers: dict[str, Any] | None = None,
    case: dict[str, Any] | None = None,
    currency: str = "SEK",
    fee_for: str = "kommun",
    **evaluation: Any,
) -> Result:
    """An evaluation of two networks, with these answers about `ett` and these changes.

    The networks are those of the memberships where these are given.
    """
    given = {
        "id": "prov",
        "title": "Provet",
        "criteria": "liten",
        "municipality": {"name": "Provköping", "inhabitants": 10000, "as_of": "2024-12-31"},
        "case": {"date": "2025-04-01", "body": "Kommunstyrelsen", **(case or {})},
        "fee_year": 2024,
        "assessors": [{"id": "strateg", "role": "Miljöstrateg"}],
        **evaluation,
    }
    about = {"nytta": {"score": 4, "rationale": "Vi använder den.", "grade": "B"}}
    ids = [each["network"] for each in evaluation.get("memberships", ())] or ["ett", "tva"]
    networks = {id_: _network(id_, currency, fee_for) for id_ in ids}
    scores = {"ett": about if answers is None else answers}
    return evaluate(dossier(_CRITERIA, scores, networks=networks, **given))


_CRITERIA = criteria_set(
    theme(
        "nyttan",
        60,
        {"id": "nytta", "title": "Användning", "question": "Hur?", "levels": LEVELS},
        title="Nytta",
    ),
    theme(
        "pengar",
        40,
        {
            "id": "ar",
            "title": "Årskostnad",
            "question": "Hur mycket?",
            "computed": "annual_cost_sek",
            "value": {0: 100, 40000: 0},
        },
        title="Kostnad",
        cost=True,
    ),
    id="liten",
    title="Liten samling",
    evidence_grades={"A": 0, "B": 1, "C": 1},
)


def _network(id_: str, currency: str, kind: str) -> Network:
    return network(
        id_,
        short=id_.capitalize(),
        description="En förening för kommuner.",
        documents=[{"id": "rapport", "title": "Rapport", "file": "rapport.pdf"}],
        fees=[
            {
                "year": 2024,
                "fixed": 4000,
                "per_inhabitant": 1,
                "member": kind,
                "currency": currency,
                "source": SOURCE,
            }
        ],
        facts=[
            {
                "id": "medlemmar",
                "label": "Antal medlemmar",
                "value": 90,
                "unit": "medlemmar",
                "as_of": "2024-12-31",
                "source": SOURCE,
            }
        ],
    )


def opened(content: bytes):
    """A finished memo as python-docx sees it."""
    return Document(BytesIO(content))
