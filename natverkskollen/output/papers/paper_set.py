"""The papers of a case: the memo, its two appendices, and the sources that are filed with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from natverkskollen.output.papers.blocks import Paper, PaperId, Section, with_texts
from natverkskollen.output.papers.gaps import gaps_in
from natverkskollen.output.papers.memo import memo_of
from natverkskollen.output.papers.method_appendix import method_appendix
from natverkskollen.output.papers.paper_names import APPENDICES, SOURCES
from natverkskollen.output.papers.quotations import quotations
from natverkskollen.output.papers.remarks import remarks
from natverkskollen.output.papers.theme_appendix import theme_appendix
from natverkskollen.output.papers.writing import Writing
from natverkskollen.swedish.line_breaks import unbroken

TITLES: Mapping[PaperId, str] = {**APPENDICES, "kallor": SOURCES}


def papers_of(writing: Writing, generated: Iterable[Section]) -> tuple[Paper, ...]:
    """Every paper of a case in order, the memo first; `generated` are the memo's sections."""
    memo = memo_of(writing, generated)
    return (
        memo,
        _beside(writing, memo, "bilaga-1", theme_appendix(writing)),
        _beside(writing, memo, "bilaga-2", method_appendix(writing)),
        _beside(writing, memo, "kallor", quotations(writing)),
    )


def _beside(writing: Writing, memo: Paper, id_: PaperId, sections: tuple[Section, ...]) -> Paper:
    """A paper of the same case as the memo, with the same head but its own name."""
    name, _, title = TITLES[id_].partition(". ")
    head = replace(memo.head, document_name=name, title=title or name, addressee="")
    whole = tuple(
        replace(section, blocks=tuple(with_texts(b, unbroken) for b in section.blocks))
        for section in sections
        if section.blocks
    )
    said = remarks(writing) if id_ == "bilaga-1" else ()
    return Paper(head, tuple(map(unbroken, said)), whole, memo.page_notation, id_)


def gaps_of(papers: Iterable[Paper]) -> tuple[str, ...]:
    """What is left to fill in, in all the papers together."""
    return tuple(dict.fromkeys(gap for paper in papers for gap in gaps_in(paper)))
