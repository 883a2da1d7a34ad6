"""What the figures rest on, so that whoever wants to can check them."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings.fact_check_reply import reply_sentence
from natverkskollen.analysis.population import DISTURBANCE, disturbed
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.output.papers.blocks import Block, Table
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.dates import day_words
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import lower_first


def trace(writing: Writing) -> Iterator[Block]:
    """A table of what was judged, by whom, of what population, and the checksum of it all."""
    result, evaluation = writing.result, writing.evaluation
    status = "färdigställd" if evaluation.status == "final" else "utkast"
    revision = result.criteria.revision
    if result.older_revision:
        revision += f" (utvärderingen gjordes på {evaluation.criteria_revision})"
    replies = [reply_sentence(evaluation, found.network) for found in result.networks]
    if not evaluation.replies and len(replies) > 1:
        replies = ["Inget av nätverken har granskat uppgifterna."]
    roles = "; ".join(lower_first(assessor.role) for assessor in evaluation.assessors)
    yield Table(
        "Beräkningens underlag",
        ("Uppgift", "Värde"),
        (
            ("Utvärdering", f"{evaluation.title} ({evaluation.id}), {status}"),
            ("Kriterier", f"{result.criteria.title} ({result.criteria.id}), version {revision}"),
            ("Bedömare", roles),
            (
                "Folkmängd",
                f"{number(evaluation.municipality.inhabitants)} "
                f"({writing.as_of(evaluation.municipality.as_of)})"
                f"{f'. {DISTURBANCE}' if disturbed(evaluation.municipality) else ''}",
            ),
            *_edited(writing),
            ("Medlem sedan", "; ".join(map(_since, result.networks))),
            ("Nätverkens granskning", " ".join(replies)),
            ("Underlagets kontrollsumma (SHA-256)", result.input_hash),
            ("Programversion", result.program_version),
        ),
        (28, 72),
    )


def _since(found: NetworkResult) -> str:
    """Since when, and by which decision."""
    membership = found.membership
    if not found.member:
        return f"{found.network.short}: inte medlem"
    day = day_words(membership.since, iso=True) if membership.since else "dagen är inte angiven"
    joined = f" ({membership.joined_by})" if membership.joined_by else ""
    return f"{found.network.short}: {day}{joined}"


def _edited(writing: Writing) -> Iterator[tuple[str, str]]:
    template = writing.template
    names = [template.heading(i) for i in template.kept if i in writing.evaluation.memo_texts]
    if names:
        yield "Avsnitt som är skrivna för hand", ", ".join(names)
