"""The way in: a result as a Word file, a PDF or plain text, or as sections for the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.output.papers.blocks import Paper, PaperId, Paragraph, Section
from natverkskollen.output.papers.budgets import Fitted
from natverkskollen.output.papers.docx import docx_bytes
from natverkskollen.output.papers.memo import generated_sections
from natverkskollen.output.papers.moved import moved_texts
from natverkskollen.output.papers.paper_names import file_name
from natverkskollen.output.papers.paper_set import papers_of
from natverkskollen.output.papers.pdf import pdf_bytes
from natverkskollen.output.papers.template import (
    MemoTemplate,
    read_template,
    template_file,
)
from natverkskollen.output.papers.to_do import Task, to_do
from natverkskollen.output.papers.txt import txt_bytes
from natverkskollen.output.papers.writing import Writing


@dataclass(frozen=True)
class Draft:
    """The papers of a case written out, with all that their files and the screen are made from.

    `written` is the moment that the files say they were written; the day of the case if nobody
    says. `generated` are the memo's sections as the program writes them, also where a person has
    rewritten them; `folder` is the data folder whose templates are used. `moved` is what the memo
    has no room for, which stands in whole in bilaga 1.
    """

    writing: Writing
    folder: Path
    generated: tuple[Section, ...]
    papers: tuple[Paper, ...]
    moved: tuple[Fitted, ...]
    written: datetime | None = None

    @property
    def result(self) -> Result:
        """What the papers are about."""
        return self.writing.result

    @property
    def template(self) -> MemoTemplate:
        """How the municipality wants its papers."""
        return self.writing.template

    @property
    def memo(self) -> Paper:
        """The memo alone."""
        return self.papers[0]

    def paper(self, id_: PaperId) -> Paper:
        """One of the papers."""
        return next(paper for paper in self.papers if paper.id == id_)

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
        """The Word file that the papers are put in."""
        return template_file(self.folder, f"{self.template.id}.docx")

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is left to do before the decision."""
        return to_do(self.writing, self.papers)

    def file_name(self, paper: Paper, kind: str) -> str:
        """The name of a paper's file."""
        return file_name(paper.id, self.result.evaluation.id, kind)

    def files(self, kind: str) -> dict[str, bytes]:
        """Every paper as a file of one kind, by name; DataError where one cannot be written."""
        return {self.file_name(p, kind): FORMATS[kind](self, p) for p in self.papers}

    def docx(self, paper: Paper | None = None) -> bytes:
        """A paper (the memo, if none is named) as a Word file in the folder's template."""
        return docx_bytes(paper or self.memo, self.word_template, self.written)

    def pdf(self, paper: Paper | None = None) -> bytes:
        """A paper (the memo, if none is named) as an accessible PDF."""
        return pdf_bytes(paper or self.memo, self.word_template, self.written)

    def txt(self, paper: Paper | None = None) -> bytes:
        """A paper (the memo, if none is named) as plain text."""
        return txt_bytes(paper or self.memo)


FORMATS: dict[str, Callable[[Draft, Paper], bytes]] = {
    "docx": Draft.docx,
    "pdf": Draft.pdf,
    "txt": Draft.txt,
}


def draft(
    result: Result,
    folder: Path,
    template: str | None = None,
    robustness: Robustness | None = None,
    written: datetime | None = None,
) -> Draft:
    """The papers of an evaluation in a template (None: the first); DataError if it has a fault."""
    writing = Writing(result, read_template(folder, template), robustness)
    generated = tuple(generated_sections(writing))
    return Draft(
        writing, folder, generated, papers_of(writing, generated), moved_texts(writing), written
    )
