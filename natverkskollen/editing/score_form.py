"""The form in which an assessor scores in a spreadsheet: what its cells say, and what they mean.

The writer (output/excel/score_form.py) and the reader (score_form_reading.py) both ask here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from natverkskollen.analysis.wording import GRADES, STATES
from natverkskollen.editing.answer_entry import NOT_APPLICABLE, NOT_ASSESSED, Fields, fields_of
from natverkskollen.editing.typed import Unclear, cleaned, written_amount
from natverkskollen.files.workbook import Odd, Value
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.typed_numbers import parse_figures

MARK: Final = "natverkskollen-bedomning/1"
KEY: Final = "nyckel"  # the heading of the hidden column that says which answer a row is
NO_ANSWER: Final = "-"  # stands there for a heading of the form's own
NETWORK: Final = "Nätverk"
COLUMNS: Final = {
    "score": "Svar",
    "upper": "Osäker? Till och med",
    "rationale": "Motivering",
    "grade": "Vad uppgiften bygger på",
}


@dataclass(frozen=True)
class FormHead:
    """Whose sheet it is, and which version of the evaluation it was written from."""

    evaluation: str
    assessor: str
    version: int
    hash: str

    def text(self) -> str:
        """The head as the first cell of the sheet has it."""
        return "|".join((MARK, self.evaluation, self.assessor, str(self.version), self.hash))


def head_of(text: str) -> FormHead | None:
    """The head that a cell holds; None where it holds something else."""
    parts = text.strip().split("|")
    if len(parts) != 5 or parts[0] != MARK or not parts[3].isdecimal():
        return None
    return FormHead(parts[1], parts[2], int(parts[3]), parts[4])


def row_key(network: str, criterion: str) -> str:
    """Which answer a row is, as the hidden column says it."""
    return f"{network}|{criterion}"


def score_choices(criteria: CriteriaSet, criterion: Criterion) -> dict[Any, str]:
    """What can be chosen as an answer, in words; a figure is typed instead of chosen."""
    steps: dict[Any, str] = {
        step: f"{step} – {' '.join(criterion.level_texts[step].split())}"
        for step in (criteria.scale.steps if criterion.judged else ())
    }
    not_assessed = {NOT_ASSESSED: STATES["not-assessed"]} if criterion.judged else {}
    return {**steps, **not_assessed, NOT_APPLICABLE: STATES["not-applicable"]}


def cells_of(criteria: CriteriaSet, criterion: Criterion, answer: Answer) -> dict[str, str]:
    """What the cells of a row say of an answer, as text."""
    shown = fields_of(criterion, answer)
    choices = score_choices(criteria, criterion)
    score = choices.get(shown["score"], str(shown["score"]))
    if shown["score"] == NOT_ASSESSED:
        score = ""
    upper = str(shown.get("upper") or "")
    grade = GRADES.get(shown["grade"], "")
    return {"score": score, "upper": upper, "rationale": shown["rationale"], "grade": grade}


def typed_cells(
    criteria: CriteriaSet, criterion: Criterion, base: Answer, cells: dict[str, Value]
) -> Fields:
    """What the cells of a row give, field by field; those as the form had them are as they were.

    Unclear says what is wrong with which of them.
    """
    fields, written = fields_of(criterion, base), cells_of(criteria, criterion, base)
    readers: dict[str, Callable[[Value], Any]] = {
        "rationale": _text,
        "grade": _grade,
        "score": _figure,
    }
    if criterion.judged:
        readers |= {"score": lambda value: _step(criteria, criterion, value), "upper": _upper}
    changed: Fields = {}
    for name, reader in readers.items():
        value = cells.get(name)
        if not _as_it_was(value, written[name], criterion.judged and name == "score"):
            try:
                changed[name] = reader(value)
            except Unclear as unclear:
                raise Unclear(f"{COLUMNS[name]}: {unclear}") from None
    if isinstance(changed.get("score"), tuple):  # an interval written as one: 2–3
        changed["score"], changed["upper"] = changed["score"]
    fields |= changed
    if criterion.judged:
        fields["upper"] = _checked_upper(criteria, fields, "upper" in changed)
    return fields


def _as_it_was(value: Value, written: str, by_step: bool) -> bool:
    if isinstance(value, Decimal):
        return written_amount(value) == written
    if value is not None and not isinstance(value, str):
        return False
    now = cleaned(value or "").strip()
    # The words of a level may have been changed since; the step is the answer.
    same_step = by_step and bool(now) and _leading(now) is not None
    return now == cleaned(written).strip() or (
        same_step and " – " in now and _leading(now) == _leading(written)
    )


def _leading(text: str) -> int | None:
    found = re.match(r"(\d+) – ", text)
    return int(found[1]) if found else None


def refuse_odd(value: Value) -> None:
    """Unclear where a cell holds what is no text and no number."""
    if isinstance(value, Odd):
        raise Unclear(f"Cellen innehåller {value.words}. Skriv värdet i stället.")
    if isinstance(value, bool):
        raise Unclear("Cellen innehåller sant eller falskt. Skriv värdet i stället.")


def _text(value: Value) -> str:
    refuse_odd(value)
    if isinstance(value, Decimal):
        return written_amount(value)
    return value if isinstance(value, str) else "" if value is None else str(value)


def _grade(value: Value) -> str:
    found = _text(value).strip()
    known = {"": "", **{g.casefold(): g for g in GRADES}}
    known |= {words.casefold(): grade for grade, words in GRADES.items()}
    if found.casefold() not in known:
        raise Unclear(f"”{found[:40]}” finns inte i listan. Välj A, B eller C.")
    return known[found.casefold()]


def _figure(value: Value) -> str:
    if isinstance(value, date):
        what = f"Cellen innehåller en dag ({value.isoformat()[:10]}), kanske för att programmet "
        raise Unclear(f"{what}gjorde om det du skrev. Skriv ett tal, eller ett intervall som 2–3.")
    return _text(value)


def _step(criteria: CriteriaSet, criterion: Criterion, value: Value) -> Any:
    """A step, two steps, or one of the states; Unclear where it is none of them."""
    found = " ".join(_figure(value).split())
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


def _upper(value: Value) -> int | str:
    found = _figure(value).strip()
    leads = re.fullmatch(r"(\d{1,3})( – .*)?", found, re.S)
    return int(leads[1]) if leads else found


def _checked_upper(criteria: CriteriaSet, fields: Fields, given: bool) -> int:
    """The upper end; one that is older than a new answer and below it says nothing any more."""
    low, upper = fields["score"], fields.get("upper") or 0
    if upper == 0 or (isinstance(low, int) and upper == low):
        return 0
    if isinstance(low, int) and isinstance(upper, int) and upper > low:
        if upper in criteria.scale.steps:
            return upper
    elif not given:
        return 0
    top = number(criteria.scale.max)
    where = f"{COLUMNS['upper']}: välj en nivå över svaret, högst {top}, eller töm cellen."
    raise Unclear(where)
