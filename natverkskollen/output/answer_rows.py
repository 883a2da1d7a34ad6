"""Every answer as a row of a table, for a CSV file and for a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from natverkskollen.analysis.set_aside_words import why_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Evidence
from natverkskollen.output.csv_table import Cell

HEADING = (
    "bedömare",
    "roll",
    "nätverk",
    "tema",
    "kriterium",
    "lägst",
    "högst",
    "ej tillämpligt",
    "motivering",
    "vad uppgiften bygger på",
    "belägg",
    "räknas inte",
)


def answer_rows(dossier: Dossier) -> Iterator[Sequence[Cell]]:
    """Every answer that may be seen now, one row each, with the cells of HEADING."""
    for assessor in dossier.evaluation.assessors:
        sheet = dossier.sheets.get(assessor.id)
        if sheet is None:
            continue
        for membership in dossier.evaluation.memberships:
            network = dossier.networks[membership.network]
            for theme in dossier.criteria.themes:
                for criterion in theme.criteria:
                    answer = sheet.answer(network.id, criterion)
                    if not (answer.bounds or answer.not_applicable or answer.rationale):
                        continue
                    low, high = answer.bounds or ("", "")
                    yield (
                        assessor.id,
                        assessor.role,
                        network.name,
                        theme.title,
                        criterion.title,
                        low,
                        high,
                        "ja" if answer.not_applicable else "",
                        answer.rationale or "",
                        answer.grade or "",
                        " | ".join(_words(evidence) for evidence in answer.evidence),
                        "",
                    )
    yield from _set_aside(dossier)


def _set_aside(dossier: Dossier) -> Iterator[Sequence[Cell]]:
    """The answers that are kept and do not count; the last column says why."""
    roles = {assessor.id: assessor.role for assessor in dossier.evaluation.assessors}
    for each in dossier.aside:
        answer = each.answer
        low, high = answer.bounds or ("", "")
        yield (
            each.assessor,
            roles.get(each.assessor, ""),
            _name(dossier, each.network),
            "",
            each.title,
            low,
            high,
            "ja" if answer.not_applicable else "",
            answer.rationale or "",
            answer.grade or "",
            " | ".join(_words(evidence) for evidence in answer.evidence),
            why_words(each),
        )


def _name(dossier: Dossier, network: str) -> str:
    known = dossier.networks.get(network)
    return known.name if known else dossier.called(network)


def _words(evidence: Evidence) -> str:
    source = evidence.source
    place = f" ({source.document}, {source.place})" if source else ""
    return f"{evidence.claim or evidence.fact}{place}"
