"""From a paper to a PDF that follows PDF/UA-1 and PDF/A-2a, set by typst with our own typeface."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.docx import page_of
from natverkskollen.output.papers.finish import moment
from natverkskollen.output.papers.pdf_data import pdf_data
from natverkskollen.output.papers.pdf_process import PdfFault, set_apart
from natverkskollen.output.papers.row_headers import with_row_headers


def pdf_bytes(paper: Paper, template: Path, written: datetime | None = None) -> bytes:
    """The paper as a PDF with the heads, feet, logo and measures of a Word template.

    `written` is when it is written. The same paper, template and time always give the same bytes.
    DataError tells in Swedish what is wrong with the template, or why the page cannot be set: typst
    writes no file that breaks the two standards, and has a limit on time and memory.
    """
    said = json.dumps(pdf_data(paper, *page_of(paper, template)), ensure_ascii=False)
    try:
        content = set_apart(said, max(0, int(moment(paper.head, written).timestamp())))
    except PdfFault as fault:
        raise DataError([Problem("tjansteskrivelse.pdf", 0, fault.what, fault.remedy)]) from None
    return with_row_headers(content)
