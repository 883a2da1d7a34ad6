"""What the cells of an answer in the scoring form let through."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from natverkskollen.analysis.wording import GRADES
from natverkskollen.editing.score_form import COLUMNS, score_choices
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.excel.choice_lists import ChoiceLists

FIRST = 2  # the column of an answer's first cell, after the hidden key and the name


def restrict(
    lists: ChoiceLists, sheet: Worksheet, row: int, criteria: CriteriaSet, criterion: Criterion
) -> None:
    """What each cell of an answer lets through; a figure is checked when the form is read."""
    choices = score_choices(criteria, criterion)
    title = criterion.title[:32]
    wrong = {"error_title": "Välj i listan", "error_message": "Välj ett svar i listan."}
    for at, name in enumerate(COLUMNS, FIRST):
        rule: dict[str, Any] = {"validate": "list", **wrong}
        if name == "score":
            rule["source"] = lists.choices(list(choices.values()))
            rule["input_title"] = title
            if not criterion.judged:
                rule |= {
                    "show_error": False,
                    "input_message": f"Tal i {criterion.figure_unit}"[:255],
                }
        elif name == "upper" and criterion.judged:
            steps = criteria.scale.steps
            rule["source"] = lists.choices([str(step) for step in steps[1:]])
        elif name == "grade":
            rule["source"] = lists.choices(list(GRADES.values()))
        else:
            continue
        sheet.data_validation(row, at, row, at, rule)
