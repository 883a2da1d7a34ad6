"""The seal of a final evaluation: what it said then, and whether it still does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.store.plain_data import state_hash, value_at


def sealed_hash(data: Mapping[str, Any]) -> str:
    """The hash of what an evaluation says, whatever its status."""
    kept = {k: v for k, v in data["evaluation"].items() if k not in ("status", "final")}
    return state_hash({**data, "evaluation": kept})


def seal_holds(data: Mapping[str, Any]) -> bool | None:
    """Whether a final evaluation still says what it said then; None where it is not sealed."""
    seal = value_at(data, ("evaluation", "final"))
    return None if seal is None else seal.get("hash") == sealed_hash(data)
