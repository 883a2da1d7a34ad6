"""One criterion in the scoring form: what is asked, and a row for each network to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.score_form import COLUMNS, NO_ANSWER, cells_of, row_key
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.drawings.palette import colour
from natverkskollen.output.excel.answer_validation import FIRST, restrict
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.choice_lists import ChoiceLists
from natverkskollen.output.excel.sheet_looks import height
from natverkskollen.store import Versioned, answer_at

NAME = 1  # the column after the hidden key
WIDTHS = {"score": 44, "upper": 15, "rationale": 62, "grade": 26}
ALL_WIDTHS = (30, *WIDTHS.values())  # with that of the name before them


@dataclass(frozen=True)
class Form:
    """A form being written: whose answers, of which version, in which book with its choices."""

    book: Book
    dossier: Dossier
    now: Versioned
    lists: ChoiceLists


def write_heading(
    book: Book, sheet: Worksheet, row: int, words: Sequence[str], **looks: Any
) -> None:
    """A row of the form's own, which nothing is read from."""
    book.write(sheet, row, 0, NO_ANSWER)
    for at in range(len(COLUMNS) + 1):
        text = words[at] if at < len(words) else ""
        book.write(sheet, row, NAME + at, text, bold=at == 0, text_wrap=True, **looks)
    sheet.set_row(row, height(list(zip(words, ALL_WIDTHS, strict=False))))


def write_criterion(
    form: Form, sheet: Worksheet, row: int, assessor: Assessor, criterion: Criterion
) -> int:
    """What is asked with its levels, and a row for each network; the next free row."""
    book, evaluation = form.book, form.dossier.evaluation
    levels = "\n".join(f"{step}  {text}" for step, text in criterion.level_texts.items())
    figure = f"Svara med ett tal i {criterion.figure_unit}, eller ett intervall som 10–20."
    needed = "Belägg krävs." if criterion.evidence == "required" else ""
    members = {evaluation.is_member(each.network) for each in evaluation.memberships}
    asks = dict.fromkeys(criterion.asks(member) for member in sorted(members, reverse=True))
    question = "\n".join((*asks, criterion.guidance or "")).strip()
    told = (criterion.title, question, "", levels or figure, needed)
    write_heading(book, sheet, row, told, bg_color=colour("panel", "light"), top=1)
    for membership in evaluation.memberships:
        row += 1
        network = form.dossier.networks[membership.network]
        answer = answer_at(form.now.data, assessor.id, network.id, criterion)
        book.write(sheet, row, 0, row_key(network.id, criterion.id))
        book.write(sheet, row, NAME, network.short, text_wrap=True, indent=1)
        cells = cells_of(form.dossier.criteria, criterion, answer)
        sheet.set_row(
            row,
            height(
                [
                    (network.short, ALL_WIDTHS[0] - 2),
                    *zip(cells.values(), ALL_WIDTHS[1:], strict=True),
                ],
                30,
            ),
        )
        for at, (name, text) in enumerate(cells.items(), FIRST):
            open_ = name != "upper" or criterion.judged
            ground = {"bg_color": colour("warn-paper", "light")} if open_ else {}
            book.write(
                sheet, row, at, text, text_wrap=True, num_format="@", locked=not open_, border=1,
                border_color=colour("line", "light"), **ground,
            )  # fmt: skip
        restrict(form.lists, sheet, row, form.dossier.criteria, criterion)
    return row + 1
