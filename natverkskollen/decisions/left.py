"""How far an evaluation has come, part by part in the order of the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from natverkskollen.analysis.assessors import all_submitted, progress, separate, several
from natverkskollen.analysis.differences import differences
from natverkskollen.analysis.findings import Finding, still_open
from natverkskollen.analysis.result import Result
from natverkskollen.decisions.readiness import gaps_in_proposals, paper_gaps, without_proposal
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital, counted, listed

Stage = Literal["scoring", "agreeing", "networks", "outcome", "papers", "closing"]


@dataclass(frozen=True)
class Left:
    """One part of the work: how it stands in a few words, and whether nothing is left of it."""

    stage: Stage
    words: str
    done: bool


def left(result: Result, findings: Sequence[Finding]) -> tuple[Left, ...]:
    """Every part in the order of the work; Enas only where there are several to agree."""
    dossier, evaluation = result.dossier, result.evaluation
    open_ones = len(still_open(findings))
    without = [each.network.short for each in result.networks if each.verdict is None]
    final = evaluation.status == "final"
    parts = (
        _answers(dossier),
        _agreeing(dossier),
        Left(
            "networks",
            _many(open_ones, "en punkt att kontrollera", "punkter att kontrollera"),
            not open_ones,
        ),
        Left("outcome", _results(evaluation, without), not without),
        _papers(result),
        Left("closing", "Färdigställd" if final else "Inte färdigställd", final),
    )
    return tuple(part for part in parts if part)


def _results(evaluation: Evaluation, without: Sequence[str]) -> str:
    """Which networks have no result, and why where it is that not all have handed in."""
    if without and evaluation.waiting_for:
        return "Visas när alla har lämnat in"
    return f"Underlaget räcker inte för {listed(without)}" if without else _ALL


_ALL = "Alla nätverk har ett resultat"


def _many(count: int, one: str, several: str) -> str:
    return capital(counted(count, one, several)) if count else "Inget är kvar"


def _papers(result: Result) -> Left:
    """What the proposals and the memo lack; the unanswered and the findings have their parts."""
    without, gaps = len(without_proposal(result)), len(gaps_in_proposals(result))
    others = len(paper_gaps(result))
    said = []
    if without:
        said.append(f"förslag saknas för {counted(without, 'ett nätverk', 'nätverk')}")
    if gaps:
        said.append(counted(gaps, "en sak fattas i förslaget", "saker fattas i förslaget"))
    if others:
        said.append(counted(others, "en uppgift fattas", "uppgifter fattas") + " i skrivelsen")
    return Left("papers", capital(listed(said)) if said else "Inget är kvar", not said)


def _answers(dossier: Dossier) -> Left:
    evaluation = dossier.evaluation
    if several(evaluation):
        each = separate(evaluation)
        handed = sum(assessor.submitted is not None for assessor in each)
        words = f"{number(handed)} av {number(len(each))} bedömare har lämnat in"
        return Left("scoring", words, all_submitted(evaluation))
    counts = [progress(dossier, assessor.id) for assessor in separate(evaluation)]
    done, asked = (sum(part) for part in zip(*counts, strict=True)) if counts else (0, 0)
    words = f"{number(done)} av {number(asked)} svar är ifyllda"
    return Left("scoring", words, done == asked)


def _agreeing(dossier: Dossier) -> Left | None:
    if not several(dossier.evaluation):
        return None
    found = differences(dossier)
    if found is None:
        return Left("agreeing", "Börjar när alla har lämnat in", False)
    apart = sum(each.agreed is None for each in found.differences)
    return Left("agreeing", _many(apart, "ett svar att enas om", "svar att enas om"), not apart)
