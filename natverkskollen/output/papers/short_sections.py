"""The short sections at the end: law, children, follow-up, documents, recipients, signatures."""

from __future__ import annotations

from natverkskollen.decisions.brief import in_brief
from natverkskollen.decisions.naming import full_name
from natverkskollen.output.papers.alternatives import month_day, notice_words
from natverkskollen.output.papers.blocks import Block, Bullets, Paragraph, Signatures
from natverkskollen.output.papers.sources import document_words
from natverkskollen.output.papers.writing import ADDED, NOT_ASSESSED, NOT_STATED, Writing
from natverkskollen.swedish.words import capital, listed, lower_first

CHILDREN = {
    "ja": "Ärendet berör barn.",
    "indirekt": "Ärendet berör barn indirekt.",
    "nej": "Ärendet berör inte barn.",
}


def legal(writing: Writing) -> tuple[Block, ...]:
    """The legal assessment that was entered, and what the networks' terms say about leaving."""
    entered = writing.evaluation.case.legal
    blocks: list[Block] = [
        Paragraph(entered or f"{NOT_ASSESSED} Ingen juridisk bedömning är inskriven.")
    ]
    for found in writing.result.networks:
        said = [notice_words(found)]
        if found.membership.seats:
            seats = listed([lower_first(seat) for seat in found.membership.seats])
            who = capital(writing.evaluation.municipality.definite)
            said.append(f"{who} har uppdrag i nätverket ({seats}). Pröva jäv före beslutet.")
        blocks.append(Paragraph(" ".join(said), lead=f"{ADDED}, {found.network.short}:"))
    return tuple(blocks)


def children(writing: Writing) -> tuple[Block, ...]:
    """Whether children are affected, as a person answered it."""
    answered = writing.evaluation.case.children
    if answered is None:
        return (Paragraph(f"{NOT_ASSESSED} Frågan om ärendet berör barn är inte besvarad."),)
    return (Paragraph(f"{CHILDREN[answered.affected]} {answered.reason}"),)


def follow_up(writing: Writing) -> tuple[Block, ...]:
    """What was entered about follow-up, and every day that follows from the decisions."""
    evaluation = writing.evaluation
    blocks: list[Block] = []
    if evaluation.case.follow_up:
        blocks.append(Paragraph(evaluation.case.follow_up))
    days = []
    for decision in evaluation.decisions:
        if decision.by or decision.from_date:
            brief = in_brief(decision, writing.template.days)
            about = decision.network
            name = full_name(writing.result.network(about).network) if about else ""
            days.append(f"{name}: {lower_first(brief)}." if name else f"{brief}.")
    for found in writing.result.networks:
        notice = found.network.terms.last_notice_day
        if notice:
            days.append(f"{full_name(found.network)}: säg upp senast den {month_day(notice)}.")
    if evaluation.next_evaluation:
        days.append(f"Nästa utvärdering: {writing.day(evaluation.next_evaluation)}.")
    if days:
        blocks.append(Bullets(tuple(days)))
    return tuple(blocks) or (Paragraph(f"{NOT_ASSESSED} Ingen uppföljning är inskriven."),)


def documents(writing: Writing) -> tuple[Block, ...]:
    """The memo itself first, dated, then the documents of the case and those that answers cite."""
    case = writing.evaluation.case
    owner = f"{case.department}, " if case.department else ""
    register = f", {case.diarienummer}" if case.diarienummer else ""
    own = f"{writing.template.document_name}, {owner}{case.date.isoformat()}{register}"
    attached = (writing.template.heading("bilaga"),) if "bilaga" in writing.template.kept else ()
    rest = (document_words(document) for document in writing.documents)
    return (Bullets((own, *attached, *rest)),)


def sent_to(writing: Writing) -> tuple[Block, ...]:
    """Who the decision is sent to."""
    entered = writing.evaluation.case.sent_to
    return (Bullets(entered) if entered else Paragraph(NOT_STATED),)


def signatures(writing: Writing) -> tuple[Block, ...]:
    """Those who sign, as many as the template has room for."""
    names = writing.evaluation.case.signatures[: writing.template.signatures]
    return (Signatures(names),) if names else ()
