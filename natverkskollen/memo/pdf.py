"""From a memo to a PDF that follows PDF/UA-1 and PDF/A-2a, set by typst with our own typeface."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import typst

from natverkskollen.memo.blocks import Memo
from natverkskollen.memo.coverage import FONTS
from natverkskollen.memo.pdf_data import pdf_data
from natverkskollen.problem import DataError, Problem

SOURCE = Path(__file__).with_name("tjansteskrivelse.typ")
STANDARDS = ["ua-1", "a-2a"]


def pdf_bytes(memo: Memo) -> bytes:
    """The memo as a PDF; the same memo always gives the same bytes.

    typst refuses to write a file that breaks the two standards, and DataError then says so.
    """
    dated = datetime.fromisoformat(memo.head.date).replace(tzinfo=UTC)
    try:
        content = typst.compile(
            SOURCE.read_bytes(),
            format="pdf",
            pdf_standards=STANDARDS,  # type: ignore[arg-type]
            sys_inputs={"memo": json.dumps(pdf_data(memo), ensure_ascii=False)},
            font_paths=[FONTS],
            ignore_system_fonts=True,
            timestamp=max(0, int(dated.timestamp())),
        )
    except typst.TypstError as error:
        what = f"PDF-filen gick inte att skriva ({' '.join(str(error).split())[:200]})"
        remedy = "Hämta skrivelsen som Word-fil och meddela den som ansvarar för programmet"
        raise DataError([Problem("tjansteskrivelse.pdf", 0, what, remedy)]) from None
    assert isinstance(content, bytes)
    return content
