"""What the cells of a form's row give beside what the form had there, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from natverkskollen.editing.answer_entry import Fields, fields_of
from natverkskollen.editing.form_cell_reading import figure_in, grade_in, step_in, text_in, upper_in
from natverkskollen.editing.score_form import COLUMNS, cells_of
from natverkskollen.editing.typed import Unclear, cleaned, written_amount
from natverkskollen.files.workbook import Value
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number


def typed_cells(
    criteria: CriteriaSet, criterion: Criterion, base: Answer, cells: dict[str, Value]
) -> Fields:
    """What the cells of a row give, field by field; those as the form had them are as they were.

    Unclear says what is wrong with which of them.
    """
    fields, written = fields_of(criterion, base), cells_of(criteria, criterion, base)
    readers: dict[str, Callable[[Value], Any]] = {
        "rationale": text_in,
        "grade": grade_in,
        "score": figure_in,
    }
    if criterion.judged:
        readers |= {"score": lambda value: step_in(criteria, criterion, value), "upper": upper_in}
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
