"""From a paper to a PDF that follows PDF/UA-1 and PDF/A-2a, set by typst with our own typeface."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path

import typst

from natverkskollen.files.problem import DataError, Problem
from natverkskollen.output.papers.blocks import Paper
from natverkskollen.output.papers.docx import page_of
from natverkskollen.output.papers.finish import moment
from natverkskollen.output.papers.glyphs import fonts
from natverkskollen.output.papers.pdf_data import pdf_data
from natverkskollen.output.papers.row_headers import with_row_headers

SOURCE = Path(__file__).with_name("tjansteskrivelse.typ")


def pdf_bytes(paper: Paper, template: Path, written: datetime | None = None) -> bytes:
    """The paper as a PDF with the heads, feet, logo and measures of a Word template.

    `written` is when it is written. The same paper, template and time always give the same bytes.
    DataError tells in Swedish what is wrong
    with the template, or that typst refused to write a file that breaks the two standards.
    """
    said = json.dumps(pdf_data(paper, *page_of(paper, template)), ensure_ascii=False)
    try:
        try:
            return _compiled(moment(paper.head, written), said)
        except typst.TypstError:
            # An invisible sign with no letter beside it has no glyph to be set with. Without such
            # signs the page looks the same; the Word file and the plain text keep them.
            return _compiled(moment(paper.head, written), _without_invisible(said))
    except typst.TypstError as error:
        what = f"PDF-filen gick inte att skriva ({' '.join(str(error).split())[:200]})"
        remedy = "Ladda ner skrivelsen som Word-fil och meddela den som ansvarar för programmet"
        raise DataError([Problem("tjansteskrivelse.pdf", 0, what, remedy)]) from None


def _compiled(written: datetime, said: str) -> bytes:
    content = typst.compile(
        SOURCE.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": said},
        font_paths=fonts(),
        timestamp=max(0, int(written.timestamp())),
    )
    assert isinstance(content, bytes)
    return with_row_headers(content)


def _without_invisible(said: str) -> str:
    kinds = {"Cf": "", "Zl": " ", "Zp": " "}
    return "".join(kinds.get(unicodedata.category(sign), sign) for sign in said)
