"""For the appendices: findings that are explained, replies, and criteria that changed."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.findings import explained
from natverkskollen.analysis.findings.fact_check_reply import reply_rows
from natverkskollen.analysis.set_aside_words import HEADING, given_words, why_words
from natverkskollen.output.papers.blocks import Block, Heading, Paragraph, Table
from natverkskollen.output.papers.writing import Writing


def checked(writing: Writing) -> Iterator[Block]:
    """The explained findings and the replies; nothing where there are none."""
    findings = explained(writing.findings)
    if findings:
        yield Table(
            "Iakttagelser som har förklarats",
            ("Iakttagelse", "Förklaring"),
            findings,
            (55, 45),
        )
    for found in writing.result.networks:
        rows = reply_rows(writing.evaluation, found.network)
        if rows:
            yield Heading(3, f"Svar på faktagranskningen från {found.network.short}")
            yield Table(
                f"Faktagranskning, {found.network.short}",
                ("Gäller", "Svar", "Källa"),
                tuple(tuple(cell or "–" for cell in row) for row in rows),
                (30, 45, 25),
            )


def earlier_criteria(writing: Writing) -> Iterator[Block]:
    """Every passage to a later revision and every answer put aside; nothing where there is none."""
    changes = writing.evaluation.criteria_changes
    for change in changes:
        yield Paragraph(
            f"Utvärderingen bytte från version {change.from_revision} till version "
            f"{change.to_revision} av kriterierna den {writing.as_of(change.date)}. Skäl: "
            f"{change.reason.rstrip('.')}. Ansvarig: {change.by}."
        )
    dossier = writing.result.dossier
    if dossier.aside:
        yield Heading(3, HEADING)
    roles = {assessor.id: assessor.role for assessor in dossier.evaluation.assessors}
    for each in dossier.aside:
        network = dossier.called(each.network)
        yield Paragraph(f"{each.title}, {network}: {given_words(each)}", kind="label")
        said = f"Svarat: {roles.get(each.assessor, each.assessor)}."
        yield Paragraph(f"{why_words(each)} {said}", kind="meta")
        yield Paragraph(each.answer.rationale or "Motivering saknas.", kind="quote")
