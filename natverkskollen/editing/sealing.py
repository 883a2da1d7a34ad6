"""The seal of a final evaluation: what it said then, and whether it still does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from natverkskollen.dossier.copies import bound_text, networks_text
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.file_reading import COPIES
from natverkskollen.store import Change
from natverkskollen.store.plain_data import state_hash, value_at


def sealed_hash(data: Mapping[str, Any]) -> str:
    """The hash of what an evaluation says, whatever its status."""
    kept = {k: v for k, v in data["evaluation"].items() if k not in ("status", "final")}
    return state_hash({**data, "evaluation": kept})


def seal_holds(data: Mapping[str, Any]) -> bool | None:
    """Whether a final evaluation still says what it said then; None where it is not sealed."""
    seal = value_at(data, ("evaluation", "final"))
    return None if seal is None else seal.get("hash") == sealed_hash(data)


def sealing_changes(
    data: Mapping[str, Any], judged_by: Dossier | None, actor: str, day: date
) -> tuple[Change, ...]:
    """What makes a draft with this data final: the copies of what it is judged by, and the seal.

    `judged_by` is the evaluation as it was read; without it no copies are made.
    """
    revision = value_at(data, ("evaluation", "criteria_revision"))
    copies = {key: data.get(key) for key in COPIES.values()}
    if judged_by and copies["criteria"] is None and judged_by.criteria.revision == revision:
        copies["criteria"] = bound_text(judged_by.criteria)
    if judged_by:
        copies["networks"] = networks_text(judged_by.networks)
    kept = {key: text for key, text in copies.items() if text}
    seal = {"at": day.isoformat(), "by": actor, "hash": sealed_hash({**data, **kept})}
    return (
        *(Change((key,), data.get(key), text) for key, text in copies.items()),
        Change(("evaluation", "status"), "draft", "final"),
        Change(("evaluation", "final"), None, seal),
    )
