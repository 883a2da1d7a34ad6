"""A passage from one revision of the criteria to another, and what stopped counting then."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from natverkskollen.files.fields import Day, Model, Slug, Text


def _steps(value: Any) -> Any:
    """Steps are whole numbers in a file, and text as keys in the history."""
    if not isinstance(value, dict):
        return value
    return {int(k) if isinstance(k, str) and k.isdecimal() else k: v for k, v in value.items()}


class RemovedCriterion(Model):
    """A criterion as it was asked, for as long as there are answers to it that do not count.

    `id` is what its answers stand under in the answer files. `became` is the criterion that took
    its place, where it was not removed but can no longer be answered the same way.
    """

    id: Slug
    title: Text
    question: Text | None = None
    levels: Annotated[dict[int, Text], BeforeValidator(_steps)] = {}
    unit: Text | None = None
    became: Slug | None = None


class CriteriaChange(Model):
    """One passage from a revision to another: the day, the role and the reason.

    `removed` are the criteria whose answers stopped counting then.
    """

    from_revision: Text
    to_revision: Text
    date: Day
    by: Text
    reason: Text
    removed: tuple[RemovedCriterion, ...] = ()
