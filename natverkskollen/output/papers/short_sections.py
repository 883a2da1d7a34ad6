"""The short sections at the end: documents, recipients, signatures."""

from __future__ import annotations

from natverkskollen.decisions.naming import GAP, paragraph_words
from natverkskollen.output.papers.blocks import Block, Bullets, Paragraph, Signatures
from natverkskollen.output.papers.gaps import gap
from natverkskollen.output.papers.paper_names import APPENDICES
from natverkskollen.output.papers.sources import document_words
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.words import capital, genitive


def documents(writing: Writing) -> tuple[Block, ...]:
    """The memo itself first, dated, then its appendices and what else is sent out with the case.

    The decision that gave the assignment has a row of its own. Sources are not listed.
    """
    case = writing.evaluation.case
    owner = f"{case.department}, " if case.department else ""
    register = f", {case.diarienummer}" if case.diarienummer else ""
    own = f"{writing.template.document_name}, {owner}{case.date.isoformat()}{register}"
    assigned = (_assignment(writing),) if case.assignment else ()
    enclosed = (document_words(each) for each in writing.documents if each.enclosed)
    return (Bullets((own, *APPENDICES.values(), *assigned, *enclosed)),)


def _assignment(writing: Writing) -> str:
    given = writing.evaluation.case.assignment
    assert given is not None
    day = writing.template.days.document(given.date)
    place = paragraph_words(given.paragraph)
    if not place and writing.evaluation.status == "draft":
        place = f", § {GAP}"
    return f"{capital(genitive(given.body))} beslut {day}{place}"


def sent_to(writing: Writing) -> tuple[Block, ...]:
    """Who the decision is sent to."""
    entered = writing.evaluation.case.sent_to
    if entered:
        return (Bullets(entered),)
    missing = gap(writing, "vilka som ska få beslutet")
    return (Paragraph(missing),) if missing else ()


def signatures(writing: Writing) -> tuple[Block, ...]:
    """Those who sign, as many as the template has room for."""
    names = writing.evaluation.case.signatures[: writing.template.signatures]
    return (Signatures(names),) if names else ()
