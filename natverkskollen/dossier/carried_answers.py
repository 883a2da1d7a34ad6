"""Which answers go along to a later revision of the criteria, and where the others are kept.

An answer goes with its criterion when it still means what it says: under the same id, or under
the id the criterion has now. Where the scale, the unit or the kind of answer is another, or the
criterion is gone, the answer is kept under an id of its own and does not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from natverkskollen.dossier.counted_answers import fits
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criteria_change import RemovedCriterion
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.weighting import Weighting

Place = tuple[str, str, str]  # assessor, network, criterion
Removed = Mapping[str, RemovedCriterion]


def destinations(
    answers: Mapping[Place, Answer],
    old: CriteriaSet | None,
    new: CriteriaSet,
    earlier: Removed,
) -> dict[Place, str]:
    """Under which id each answer stands afterwards: that of a criterion where it counts."""
    goes: dict[Place, str] = {}
    taken = {c.id for c in new.criteria} | {i for c in new.criteria for i in c.earlier_ids}
    taken |= {id_ for _, _, id_ in answers} | set(earlier)
    aside: dict[str, str] = {}
    for place, answer in answers.items():
        *where, id_ = place
        now = new.renamed(id_)
        if now is None:
            goes[place] = id_
            continue
        ids = (now.id, *now.earlier_ids)
        chosen = next(i for i in ids if (*where, i) in answers)
        if chosen == id_ and _carries(old, new, id_, earlier.get(id_), now, answer):
            goes[place] = now.id
            continue
        if id_ not in aside:
            aside[id_] = _free(id_, taken)
            taken.add(aside[id_])
        goes[place] = aside[id_]
    return goes


def _carries(
    old: CriteriaSet | None,
    new: CriteriaSet,
    id_: str,
    before: RemovedCriterion | None,
    now: Criterion,
    answer: Answer,
) -> bool:
    """Whether an answer still means what it says to the criterion as it is asked now."""
    if not now.asked or not fits(new, now, answer):
        return False
    was = old.criterion(id_) if old else None
    if answer.score is None:
        return True
    if was is None:
        steps = before.levels.keys() if before else ()
        same = set(steps) == set(new.scale.steps) and now.judged
        return before is None or same or (bool(before.unit) and before.unit == now.measured_in)
    same_scale = old is not None and (not now.judged or old.scale == new.scale)
    return same_scale and now.means_the_same_as(was)


def removed_criteria(
    goes: Mapping[Place, str],
    old: CriteriaSet | None,
    new: CriteriaSet,
    earlier: Removed,
) -> tuple[RemovedCriterion, ...]:
    """What was asked, for every id under which answers then stand without counting."""
    found: dict[str, RemovedCriterion] = {}
    for (_, _, id_), to in goes.items():
        now = new.renamed(id_)
        if new.criterion(to) or to in found or (now is None and id_ in earlier):
            continue
        became = now.id if now else None
        known, was = earlier.get(id_), old.criterion(id_) if old else None
        if known and was is None:
            found[to] = known.model_copy(update={"id": to, "became": became})
            continue
        found[to] = RemovedCriterion(
            id=to,
            title=was.title if was else now.title if now else id_,
            question=was.question if was else None,
            levels=dict(was.level_texts) if was else {},
            unit=was.measured_in if was else None,
            became=became,
        )
    return tuple(found.values())


def fitting_weighting(weighting: Weighting, criteria: CriteriaSet) -> Weighting:
    """The weighting where it fits a set; otherwise none, and the set's own weights are used."""
    profiles = {profile.id for profile in criteria.profiles}
    if weighting.profile and weighting.profile not in profiles:
        return Weighting()
    themes = {theme.id for theme in criteria.themes}
    return weighting if set(weighting.themes) in (set(), themes) else Weighting()


def _free(id_: str, taken: set[str]) -> str:
    """An id that nothing has, for the answers to what the criterion was."""
    stem = f"{id_[:48].rstrip('-')}-tidigare"
    names = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
    return next(name for name in names if name not in taken)
