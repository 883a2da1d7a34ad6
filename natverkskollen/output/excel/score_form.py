"""The scoring form as a workbook: a sheet for each assessor, with a row for each answer.

Only what is asked can be written in; the rest is locked against mistakes, without a password.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.worksheet import Worksheet

from natverkskollen.analysis.wording import GRADES
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.score_form import (
    COLUMNS,
    KEY,
    NETWORK,
    NO_ANSWER,
    FormHead,
    cells_of,
    row_key,
    score_choices,
)
from natverkskollen.editing.score_form_reading import LISTS
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.drawings.palette import colour
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.sheet_looks import as_paper, heading_looks, height
from natverkskollen.store import Versioned, answer_at

_NAME, _FIRST = 1, 2  # the columns after the hidden key
_WIDTHS = {"score": 44, "upper": 15, "rationale": 62, "grade": 26}
_ALL = (30, *_WIDTHS.values())
_HELP = (
    "Svara i de ljusa fälten. Välj svaret i listan, eller skriv ett tal där det frågas efter ett. "
    "Är du osäker mellan två nivåer väljer du den lägre som svar och den högre i kolumnen "
    f"”{COLUMNS['upper']}”. Ej tillämpligt kräver ett skäl i motiveringen. Spara filen som .xlsx "
    "och läs in den på sidan Bedömning. Belägg lägger du till där."
)


def score_form(dossier: Dossier, now: Versioned, assessors: Sequence[Assessor]) -> bytes:
    """The form of these assessors with the answers of the version `now`, as an .xlsx file."""
    book = Book(f"Bedömning: {dossier.evaluation.title}", reserved=LISTS)
    form = _Form(book, dossier, now)
    for assessor in assessors:
        _write_sheet(form, assessor)
    form.write_lists()
    return book.content()


@dataclass
class _Form:
    book: Book
    dossier: Dossier
    now: Versioned
    lists: dict[tuple[str, ...], int] = field(default_factory=dict)

    def choices(self, words: Sequence[str]) -> str:
        """Where a list of choices stands; the same list is written once."""
        at = self.lists.setdefault(tuple(words), len(self.lists))
        return f"={LISTS}!${_letters(at)}$1:${_letters(at)}${len(words)}"

    def write_lists(self) -> None:
        """The hidden sheet that the choices stand in."""
        sheet = self.book.workbook.add_worksheet(LISTS)
        for words, at in self.lists.items():
            for row, choice in enumerate(words):
                self.book.write(sheet, row, at, choice)
        sheet.hide()
        sheet.protect()


def _letters(column: int) -> str:
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _write_sheet(form: _Form, assessor: Assessor) -> None:
    book, dossier, now = form.book, form.dossier, form.now
    sheet = book.sheet(assessor.role)
    head = FormHead(dossier.evaluation.id, assessor.id, now.version, now.hash)
    book.write(sheet, 0, 0, head.text())
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(_NAME, _NAME, _ALL[0])
    for at, width in enumerate(_WIDTHS.values(), _FIRST):
        sheet.set_column(at, at, width)
    last = _FIRST + len(COLUMNS) - 1
    book.write(sheet, 0, _NAME, dossier.evaluation.title, bold=True, font_size=16)
    book.write(sheet, 1, _NAME, f"Bedömare: {assessor.role}", bold=True)
    wrapped = book.format(text_wrap=True, font_color=colour("quiet", "light"))
    sheet.merge_range(2, _NAME, 2, last, _HELP, wrapped)
    sheet.set_row(0, 26)
    sheet.set_row(2, 46)
    sheet.set_row(3, 32)
    book.write(sheet, 3, 0, KEY)
    for at, words in enumerate((NETWORK, *COLUMNS.values()), _NAME):
        book.write(sheet, 3, at, words, **heading_looks())
    row = 4
    for theme in dossier.criteria.themes:
        asked = [each for each in theme.criteria if each.asked]
        if asked:
            _write_heading(book, sheet, row, (theme.title,), bg_color=colour("mark", "light"))
            row += 1
        for criterion in asked:
            row = _write_criterion(form, sheet, row, assessor, criterion)
    sheet.freeze_panes(4, _FIRST)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_letters(last)}{row + 1}"})
    as_paper(sheet)
    sheet.repeat_rows(3)
    sheet.print_area(0, _NAME, row, last)


def _write_heading(
    book: Book, sheet: Worksheet, row: int, words: Sequence[str], **looks: Any
) -> None:
    """A row of the form's own, which nothing is read from."""
    book.write(sheet, row, 0, NO_ANSWER)
    for at in range(len(COLUMNS) + 1):
        text = words[at] if at < len(words) else ""
        book.write(sheet, row, _NAME + at, text, bold=at == 0, text_wrap=True, **looks)
    sheet.set_row(row, height(list(zip(words, _ALL, strict=False))))


def _write_criterion(
    form: _Form, sheet: Worksheet, row: int, assessor: Assessor, criterion: Criterion
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
    _write_heading(book, sheet, row, told, bg_color=colour("panel", "light"), top=1)
    for membership in evaluation.memberships:
        row += 1
        network = form.dossier.networks[membership.network]
        answer = answer_at(form.now.data, assessor.id, network.id, criterion)
        book.write(sheet, row, 0, row_key(network.id, criterion.id))
        book.write(sheet, row, _NAME, network.short, text_wrap=True, indent=1)
        cells = cells_of(form.dossier.criteria, criterion, answer)
        sheet.set_row(
            row,
            height([(network.short, _ALL[0] - 2), *zip(cells.values(), _ALL[1:], strict=True)], 30),
        )
        for at, (name, text) in enumerate(cells.items(), _FIRST):
            open_ = name != "upper" or criterion.judged
            ground = {"bg_color": colour("warn-paper", "light")} if open_ else {}
            book.write(
                sheet, row, at, text, text_wrap=True, num_format="@", locked=not open_, border=1,
                border_color=colour("line", "light"), **ground,
            )  # fmt: skip
        _restrict(form, sheet, row, criterion)
    return row + 1


def _restrict(form: _Form, sheet: Worksheet, row: int, criterion: Criterion) -> None:
    """What each cell of an answer lets through; a figure is checked when the form is read."""
    choices = score_choices(form.dossier.criteria, criterion)
    title = criterion.title[:32]
    wrong = {"error_title": "Välj i listan", "error_message": "Välj ett svar i listan."}
    for at, name in enumerate(COLUMNS, _FIRST):
        rule: dict[str, Any] = {"validate": "list", **wrong}
        if name == "score":
            rule["source"] = form.choices(list(choices.values()))
            rule["input_title"] = title
            if not criterion.judged:
                rule |= {
                    "show_error": False,
                    "input_message": f"Tal i {criterion.figure_unit}"[:255],
                }
        elif name == "upper" and criterion.judged:
            steps = form.dossier.criteria.scale.steps
            rule["source"] = form.choices([str(step) for step in steps[1:]])
        elif name == "grade":
            rule["source"] = form.choices(list(GRADES.values()))
        else:
            continue
        sheet.data_validation(row, at, row, at, rule)
