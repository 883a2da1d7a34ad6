"""From a result to a memo: every section written out, in the template's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from natverkskollen.decisions.question import case_title
from natverkskollen.output.papers import consequences
from natverkskollen.output.papers import short_sections as closing
from natverkskollen.output.papers.alternatives import alternatives
from natverkskollen.output.papers.blocks import Block, Head, Paper, Section, with_texts
from natverkskollen.output.papers.case_description import matter
from natverkskollen.output.papers.economy import economy
from natverkskollen.output.papers.opinion import views
from natverkskollen.output.papers.proposal import nothing_proposed, points, proposal, proposed
from natverkskollen.output.papers.remarks import fictional
from natverkskollen.output.papers.section_text import with_edit
from natverkskollen.output.papers.summary import summary
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.line_breaks import unbroken

STAMP = "UTKAST – ARBETSMATERIAL"
_WRITERS: dict[str, Callable[[Writing], tuple[Block, ...]]] = {
    "forslag-till-beslut": proposal,
    "sammanfattning": summary,
    "beskrivning": matter,
    "synpunkter": views,
    "alternativ": alternatives,
    "ekonomi": economy,
    "ovriga": consequences.other,
    "juridik": consequences.legal,
    "barn": consequences.children,
    "uppfoljning": consequences.follow_up,
    "beslutsunderlag": closing.documents,
    "skickas-till": closing.sent_to,
    "underskrifter": closing.signatures,
}


def memo_of(writing: Writing, generated: Iterable[Section]) -> Paper:
    """The memo of an evaluation, in the template's order and under its headings.

    Sections that a person has rewritten are as they wrote them.
    """
    template, evaluation, case = writing.template, writing.evaluation, writing.evaluation.case
    return Paper(
        head=Head(
            document_name=template.document_name,
            municipality=evaluation.municipality.name,
            department=case.department or "",
            officer=case.officer or "",
            date=case.date.isoformat(),
            diarienummer=case.diarienummer or "",
            addressee=case.body,
            title=case_title(evaluation, [found.network for found in writing.result.networks]),
            stamp=STAMP if evaluation.status == "draft" else "",
            footer=template.footer or "",
            phone=case.officer_phone or "",
            email=case.officer_email or "",
        ),
        remarks=tuple(map(unbroken, fictional(writing))),
        sections=tuple(
            _whole(with_edit(section, evaluation.memo_texts.get(section.id)))
            for section in generated
        ),
        page_notation=template.notation_parts,
    )


def _whole(section: Section) -> Section:
    """The section with no line that breaks inside a date, an amount or a number of a paragraph."""
    return replace(section, blocks=tuple(with_texts(b, unbroken) for b in section.blocks))


def generated_sections(writing: Writing) -> Iterator[Section]:
    """Every section as the program writes it, whatever a person has made of it."""
    for id_ in writing.template.kept:
        yield from _sections(writing, id_)


def _sections(writing: Writing, id_: str) -> Iterator[Section]:
    """A section; the decisions are one section for each body where the heading names the body."""
    template = writing.template
    if id_ != "forslag-till-beslut" or not template.headed_by_body:
        yield Section(id_, template.heading(id_), _WRITERS[id_](writing))
        return
    decided = proposed(writing)
    if not decided:
        heading = template.heading(id_, writing.evaluation.case.body)
        yield Section(id_, heading, nothing_proposed(writing))
    for position, block in enumerate(decided):
        own = f"{id_}-{position + 1}" if position else id_
        yield Section(own, template.heading(id_, block.body), points(writing, block))
