"""Beskrivning av ärendet: the assignment, how it was done, and each network on its own."""

from __future__ import annotations

from collections.abc import Iterator

from natverkskollen.analysis.facts import scaled_value
from natverkskollen.analysis.findings.fact_check import reply_sentence
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.decisions.case_states import state_sentences
from natverkskollen.decisions.naming import full_name
from natverkskollen.model.network import Fact
from natverkskollen.output.papers.blocks import Block, Bullets, Heading, Paragraph
from natverkskollen.output.papers.economy import fee_sentences
from natverkskollen.output.papers.proposal import assignment_sentence
from natverkskollen.output.papers.sources import newest
from natverkskollen.output.papers.writing import (
    ADDED,
    COMPUTED,
    NOT_STATED,
    Writing,
    computed,
    dated,
)
from natverkskollen.swedish.words import capital, counted, listed, lower_first

MOST_FACTS = 6


def matter(writing: Writing) -> tuple[Block, ...]:
    """What the case is about: assignment, background, method, and one sub-heading a network."""
    case = writing.evaluation.case
    blocks: list[Block] = [Heading(3, "Uppdrag och bakgrund")]
    if case.assignment:
        blocks.append(Paragraph(assignment_sentence(writing, case.assignment)))
    if case.background:
        blocks.append(Paragraph(case.background))
    before = state_sentences(case, writing.template.days)
    if before:
        blocks.append(Paragraph(" ".join(before)))
    if not (case.assignment or case.background or before):
        blocks.append(Paragraph(NOT_STATED))
    blocks += [
        Heading(3, "Metod"),
        Paragraph(case.method or f"{NOT_STATED} Ingen metod är inskriven."),
        Paragraph(_scoring_words(writing)),
    ]
    for found in writing.result.networks:
        blocks += [Heading(3, full_name(found.network)), *_network(writing, found)]
    return tuple(blocks)


def _scoring_words(writing: Writing) -> str:
    evaluation, criteria = writing.evaluation, writing.result.criteria
    roles = "; ".join(lower_first(assessor.role) for assessor in evaluation.assessors)
    asked = counted(len(criteria.criteria), "ett kriterium", "kriterier")
    themes = counted(len(criteria.themes), "ett tema", "teman")
    return (
        f"Varje nätverk bedöms för sig efter {asked} i {themes} "
        f"(”{criteria.title}”, version {criteria.revision}). "
        f"Svaren räknas om till ett värde från 0 till 100. "
        f"Viktningen heter ”{lower_first(writing.result.weighting_title)}”. "
        f"Bedömare: {roles}. Alla svar, motiveringar och belägg står i bilagan. "
        f"Det som är märkt ”{COMPUTED}” eller ”{ADDED}” kommer från programmet och är ingen "
        f"bedömning av {evaluation.municipality.definite}."
    )


def _network(writing: Writing, found: NetworkResult) -> Iterator[Block]:
    membership, network = found.membership, found.network
    yield Paragraph(membership.presentation or network.description)
    yield Paragraph(_member_words(writing, found))
    if membership.seats:
        seats = listed([lower_first(seat) for seat in membership.seats])
        who = capital(writing.evaluation.municipality.definite)
        said = f"{who} har uppdrag i nätverket: {seats}. Pröva jäv före beslutet."
        yield Paragraph(said, lead=f"{ADDED}:")
    yield computed(
        f"{fee_sentences(found.cost, found.member).removesuffix('.')}{_cost_row(writing, found)}."
    )
    yield Paragraph(reply_sentence(writing.evaluation, network), lead=f"{ADDED}:")
    facts = key_facts(found)
    if facts:
        yield Paragraph(f"{ADDED}: uppgifter om nätverket", kind="label")
        yield Bullets(tuple(_fact_line(writing, found, series) for series in facts))


def _cost_row(writing: Writing, found: NetworkResult) -> str:
    """The appendix row of the fee: the computed criterion's, or the network's sum."""
    counted_ = (c.criterion for c in found.criteria if not c.criterion.asked)
    first = next(counted_, None)
    return writing.row(found, first.id if first else "")


def _member_words(writing: Writing, found: NetworkResult) -> str:
    who, membership = writing.evaluation.municipality.name, found.membership
    joined = f" ({membership.joined_by})" if membership.joined_by else ""
    if not found.member:
        return f"{who} är inte medlem."
    if membership.since:
        return f"{who} är medlem sedan {writing.day(membership.since)}{joined}."
    return f"Dagen då {who} blev medlem är inte angiven{joined}."


def key_facts(found: NetworkResult) -> list[list[Fact]]:
    """The network's first figure and the facts the answers rest on, newest first within each."""
    cited = [
        evidence.fact
        for cell in found.criteria
        for ground in cell.assessment.grounds
        for evidence in ground.answer.evidence
        if evidence.fact
    ]
    first = [f.id for f in found.network.facts if not isinstance(f.value, str)][:1]
    ids = list(dict.fromkeys(first + cited))[:MOST_FACTS]
    return [newest(found.network, id_) for id_ in ids]


def _fact_line(writing: Writing, found: NetworkResult, series: list[Fact]) -> str:
    """A fact with its date and source; the one before it too, where there is one."""
    told = [
        f"{scaled_value(fact)} ({dated(writing, fact)}, {_publisher(found, fact)})"
        for fact in series
    ]
    return f"{series[0].label}: {'; dessförinnan '.join(told)}."


def _publisher(found: NetworkResult, fact: Fact) -> str:
    document = found.network.document(fact.source.document)
    return document.publisher or document.title
