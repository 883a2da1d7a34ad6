"""The way in: a result as a Word file, a PDF or plain text, or as sections for the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.output.papers.blocks import Paper, Paragraph, Section
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.fidelity import entered_texts
from natverkskollen.output.papers.memo import generated_sections, memo_of
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.template import (
    DEFAULT,
    MemoTemplate,
    read_template,
    template_file,
)
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.output.papers.writing import Writing


@dataclass(frozen=True)
class Draft:
    """A memo written out, with all that its files and the screen are made from.

    `written` is the moment that the files say they were written; the day of the case if nobody
    says. `generated` are the sections as the program writes them, also where a person has rewritten
    them; `folder` is the data folder whose templates are used.
    """

    result: Result
    folder: Path
    template: MemoTemplate
    generated: tuple[Section, ...]
    memo: Paper
    written: datetime | None = None

    def section(self, id_: str) -> Section:
        """A section as the program writes it; StopIteration where the template has none."""
        return next(each for each in self.generated if each.id == id_)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The memo's sections in order, with the same text as the files.

        The first is called `anmarkning` and has no heading where there are remarks that go before
        everything else.
        """
        remarks = tuple(Paragraph(remark, kind="remark") for remark in self.memo.remarks)
        first = (Section("anmarkning", "", remarks),) if remarks else ()
        return (*first, *(section for section in self.memo.sections if section.blocks))

    @property
    def word_template(self) -> Path:
        """The Word file that the memo is put in."""
        return template_file(self.folder, f"{self.template.id}.docx")

    def docx(self) -> bytes:
        """The memo as a Word file, in the data folder's own template where it has one."""
        return docx_bytes(
            self.memo, self.word_template, entered_texts(self.result, self.memo), self.written
        )

    def pdf(self) -> bytes:
        """The memo as an accessible PDF, with the template's headings, order and style."""
        return pdf_bytes(self.memo, self.word_template, self.written)

    def txt(self) -> bytes:
        """The memo as plain text, with the template's headings, order and style."""
        return txt_bytes(self.memo)


FORMATS: dict[str, Callable[[Draft], bytes]] = {
    "docx": Draft.docx,
    "pdf": Draft.pdf,
    "txt": Draft.txt,
}


def draft(
    result: Result,
    folder: Path,
    template: str = DEFAULT,
    robustness: Robustness | None = None,
    written: datetime | None = None,
) -> Draft:
    """The memo of an evaluation in a template; DataError where the template cannot be used."""
    read = read_template(folder, template)
    writing = Writing(result, read, robustness)
    generated = tuple(generated_sections(writing))
    return Draft(result, folder, read, generated, memo_of(writing, generated), written)
