"""What a later revision of the criteria means for an evaluation: told before, and then done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from natverkskollen.dossier.aside import split, whole
from natverkskollen.dossier.carried_answers import (
    Place,
    destinations,
    fitting_weighting,
    removed_criteria,
)
from natverkskollen.dossier.library import Dossier
from natverkskollen.editing.revision_words import differences_of, rule_differences
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criteria_change import CriteriaChange


@dataclass(frozen=True)
class Part:
    """One criterion in the preview, with how many answers it has and how many stop counting.

    `was` is the id it had, where that was another; `notes` say what is different about it.
    """

    criterion: str
    title: str
    answers: int
    set_aside: int
    was: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Migration:
    """The five groups, what else changes, and the evaluation as it would be.

    `known` is False where nobody knows what the criteria were: the evaluation has no copy.
    """

    kept: tuple[Part, ...]
    changed: tuple[Part, ...]
    renamed: tuple[Part, ...]
    removed: tuple[Part, ...]
    new: tuple[Part, ...]
    rules: tuple[str, ...]
    after: Dossier
    known: bool


def migration(
    dossier: Dossier, by: str = "Handläggaren", reason: str = "Prövning", day: date | None = None
) -> Migration | None:
    """What going over to the set in criteria/ means; None where there is nothing to go over to."""
    new = dossier.revised
    if new is None:
        return None
    old = None if new is dossier.criteria else dossier.criteria
    given = whole(dossier.sheets, dossier.aside)
    answers = {
        (assessor, network, id_): answer
        for assessor, sheet in given.items()
        for network, each in sheet.answers.items()
        for id_, answer in each.items()
        if answer != Answer()
    }
    earlier = {each.id: each for c in dossier.evaluation.criteria_changes for each in c.removed}
    goes = destinations(answers, old, new, earlier)
    change = CriteriaChange(
        from_revision=dossier.evaluation.criteria_revision,
        to_revision=new.revision,
        date=day or dossier.evaluation.case.date,
        by=by,
        reason=reason,
        removed=removed_criteria(goes, old, new, earlier),
    )
    return _told(dossier, old, new, goes, _after(dossier, new, answers, goes, change))


def _after(
    dossier: Dossier,
    new: CriteriaSet,
    answers: Mapping[Place, Answer],
    goes: Mapping[Place, str],
    change: CriteriaChange,
) -> Dossier:
    sheets: dict[str, dict[str, dict[str, Answer]]] = {}
    for (assessor, network, id_), answer in answers.items():
        to = goes[assessor, network, id_]
        sheets.setdefault(assessor, {}).setdefault(network, {})[to] = answer
    evaluation = dossier.evaluation.model_copy(
        update={
            "criteria_revision": new.revision,
            "weighting": fitting_weighting(dossier.evaluation.weighting, new),
            "criteria_changes": (*dossier.evaluation.criteria_changes, change),
        }
    )
    given = {
        id_: AnswerSheet(schema=1, assessor=id_, answers=sheets.get(id_, {}))  # type: ignore[call-arg]
        for id_ in dossier.sheets
    }
    counted, aside = split(evaluation, new, given)
    return replace(
        dossier, evaluation=evaluation, criteria=new, sheets=counted, aside=aside, revised=None
    )


def _told(
    dossier: Dossier,
    old: CriteriaSet | None,
    new: CriteriaSet,
    goes: Mapping[Place, str],
    after: Dossier,
) -> Migration:
    groups: dict[str, list[Part]] = {k: [] for k in ("kept", "changed", "renamed", "removed")}
    answered = dict.fromkeys(id_ for _, _, id_ in goes)
    reached: set[str] = set()
    asked = [criterion.id for criterion in old.criteria] if old else []
    for id_ in dict.fromkeys([*asked, *answered]):
        now, was = new.renamed(id_), old.criterion(id_) if old else None
        places = [place for place in goes if place[2] == id_]
        if now is None:
            if was or not old:
                title = was.title if was else id_
                groups["removed"].append(Part(id_, title, len(places), len(places)))
            continue
        aside = sum(goes[place] != now.id for place in places)
        notes = differences_of(old, new, was, now) if old and was else ()
        if old and was is None:
            notes = ("fanns i en tidigare utgåva",)
        reached.add(now.id)
        earlier = id_ if id_ != now.id else ""
        group = "renamed" if earlier else "changed" if notes or aside else "kept"
        groups[group].append(Part(now.id, now.title, len(places), aside, earlier, notes))
    fresh = tuple(Part(c.id, c.title, 0, 0) for c in new.criteria if c.id not in reached)
    rules = rule_differences(old, new) if old else ()
    if dossier.evaluation.weighting != after.evaluation.weighting:
        rules += ("Viktningen passar inte de nya temana. Kriteriesamlingens vikter gäller.",)
    parts = {name: tuple(each) for name, each in groups.items()}
    return Migration(**parts, new=fresh, rules=rules, after=after, known=old is not None)
