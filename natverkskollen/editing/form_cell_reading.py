"""What one cell of a filled-in form says: a text, a grade, a figure or a step."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from natverkskollen.analysis.wording import GRADES
from natverkskollen.editing.answer_entry import NOT_ASSESSED
from natverkskollen.editing.score_form import score_choices
from natverkskollen.editing.typed import Unclear, written_amount
from natverkskollen.files.workbook import Odd, Value
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.typed_numbers import parse_figures


def refuse_odd(value: Value) -> None:
    """Unclear where a cell holds what is no text and no number."""
    if isinstance(value, Odd):
        raise Unclear(f"Cellen innehåller {value.words}. Skriv värdet i stället.")
    if isinstance(value, bool):
        raise Unclear("Cellen innehåller sant eller falskt. Skriv värdet i stället.")


def text_in(value: Value) -> str:
    """A cell as a text, a number as one would type it; empty where nothing stands in it."""
    refuse_odd(value)
    if isinstance(value, Decimal):
        return written_amount(value)
    return value if isinstance(value, str) else "" if value is None else str(value)


def grade_in(value: Value) -> str:
    """The grade that a cell names by its letter or its words; empty for none."""
    found = text_in(value).strip()
    known = {"": "", **{g.casefold(): g for g in GRADES}}
    known |= {words.casefold(): grade for grade, words in GRADES.items()}
    if found.casefold() not in known:
        raise Unclear(f"”{found[:40]}” finns inte i listan. Välj A, B eller C.")
    return known[found.casefold()]


def figure_in(value: Value) -> str:
    """A cell as a figure is typed; Unclear where a spreadsheet has made a day of it."""
    if isinstance(value, date):
        what = f"Cellen innehåller en dag ({value.isoformat()[:10]}), kanske för att programmet "
        raise Unclear(f"{what}gjorde om det du skrev. Skriv ett tal, eller ett intervall som 2–3.")
    return text_in(value)


def step_in(criteria: CriteriaSet, criterion: Criterion, value: Value) -> Any:
    """A step, two steps, or one of the states; Unclear where it is none of them."""
    found = " ".join(figure_in(value).split())
    if not found:
        return NOT_ASSESSED
    choices = score_choices(criteria, criterion)
    named = {words.casefold(): choice for choice, words in choices.items()}
    if found.casefold() in named:
        return named[found.casefold()]
    figures = parse_figures(found)
    steps = criteria.scale.steps
    if figures is None:
        raise Unclear(f"”{found[:60]}” finns inte i listan. Välj ett svar i listan.")
    if not all(figure in steps for figure in figures):
        told = f"{number(steps[0])}–{number(steps[-1])}"
        raise Unclear(f"{found[:20]} är ingen nivå på skalan {told}. Välj ett svar i listan.")
    low, high = map(int, figures)
    return (low, high) if high > low else low


def upper_in(value: Value) -> int | str:
    """The step that a cell begins with; the text in it where it begins with none."""
    found = figure_in(value).strip()
    leads = re.fullmatch(r"(\d{1,3})( – .*)?", found, re.S)
    return int(leads[1]) if leads else found
