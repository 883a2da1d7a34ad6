"""What a later revision of the criteria means for an evaluation: told before, and then done."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from natverkskollen.dossier.blind_phase import as_filed, withheld
from natverkskollen.dossier.carried_answers import (
    Place,
    destinations,
    fitting_weighting,
    removed_criteria,
)
from natverkskollen.dossier.copies import bound_text
from natverkskollen.dossier.counted_answers import split
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.lifecycle import CHANGED, repeated
from natverkskollen.editing.revision_words import differences_of
from natverkskollen.editing.rule_differences import rule_differences
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criteria_change import CriteriaChange
from natverkskollen.store import Entry, Failed, SaveOutcome, Store
from natverkskollen.store.plain_data import differences, plain, value_at


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
    given = as_filed(dossier)
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
        id_: AnswerSheet(schema=1, assessor=id_, answers=sheets.get(id_, {}))
        for id_ in as_filed(dossier)
    }
    counted, aside = split(evaluation, new, given)
    return withheld(Dossier(evaluation, new, dossier.networks, counted, aside))


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
            notes = ("fanns i en tidigare version",)
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


def go_over(
    store: Store,
    dossier: Dossier,
    base_version: int,
    actor: str,
    reason: str,
    day: date,
    key: str = "",
) -> SaveOutcome:
    """Let a draft go over to the set in criteria/; refused if changed since it was previewed."""
    id_ = dossier.evaluation.id
    if repeated(store, id_, key):
        return store.save(id_, base_version, (), actor, key)
    found, seen = store.get(id_), store.at(id_, base_version)
    if isinstance(found, Failed):
        return found
    if isinstance(seen, Failed):
        return seen
    if value_at(found.data, ("evaluation", "status")) == "final":
        what = "utvärderingen är färdigställd och behåller kriterierna den gjordes med"
        return Failed(what, "Öppna den igen, eller starta en ny omgång")
    then = _data(dossier)
    here = {**found.data, "criteria": None}
    if found.hash != seen.hash or any(differences(here, {**then, "criteria": None})):
        return CHANGED
    told = migration(dossier, actor, reason, day)
    if told is None:
        return Failed("utvärderingen följer redan kriterierna som de är nu", "Ladda om sidan")
    after = {**_data(told.after), "criteria": bound_text(told.after.criteria)}
    changes = tuple(differences(found.data, after))
    return store.save(id_, found.version, changes, actor, key or secrets.token_hex(8))


def last_passage(entries: Sequence[Entry]) -> Entry | None:
    """The version in which the evaluation last went over; None where it never has."""
    path = ("evaluation", "criteria_changes")
    found = (e for e in reversed(entries) if any(c.path == path and c.new for c in e.changes))
    return next(found, None)


def go_back(store: Store, evaluation: str, base_version: int, actor: str, key: str) -> SaveOutcome:
    """Everything as it was before the evaluation last went over, as a new version."""
    found, entries = store.get(evaluation), store.history(evaluation)
    if isinstance(found, Failed):
        return found
    passed = None if isinstance(entries, Failed) else last_passage(entries)
    if passed is None:
        return Failed("utvärderingen har inte bytt till en ny version", "Ladda om sidan")
    if found.version != base_version:
        return CHANGED
    return store.restore(evaluation, passed.version - 1, actor, (), key)


def _data(dossier: Dossier) -> dict[str, Any]:
    """The dossier as the store holds it."""
    evaluation = dossier.evaluation
    answers = {id_: plain(sheet).get("answers", {}) for id_, sheet in as_filed(dossier).items()}
    kept = {
        id_: {n: {c: a for c, a in each.items() if a} for n, each in given.items()}
        for id_, given in answers.items()
    }
    return {"evaluation": {**plain(evaluation), "status": evaluation.status}, "answers": kept}
