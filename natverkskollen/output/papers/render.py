"""The way in: a result as a Word file, a PDF or plain text, or as sections for the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.output.papers.blocks import Memo, Paragraph, Section
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fidelity import entered_texts
from natverkskollen.output.papers.memo import build_memo, generated_sections
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.template import DEFAULT, read_template, template_file
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.output.papers.writing import Writing


def memo_docx(
    result: Result,
    folder: Path,
    template: str = DEFAULT,
    robustness: Robustness | None = None,
) -> bytes:
    """The memo as a Word file, in the data folder's own template where it has one."""
    memo = _memo(result, folder, template, robustness)
    word = template_file(folder, f"{template}.docx")
    return docx_bytes(memo, word, entered_texts(result, memo))


def memo_pdf(
    result: Result,
    folder: Path,
    template: str = DEFAULT,
    robustness: Robustness | None = None,
) -> bytes:
    """The memo as an accessible PDF, with the template's headings, order and style."""
    return pdf_bytes(_memo(result, folder, template, robustness))


def memo_txt(
    result: Result,
    folder: Path,
    template: str = DEFAULT,
    robustness: Robustness | None = None,
) -> bytes:
    """The memo as plain text, with the template's headings, order and style."""
    return txt_bytes(_memo(result, folder, template, robustness))


FORMATS: dict[str, Callable[..., bytes]] = {
    "docx": memo_docx,
    "pdf": memo_pdf,
    "txt": memo_txt,
}


def memo_sections(
    result: Result,
    folder: Path,
    template: str = DEFAULT,
    robustness: Robustness | None = None,
) -> tuple[Section, ...]:
    """The memo's sections in order, with the same text as the files.

    The first is called `anmarkning` and has no heading where there are remarks that go before
    everything else.
    """
    memo = _memo(result, folder, template, robustness)
    remarks = tuple(Paragraph(remark, kind="remark") for remark in memo.remarks)
    first = (Section("anmarkning", "", remarks),) if remarks else ()
    return (*first, *(section for section in memo.sections if section.blocks))


def generated_section(
    result: Result,
    folder: Path,
    section: str,
    template: str = DEFAULT,
    robustness: Robustness | None = None,
) -> Section:
    """One section as the program writes it, also where a person has rewritten it."""
    writing = Writing(result, read_template(folder, template), robustness)
    return next(each for each in generated_sections(writing) if each.id == section)


def _memo(result: Result, folder: Path, template: str, robustness: Robustness | None) -> Memo:
    return build_memo(result, read_template(folder, template), robustness)
