"""The history of an evaluation as people read it: who did what to which answer, in words."""

from __future__ import annotations

from collections.abc import Iterable

from natverkskollen.evaluation import Assessor


def role_of(assessors: Iterable[Assessor], actor: str) -> str:
    """The role of the one a line of the history names; the name as it stands where it is none."""
    return next((each.role for each in assessors if each.id == actor), actor)
