"""For the appendix: when the criteria changed under way, and the answers that stopped counting."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.output.papers.blocks import Block, Heading, Paragraph
from natverkskollen.output.papers.writing import Writing
from natverkskollen.output.set_aside_words import HEADING, given_words, why_words


def earlier_criteria(writing: Writing) -> Iterator[Block]:
    """Every passage to a later revision and every answer put aside; nothing where there is none."""
    changes = writing.evaluation.criteria_changes
    if changes:
        yield Heading(3, "När kriterierna ändrades")
    for change in changes:
        yield Paragraph(
            f"Utvärderingen gick över från utgåva {change.from_revision} till utgåva "
            f"{change.to_revision} den {writing.as_of(change.date)}. Skäl: "
            f"{change.reason.rstrip('.')}. Ansvarig: {change.by}."
        )
    dossier = writing.result.dossier
    if dossier.aside:
        yield Heading(3, HEADING)
    roles = {assessor.id: assessor.role for assessor in dossier.evaluation.assessors}
    for each in dossier.aside:
        network = dossier.networks[each.network].short
        yield Paragraph(f"{each.title}, {network}: {given_words(each)}", kind="label")
        said = f"Svarat: {roles.get(each.assessor, each.assessor)}."
        yield Paragraph(f"{why_words(each)} {said}", kind="meta")
        yield Paragraph(each.answer.rationale or "Motivering saknas.", kind="quote")
