"""The sections a committee member reads first: the proposed decisions and the summary."""

from __future__ import annotations

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.wording import missing_words, verdict_sentence
from natverkskollen.decisions.brief import in_brief
from natverkskollen.decisions.naming import full_name, paragraph_words
from natverkskollen.decisions.sentences import DecisionBlock, decision_blocks
from natverkskollen.model.case import Assignment
from natverkskollen.output.papers.blocks import Block, Bullets, Heading, Numbered, Paragraph
from natverkskollen.output.papers.economy import sum_sentence
from natverkskollen.output.papers.writing import NOT_ASSESSED, Writing, computed
from natverkskollen.swedish.words import counted, listed, lower_first


def proposal(writing: Writing) -> tuple[Block, ...]:
    """The decisions as numbered points that stand alone, one block for each deciding body."""
    blocks: list[Block] = []
    for block in proposed(writing):
        # Where the points follow on the line before them, that line is their heading.
        if writing.template.decision_style in ("att", "infinitive"):
            blocks += [Heading(3, block.lead), *_listed(writing, block)]
        else:
            blocks += [Heading(3, block.label), *points(writing, block)]
    return tuple(blocks) or (Paragraph(NOTHING_PROPOSED),)


NOTHING_PROPOSED = f"{NOT_ASSESSED} Inget förslag till beslut är inskrivet."


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


def assignment_sentence(writing: Writing, given: Assignment) -> str:
    """Who gave the assignment, when, and what it says."""
    text, day = given.text.rstrip("."), writing.template.days.document(given.date)
    place = paragraph_words(given.paragraph)
    place = f"{place}," if place else ""
    who = f"Dåvarande {lower_first(given.body)}" if given.ended else given.body
    if text.startswith("att "):
        return f"{who} gav {day}{place} förvaltningen i uppdrag {text}."
    return f"{who} gav {day}{place} ett uppdrag: {lower_first(text)}."


def summary(writing: Writing) -> tuple[Block, ...]:
    """The case in brief; with the proposal and what the scores say where the template wants it."""
    evaluation, result = writing.evaluation, writing.result
    names = [full_name(found.network) for found in result.networks]
    many = counted(len(names), "ett nätverk", "nätverk")
    opening = []
    if evaluation.case.assignment:
        opening.append(assignment_sentence(writing, evaluation.case.assignment))
    opening.append(
        f"Utvärderingen för {evaluation.municipality.name} gäller {many}: {listed(names)}."
    )
    blocks: list[Block] = [Paragraph(" ".join(opening))]
    if writing.template.summary_with_proposal:
        for found in result.networks:
            blocks.append(verdict(writing, found))
            if found.decision:
                brief = in_brief(found.decision, writing.template.days)
                blocks.append(Paragraph(f"{brief}.", lead=f"Förslag om {found.network.short}:"))
    blocks.append(computed(sum_sentence(writing)))
    return tuple(blocks)


def verdict(writing: Writing, found: NetworkResult) -> Paragraph:
    """What the scores say about a network, how sure that is and what is missing, as our words."""
    said = [verdict_words(writing, found), writing.sure(found), missing_words(found)]
    return computed(" ".join(filter(None, said)))


def verdict_words(writing: Writing, found: NetworkResult) -> str:
    """What the scores say about a network, with the appendix row that its figures stand on."""
    sentence = verdict_sentence(writing.result.criteria, found)
    return f"{sentence.removesuffix('.')}{writing.row(found)}."
