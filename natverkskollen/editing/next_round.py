"""A new round of an evaluation: its parts and roles again, without answers and decisions.

It does not take over the answers of the last: it offers them, and each counts only when somebody
has stood by it again.
"""

from __future__ import annotations

from datetime import date

from natverkskollen.dossier.carried_answers import fitting_weighting
from natverkskollen.editing.new_evaluation import create
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.weighting import Weighting
from natverkskollen.store import Failed, SaveOutcome, Store
from natverkskollen.store.plain_data import plain

# What belongs to one round and not to the next.
_ROUND = (
    *("final", "decisions", "replies", "findings", "next_evaluation", "remark", "fee_year"),
    *("criteria_changes", "taken_out"),
)
_ROUND_CASE = ("diarienummer", "title", "conclusion")


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
