"""Förslag till beslut: the points in the template's style, one block for each deciding body."""

from __future__ import annotations

from natverkskollen.decisions.sentences import DecisionBlock, decision_blocks
from natverkskollen.output.papers.blocks import Block, Bullets, Heading, Numbered, Paragraph
from natverkskollen.output.papers.gaps import gap
from natverkskollen.output.papers.writing import Writing


def proposal(writing: Writing) -> tuple[Block, ...]:
    """The decisions as numbered points that stand alone, one block for each deciding body."""
    blocks: list[Block] = []
    for block in proposed(writing):
        # Where the points follow on the line before them, that line is their heading.
        if writing.template.decision_style in ("att", "infinitive"):
            blocks += [Heading(3, block.lead), *_listed(writing, block)]
        else:
            blocks += [Heading(3, block.label), *points(writing, block)]
    return tuple(blocks) or nothing_proposed(writing)


def nothing_proposed(writing: Writing) -> tuple[Block, ...]:
    """What stands where nobody has proposed anything."""
    missing = gap(writing, "förslag till beslut")
    return (Paragraph(missing),) if missing else ()


def proposed(writing: Writing) -> tuple[DecisionBlock, ...]:
    """The case's decisions in the template's style, by body."""
    return decision_blocks(
        writing.evaluation,
        lambda id_: writing.result.network(id_).network,
        writing.template.decision_form,
    )


def points(writing: Writing, block: DecisionBlock) -> tuple[Block, ...]:
    """The line before the points where there is one, and the points."""
    lead = (Paragraph(block.lead, kind="lead"),) if block.lead else ()
    return (*lead, *_listed(writing, block))


def _listed(writing: Writing, block: DecisionBlock) -> tuple[Block, ...]:
    """The points numbered, or else as sentences that stand free; parts of one as a list."""
    if writing.template.numbered_points:
        return (Numbered(block.points),)
    if writing.template.decision_style in ("att", "infinitive"):
        return (Bullets(block.points),)
    return tuple(Paragraph(point) for point in block.points)
