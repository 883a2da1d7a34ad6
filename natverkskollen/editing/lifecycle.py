"""The life of an evaluation: created, repeated, made final, opened again.

Every step is a save in the store, so it has a version, a person and a place in the history. A new
round does not take over the answers of the last: it offers them, and each counts only when somebody
has stood by it again.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.readiness import left_before_final
from natverkskollen.dossier.carried_answers import fitting_weighting
from natverkskollen.dossier.copies import bound_text, networks_text
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import COPIES
from natverkskollen.editing.sealing import sealed_hash
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.case import Case
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.membership import Membership
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.weighting import Weighting
from natverkskollen.store import Change, Conflict, Failed, SaveOutcome, Store, answer_at
from natverkskollen.store.names import refused_name
from natverkskollen.store.plain_data import plain, state_hash, value_at

# What belongs to one round and not to the next.
_ROUND = (
    *("final", "decisions", "replies", "findings", "next_evaluation", "remark", "fee_year"),
    *("criteria_changes", "taken_out"),
)
_ROUND_CASE = ("diarienummer", "title", "conclusion")
CHANGED = Failed(
    "utvärderingen har ändrats sedan du öppnade den", "Läs igenom ändringarna och försök igen"
)


def proposed_id(title: str, taken: Collection[str], nameless: str = "utvardering") -> str:
    """An id for a title, not used before: "Årsta 2026" becomes arsta-2026.

    A title without a letter or a digit gets `nameless`.
    """
    plain_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain_title.lower())[:50].strip("-") or nameless
    numbers = iter(range(2, len(taken) + 4))
    proposal = stem
    while proposal in taken or refused_name(proposal):
        proposal = f"{stem}-{next(numbers)}"
    return proposal


def new_evaluation(
    id_: str,
    title: str,
    municipality: Municipality,
    case: Case,
    memberships: Collection[Membership],
    criteria: CriteriaSet,
    assessors: Collection[Assessor],
    weighting: Weighting | None = None,
    next_evaluation: date | None = None,
) -> dict[str, Any]:
    """The data of a new evaluation, bound to the criteria set's present revision."""
    data = {
        "schema": 1,
        "id": id_,
        "title": title,
        "criteria": criteria.id,
        "criteria_revision": criteria.revision,
        "status": "draft",
        "municipality": plain(municipality),
        "case": plain(case),
        "weighting": plain(weighting or Weighting()),
        "memberships": plain(tuple(memberships)),
        "assessors": plain(tuple(assessors)),
        "blind": True,
    }
    return data | ({"next_evaluation": next_evaluation.isoformat()} if next_evaluation else {})


def create(store: Store, data: Mapping[str, Any], actor: str, key: str = "") -> SaveOutcome:
    """Put a new evaluation in the store; refused where the id is taken or the data is wrong."""
    id_ = str(data.get("id", ""))
    taken = Failed(f"det finns redan en utvärdering med id '{id_}'", "Välj ett annat id")
    if not isinstance(store.get(id_), Failed) and not repeated(store, id_, key):
        return taken
    change = Change(("evaluation",), None, data)
    outcome = store.save(id_, 0, [change], actor, key or secrets.token_hex(8))
    return taken if isinstance(outcome, Conflict) else outcome


def next_round(
    store: Store,
    evaluation: str,
    id_: str,
    title: str,
    case_date: date,
    criteria: CriteriaSet,
    actor: str,
    key: str = "",
) -> SaveOutcome:
    """A new evaluation with the parts and roles of an earlier one, but no answers or decisions."""
    found = store.get(evaluation)
    if isinstance(found, Failed):
        return found
    kept = {k: v for k, v in found.data["evaluation"].items() if k not in _ROUND}
    case = {k: v for k, v in kept["case"].items() if k not in _ROUND_CASE}
    weighting = Weighting.model_validate(kept.get("weighting", {}))
    data = {
        **kept,
        "weighting": plain(fitting_weighting(weighting, criteria)),
        "id": id_,
        "title": title,
        "criteria": criteria.id,
        "criteria_revision": criteria.revision,
        "status": "draft",
        "previous": evaluation,
        "blind": True,
        "case": {**case, "date": case_date.isoformat()},
        "assessors": tuple(
            {key: value for key, value in each.items() if key not in ("date", "submitted")}
            for each in kept["assessors"]
        ),
    }
    return create(store, data, actor, key)


