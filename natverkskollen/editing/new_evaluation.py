"""A new evaluation: its data, bound to the criteria as they are now, and put in the store."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from natverkskollen.editing.lifecycle import repeated
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.case import Case
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.membership import Membership
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.weighting import Weighting
from natverkskollen.store import Change, Conflict, Failed, SaveOutcome, Store
from natverkskollen.store.plain_data import plain


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
