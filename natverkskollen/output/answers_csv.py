"""Every answer as a table for a spreadsheet: semicolons, Swedish decimals, and no live formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from natverkskollen.analysis.set_aside_words import why_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Evidence

Cell = str | Decimal
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
# A spreadsheet takes a cell that begins with one of these for a formula.
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\0", "\n")


def answers_csv(dossier: Dossier) -> bytes:
    """The answers of an evaluation, one row each, as a CSV file that Excel opens rightly."""
    return csv_bytes(HEADING, answer_rows(dossier))


def csv_bytes(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV with a byte order mark; every cell is quoted and none is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows(
        [_figure(cell) if isinstance(cell, Decimal) else safe(cell) for cell in row] for row in rows
    )
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def safe(cell: str) -> str:
    """A text that a spreadsheet shows and does not compute."""
    return f"'{cell}" if cell.lstrip(" \u00a0\ufeff").startswith(_LIVE) else cell


def _figure(value: Decimal) -> str:
    """A number as a Swedish spreadsheet reads one: a hyphen for minus, and nothing by thousands."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


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
