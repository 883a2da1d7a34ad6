"""Answers that are kept and do not count, since the criteria or the networks are others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from natverkskollen.dossier.references import wrong_figure
from natverkskollen.dossier.set_aside import SetAside
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation

Sheets = Mapping[str, AnswerSheet]


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
    out = {each.network for each in evaluation.taken_out}
    for network, given in sheet.answers.items():
        for id_, answer in given.items():
            now = criteria.renamed(id_)
            place = (sheet.assessor, network, id_, answer)
            if network in out:
                asked = removed.get(id_, ("", None))[1]
                yield SetAside(*place, "out", criteria.revision, asked, now)
            elif now is None:
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
    gone = {each.network for each in aside if each.why == "out"}
    answers = {
        network: {id_: answer for id_, answer in given.items() if (network, id_) not in out}
        for network, given in sheet.answers.items()
        if network not in gone
    }
    return sheet.model_copy(update={"answers": answers})
