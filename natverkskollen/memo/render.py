"""The way in: a result as a Word file, or as the same sections for the screen."""

from __future__ import annotations

from pathlib import Path

from natverkskollen.memo.blocks import Paragraph, Section
from natverkskollen.memo.docx import docx_bytes
from natverkskollen.memo.memo import build_memo
from natverkskollen.memo.template import read_template, template_file
from natverkskollen.memo.verify import entered_texts
from natverkskollen.result import Result


def memo_docx(result: Result, folder: Path, template: str = "huddinge") -> bytes:
    """The memo as a Word file, in the data folder's own template where it has one."""
    memo = build_memo(result, read_template(folder, template))
    word = template_file(folder, f"{template}.docx")
    return docx_bytes(memo, word, entered_texts(result, memo))


def memo_sections(result: Result, folder: Path, template: str = "huddinge") -> tuple[Section, ...]:
    """The memo's sections in order, with the same text as the Word file.

    The first is called `anmarkning` and has no heading where there are remarks that go before
    everything else.
    """
    memo = build_memo(result, read_template(folder, template))
    remarks = tuple(Paragraph(remark, kind="remark") for remark in memo.remarks)
    first = (Section("anmarkning", "", remarks),) if remarks else ()
    return (*first, *(section for section in memo.sections if section.blocks))
