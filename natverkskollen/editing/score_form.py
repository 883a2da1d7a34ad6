"""The form in which an assessor scores in a spreadsheet: whose it is, and what its cells say.

The writer (output/excel/score_form.py) and the readers (score_form_sheet.py for a sheet,
form_row_reading.py for a row) all ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from natverkskollen.analysis.wording import GRADES, STATES
from natverkskollen.editing.answer_entry import NOT_APPLICABLE, NOT_ASSESSED, fields_of
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion

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
