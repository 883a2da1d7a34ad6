"""Scores that nothing supports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.words import counted, listed, lower_first


def scores_without_evidence(dossier: Dossier) -> Iterator[Finding]:
    """Per network: criteria that ask for evidence and are scored without any."""
    yield from _lacking(
        dossier,
        "saknar-belagg",
        "har inget belägg fast kriteriet kräver det",
        lambda criterion, answer: criterion.evidence == "required" and not answer.evidence,
        "Kontrollera vad betyget bygger på och skriv in det under Belägg.",
    )


def documented_without_evidence(dossier: Dossier) -> Iterator[Finding]:
    """Per network: scores said to rest on a documented fact, with none brought forward."""
    yield from _lacking(
        dossier,
        "grad-a-utan-belagg",
        "är angivet som dokumenterat (A) men har inget belägg",
        lambda _, answer: answer.grade == "A" and not answer.evidence,
        "Kontrollera vilken uppgift betyget bygger på och skriv in den under Belägg. Där kriteriet "
        "kräver belägg räknas betyget annars som en egen bedömning (C).",
    )


def scores_without_grade(dossier: Dossier) -> Iterator[Finding]:
    """Per network: scores that do not say how well they are supported."""
    yield from _lacking(
        dossier,
        "saknar-grad",
        "saknar uppgift om hur väl det är underbyggt",
        lambda criterion, answer: criterion.judged and answer.grade is None,
        "Kontrollera om belägget är en dokumenterad uppgift, en uppgift från nätverket eller en "
        "egen bedömning.",
    )


def scores_without_reason(dossier: Dossier) -> Iterator[Finding]:
    """Per network: scores without a rationale."""
    yield from _lacking(
        dossier,
        "saknar-motivering",
        "saknar motivering",
        lambda criterion, answer: not answer.rationale,
        "Kontrollera varför betyget sattes och skriv motiveringen.",
    )


def _lacking(
    dossier: Dossier,
    kind: str,
    words: str,
    lacks: Callable[[Criterion, Answer], bool],
    question: str,
) -> Iterator[Finding]:
    roles = {assessor.id: assessor.role for assessor in dossier.evaluation.assessors}
    for network in dossier.networks.values():
        found: dict[str, list[str]] = {}
        for id_, sheet in dossier.sheets.items():
            for criterion in dossier.criteria.criteria:
                answer = sheet.answer(network.id, criterion)
                if answer.score is not None and lacks(criterion, answer):
                    found.setdefault(criterion.title, []).append(roles.get(id_, id_))
        if found:
            names = listed([f"”{lower_first(title)}”" for title in found])
            yield Finding(
                finding_id(kind, network.id),
                kind,
                "saknas",
                network.id,
                f"{network.short}: {counted(len(found), 'ett betyg', 'betyg')} {words} ({names}).",
                tuple(Side(title, listed(people)) for title, people in found.items()),
                question,
            )
