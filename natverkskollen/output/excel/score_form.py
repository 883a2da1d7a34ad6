"""The scoring form as a workbook: a sheet for each assessor, with a row for each answer.

Only what is asked can be written in; the rest is locked against mistakes, without a password.
"""

from __future__ import annotations

from collections.abc import Sequence

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.score_form import COLUMNS, KEY, NETWORK, FormHead
from natverkskollen.editing.score_form_reading import LISTS
from natverkskollen.model.assessor import Assessor
from natverkskollen.output.drawings.palette import colour
from natverkskollen.output.excel.answer_validation import FIRST
from natverkskollen.output.excel.book import Book
from natverkskollen.output.excel.choice_lists import ChoiceLists, letters
from natverkskollen.output.excel.criterion_rows import (
    ALL_WIDTHS,
    NAME,
    WIDTHS,
    Form,
    write_criterion,
    write_heading,
)
from natverkskollen.output.excel.sheet_looks import as_paper, heading_looks
from natverkskollen.store import Versioned

_HELP = (
    "Svara i de ljusa fälten. Välj svaret i listan, eller skriv ett tal där det frågas efter ett. "
    "Är du osäker mellan två nivåer väljer du den lägre som svar och den högre i kolumnen "
    f"”{COLUMNS['upper']}”. Ej tillämpligt kräver ett skäl i motiveringen. Spara filen som .xlsx "
    "och läs in den på sidan Bedömning. Belägg lägger du till där."
)


def score_form(dossier: Dossier, now: Versioned, assessors: Sequence[Assessor]) -> bytes:
    """The form of these assessors with the answers of the version `now`, as an .xlsx file."""
    book = Book(f"Bedömning: {dossier.evaluation.title}", reserved=LISTS)
    form = Form(book, dossier, now, ChoiceLists(book))
    for assessor in assessors:
        _write_sheet(form, assessor)
    form.lists.write()
    return book.content()


def _write_sheet(form: Form, assessor: Assessor) -> None:
    book, dossier, now = form.book, form.dossier, form.now
    sheet = book.sheet(assessor.role)
    head = FormHead(dossier.evaluation.id, assessor.id, now.version, now.hash)
    book.write(sheet, 0, 0, head.text())
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(NAME, NAME, ALL_WIDTHS[0])
    for at, width in enumerate(WIDTHS.values(), FIRST):
        sheet.set_column(at, at, width)
    last = FIRST + len(COLUMNS) - 1
    book.write(sheet, 0, NAME, dossier.evaluation.title, bold=True, font_size=16)
    book.write(sheet, 1, NAME, f"Bedömare: {assessor.role}", bold=True)
    wrapped = book.format(text_wrap=True, font_color=colour("quiet", "light"))
    sheet.merge_range(2, NAME, 2, last, _HELP, wrapped)
    sheet.set_row(0, 26)
    sheet.set_row(2, 46)
    sheet.set_row(3, 32)
    book.write(sheet, 3, 0, KEY)
    for at, words in enumerate((NETWORK, *COLUMNS.values()), NAME):
        book.write(sheet, 3, at, words, **heading_looks())
    row = 4
    for theme in dossier.criteria.themes:
        asked = [each for each in theme.criteria if each.asked]
        if asked:
            write_heading(book, sheet, row, (theme.title,), bg_color=colour("mark", "light"))
            row += 1
        for criterion in asked:
            row = write_criterion(form, sheet, row, assessor, criterion)
    sheet.freeze_panes(4, FIRST)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.ignore_errors({"number_stored_as_text": f"A1:{letters(last)}{row + 1}"})
    as_paper(sheet)
    sheet.repeat_rows(3)
    sheet.print_area(0, NAME, row, last)
