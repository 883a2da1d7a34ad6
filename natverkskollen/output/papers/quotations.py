"""Källor och citat: what every answer rests on, word for word, with the place it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.facts import scaled_value
from natverkskollen.analysis.result import CriterionResult, NetworkResult
from natverkskollen.analysis.wording import GRADES
from natverkskollen.model.answer import Evidence
from natverkskollen.output.papers.blocks import Block, Bullets, Heading, Paragraph, Section
from natverkskollen.output.papers.sources import document_words, evidence_sources, mark, newest
from natverkskollen.output.papers.writing import Writing, dated
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD


def quotations(writing: Writing) -> tuple[Section, ...]:
    """The documents with their marks, then the evidence theme by theme."""
    return (
        Section("kallor", "Källor", tuple(_documents(writing))),
        *(
            Section(theme.id, theme.title, tuple(_theme(writing, at)))
            for at, theme in enumerate(writing.result.criteria.themes)
        ),
    )


def _documents(writing: Writing) -> Iterator[Block]:
    if not writing.documents:
        yield Paragraph("Inga källor är angivna.")
        return
    yield Paragraph("Citaten hänvisar till källorna med K och nummer.", kind="lead")
    marked = (f"K{n}: {document_words(each)}" for n, each in enumerate(writing.documents, 1))
    yield Bullets(tuple(marked), small=True)


def _theme(writing: Writing, at: int) -> Iterator[Block]:
    for place, criterion in enumerate(writing.result.criteria.themes[at].criteria):
        blocks = [
            block
            for found in writing.result.networks
            for block in _cell(writing, found, found.themes[at].criteria[place])
        ]
        if blocks:
            yield Heading(3, criterion.title)
            yield from blocks


def _cell(writing: Writing, found: NetworkResult, cell: CriterionResult) -> Iterator[Block]:
    """The evidence of each who answered about one network on one criterion."""
    for ground in cell.assessment.grounds:
        if not ground.answer.evidence and ground.answer.score is None:
            continue
        several = len(cell.assessment.grounds) > 1
        who = f", {ground.assessor.role}" if several else ""
        grade = GRADES[ground.answer.grade] if ground.answer.grade else "ingen grad angiven"
        yield Paragraph(f"{found.network.short}{who}: {grade}", kind="label")
        if ground.answer.evidence:
            rows = (evidence_words(writing, found, each) for each in ground.answer.evidence)
            yield Bullets(tuple(rows), small=True)
        elif cell.criterion.evidence == "required":
            yield Paragraph("Belägg krävs men saknas.", kind="meta")


def evidence_words(writing: Writing, found: NetworkResult, evidence: Evidence) -> str:
    """What an answer rests on: claim, figure, date, and document, place and quote."""
    said = []
    if evidence.claim:
        said.append(evidence.claim.rstrip("."))
    if evidence.figure is not None:
        unit = f"{HARD}{evidence.unit}" if evidence.unit else ""
        said.append(f"{number(evidence.figure)}{unit}")
    if evidence.as_of:
        said.append(f"uppgift per {writing.as_of(evidence.as_of)}")
    for fact in newest(found.network, evidence.fact):
        said.append(f"{fact.label}: {scaled_value(fact)}, {dated(writing, fact)}")
    places = [
        f"{mark(writing.documents, writing.result, found, source.document)}, {source.place}: "
        f"”{source.quote.strip('”')}”"
        for source in evidence_sources(found, evidence)
    ]
    return " ".join([f"{'; '.join(said)}.", *places])