@dataclass(frozen=True)
class AnswerChange:
    """One assessor's answer in this round beside the one in the last.

    `state`: "same", "changed", "new" (not given before), "waiting" (given before and not yet now).
    """

    assessor: str
    network: str
    criterion: str
    state: Literal["same", "changed", "new", "waiting"]
    before: Answer
    now: Answer


def changed_since(
    previous: Mapping[str, Any], current: Mapping[str, Any], criteria: CriteriaSet
) -> Iterator[AnswerChange]:
    """Every answer given in either round, by assessor, network and criterion in their order.

    `previous` and `current` are the data of the two in the store; `criteria` is the present set,
    which knows the ids criteria had earlier.
    """
    empty = Answer()
    for assessor in value_at(current, ("evaluation", "assessors")) or ():
        for membership in value_at(current, ("evaluation", "memberships")) or ():
            for criterion in criteria.criteria:
                if not criterion.asked:
                    continue
                place = (assessor["id"], membership["network"])
                before = answer_at(previous, *place, criterion)
                now = answer_at(current, *place, criterion)
                if before == now == empty:
                    continue
                state = "waiting" if now == empty else "new" if before == empty else "changed"
                state = "same" if before == now else state
                yield AnswerChange(*place, criterion.id, state, before, now)  # type: ignore[arg-type]


def finalise(
    store: Store,
    evaluation: str,
    base_version: int,
    actor: str,
    day: date,
    key: str = "",
    judged_by: Dossier | None = None,
) -> SaveOutcome:
    """Lock a draft as final, with day, role and hash; refused if changed since it was read.

    `judged_by` is the evaluation as it was read: copies are kept of its criteria (if there is none)
    and of its networks, and sealed with it. It is refused where something is left that would be a
    gap in its memo.
    """
    if repeated(store, evaluation, key):
        return store.save(evaluation, base_version, (), actor, key)
    found, seen = store.get(evaluation), store.at(evaluation, base_version)
    if isinstance(found, Failed):
        return found
    if isinstance(seen, Failed):
        return seen
    if value_at(found.data, ("evaluation", "status")) == "final":
        return Failed("utvärderingen är redan färdigställd", "Ladda om sidan")
    if found.hash != seen.hash:
        return CHANGED
    result = evaluate(judged_by) if judged_by else None
    left = left_before_final(result, find_all(result.dossier, result)) if result else ()
    if left:
        return Failed(f"något är kvar att göra: {left[0]}", "Läs listan på sidan Papper")
    revision = value_at(found.data, ("evaluation", "criteria_revision"))
    copies = {key: found.data.get(key) for key in COPIES.values()}
    if judged_by and copies["criteria"] is None and judged_by.criteria.revision == revision:
        copies["criteria"] = bound_text(judged_by.criteria)
    if judged_by:
        copies["networks"] = networks_text(judged_by.networks)
    kept = {key: text for key, text in copies.items() if text}
    seal = {"at": day.isoformat(), "by": actor, "hash": sealed_hash({**found.data, **kept})}
    changes = (
        *(Change((key,), found.data.get(key), text) for key, text in copies.items()),
        Change(("evaluation", "status"), "draft", "final"),
        Change(("evaluation", "final"), None, seal),
    )

    def as_read(now: Mapping[str, Any]) -> tuple[Change, ...] | Failed:
        # Somebody may save in this very moment, and then nobody has read it all.
        return changes if state_hash(now) == seen.hash else CHANGED

    return store.save(evaluation, found.version, as_read, actor, key or secrets.token_hex(8))


def reopen(
    store: Store, evaluation: str, base_version: int, actor: str, key: str = ""
) -> SaveOutcome:
    """Final becomes draft again, as a new version; the final one stays in the history."""
    found = store.get(evaluation)
    if isinstance(found, Failed):
        return found
    seal = value_at(found.data, ("evaluation", "final"))
    changes = [
        Change(("networks",), found.data.get("networks"), None),
        Change(("evaluation", "status"), "final", "draft"),
        Change(("evaluation", "final"), seal, None),
    ]
    return store.save(evaluation, base_version, changes, actor, key or secrets.token_hex(8))


def repeated(store: Store, evaluation: str, key: str) -> bool:
    """Whether a step with this key has been taken already."""
    entries = store.history(evaluation) if key else ()
    return isinstance(entries, tuple) and any(entry.key == key for entry in entries)
