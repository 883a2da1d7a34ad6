"""Answers that are kept and do not count, since the criteria they answer have changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from natverkskollen.dossier.references import wrong_figure
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criteria_change import RemovedCriterion
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation

Sheets = Mapping[str, AnswerSheet]


@dataclass(frozen=True)
class SetAside:
    """One such answer, under the id it stands under, and why it does not count.

    "gone": the criterion was removed. "changed": it can no longer be answered the same way.
    "taken": the criterion it passed on to has an answer of its own. `asked` is the criterion as
    it was, where that is known, `now` the one in its place, and `revision` the one that did it.
    """

    assessor: str
    network: str
    criterion: str
    answer: Answer
    why: Literal["gone", "changed", "taken"]
    revision: str
    asked: RemovedCriterion | None = None
    now: Criterion | None = None

    @property
    def title(self) -> str:
        """What the criterion was called; its id where nobody knows."""
        return self.asked.title if self.asked else self.now.title if self.now else self.criterion


def fits(criteria: CriteriaSet, criterion: Criterion, answer: Answer) -> bool:
    """Whether an answer can be one to a criterion as it is asked in a set."""
    return next(wrong_figure((), criterion, answer, criteria), None) is None


def split(
    evaluation: Evaluation, criteria: CriteriaSet, sheets: Sheets
) -> tuple[dict[str, AnswerSheet], tuple[SetAside, ...]]:
    """The sheets with only what counts, and what does not, in the order of the files."""
    counted: dict[str, AnswerSheet] = {}
    aside: list[SetAside] = []
    for id_, sheet in sheets.items():
        found = tuple(_set_aside(evaluation, criteria, sheet))
        aside += found
        counted[id_] = _without(sheet, found) if found else sheet
    return counted, tuple(aside)


def whole(sheets: Sheets, aside: tuple[SetAside, ...]) -> dict[str, AnswerSheet]:
    """The sheets as they stand in the files: what `split` was given."""
    joined = dict(sheets)
    for each in aside:
        sheet = joined[each.assessor]
        given = {**sheet.answers.get(each.network, {}), each.criterion: each.answer}
        answers = {**sheet.answers, each.network: given}
        joined[each.assessor] = sheet.model_copy(update={"answers": answers})
    return joined


def _set_aside(
    evaluation: Evaluation, criteria: CriteriaSet, sheet: AnswerSheet
) -> Iterator[SetAside]:
    removed = {
        each.id: (change.to_revision, each)
        for change in evaluation.criteria_changes
        for each in change.removed
    }
    for network, given in sheet.answers.items():
        for id_, answer in given.items():
            now = criteria.renamed(id_)
            place = (sheet.assessor, network, id_, answer)
            if now is None:
                revision, asked = removed.get(id_, (criteria.revision, None))
                became = criteria.renamed(asked.became) if asked and asked.became else None
                why = "changed" if became else "gone"
                yield SetAside(*place, why, revision, asked, became)  # type: ignore[arg-type]
            elif not fits(criteria, now, answer):
                yield SetAside(*place, "changed", criteria.revision, None, now)
            elif id_ != next(i for i in (now.id, *now.earlier_ids) if i in given):
                yield SetAside(*place, "taken", criteria.revision, None, now)


def _without(sheet: AnswerSheet, aside: tuple[SetAside, ...]) -> AnswerSheet:
    out = {(each.network, each.criterion) for each in aside}
    answers = {
        network: {id_: answer for id_, answer in given.items() if (network, id_) not in out}
        for network, given in sheet.answers.items()
    }
    return sheet.model_copy(update={"answers": answers})
