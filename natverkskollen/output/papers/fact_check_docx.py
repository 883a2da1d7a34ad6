"""The fact check as a Word file that a network can answer in."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document

from natverkskollen.analysis.findings.fact_check import CheckItem, FactCheck
from natverkskollen.analysis.findings.fact_check_text import ANSWER
from natverkskollen.output.papers.finish import LANGUAGE, repacked, set_language
from natverkskollen.output.papers.plain import clean
from natverkskollen.output.papers.styles import add_missing


def fact_check_docx(check: FactCheck, author: str) -> bytes:
    """The page as a Word file: the same page gives the same bytes."""
    document = docx.Document()
    add_missing(document)
    document.add_heading(clean(check.title), 1)
    for paragraph in check.letter:
        document.add_paragraph(clean(paragraph))
    for heading, items in (("Uppgifter", check.facts), ("Betyg", check.scores)):
        if items:
            document.add_heading(heading, 2)
            _points(document, items)
    set_language(document)
    properties = document.core_properties
    properties.title = clean(check.title)[:255]
    properties.author = properties.last_modified_by = clean(author)[:255]
    properties.language = LANGUAGE
    properties.comments = ""
    raw = BytesIO()
    document.save(raw)
    return repacked(raw.getvalue())


def _points(document: Document, items: Sequence[CheckItem]) -> None:
    """Each point with its basis and a line to answer on."""
    for number, item in enumerate(items, 1):
        said = document.add_paragraph()
        said.paragraph_format.keep_with_next = True
        said.add_run(clean(f"{number}. {item.title}: ")).bold = True
        said.add_run(clean(item.said))
        if item.basis:
            basis = document.add_paragraph(clean(item.basis), style="Memo Belägg")
            basis.paragraph_format.keep_with_next = True
        document.add_paragraph(ANSWER)
