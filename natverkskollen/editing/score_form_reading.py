"""The workbook of a filled-in form: which of its sheets are forms, and what is told of the rest."""

from __future__ import annotations

from natverkskollen.editing.filled_form import Forms
from natverkskollen.editing.score_form_sheet import head_in, read_sheet
from natverkskollen.files.workbook import read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook

LISTS = "Listor"  # the hidden sheet that the choices stand in


def read_forms(content: bytes) -> Forms:
    """The forms in a workbook; UnreadableWorkbook where it cannot be read or has none."""
    forms = Forms()
    for sheet in read_workbook(content):
        where = head_in(sheet)
        if where is None:
            if not sheet.hidden and sheet.name != LISTS:
                forms.told.append(f"Bladet ”{sheet.name}” är inget formulär och lästes inte.")
        elif sheet.hidden:
            words = "är dolt och lästes inte. Visa bladet och spara filen, om det ska med."
            forms.told.append(f"Bladet ”{sheet.name}” {words}")
        else:
            read_sheet(forms, sheet, *where)
    if not forms.sheets:
        raise UnreadableWorkbook(
            "filen är inget bedömningsformulär, eller så är den dolda kolumnen längst till "
            "vänster borttagen" + "".join(f". {each.rstrip('.')}" for each in forms.told),
            "Ladda ner ett nytt formulär på Bedömning och för över det du har skrivit",
        )
    return forms
