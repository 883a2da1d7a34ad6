"""What a municipality expects of a membership, typed one a row, and how it turned out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import Unclear, typed_day, typed_figure, typed_text, unread
from natverkskollen.model.register import Expectation, RegisteredMembership
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain

# The words may have semicolons of their own; the day and how likely stand last.
_ROW = r"(.+?)\s*;\s*(\d{4}-\d\d-\d\d)\s*(?:;\s*([^;]*?)\s*)?"
_EXPECTED = "Nyckeltalen används i årsredovisningen; 2026-12-31; 80"


def rows_of(text: str, read: Callable[[str], dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """What `read` makes of each row that has something in it; what is None is left out."""
    rows = (read(row) for row in typed_text(text).splitlines() if row.strip())
    return tuple({k: v for k, v in row.items() if v is not None} for row in rows)


def expectation_row(each: Expectation) -> str:
    """An expectation as one types it: the words, the day and how likely, in per cent."""
    chance = [] if each.probability is None else [str(each.probability)]
    return "; ".join((_one_line(each.text), each.by.isoformat(), *chance))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def expectation_rows(text: str, old: RegisteredMembership | None) -> tuple[dict[str, Any], ...]:
    """The expectations, each with the id and the outcome that the same words have already.

    Of several with the same words that of the same day is meant, else the first.
    """
    left = list(old.expectations) if old else []
    taken = {each.id for each in left}

    def known(words: str, day: date | None) -> dict[str, Any]:
        same = [each for each in left if _one_line(each.text) == words]
        if not same:
            return {}
        found = next((each for each in same if each.by == day), same[0])
        left.remove(found)
        return dict(plain(found))

    def one(row: str) -> dict[str, Any]:
        found = re.fullmatch(_ROW, row.strip())
        if found is None:
            raise unread(row, _EXPECTED)
        words = found[1]
        try:
            day, chance = typed_day(found[2]), typed_figure(found[3])
        except Unclear:
            raise unread(row, _EXPECTED) from None
        if chance is not None and not (0 <= chance <= 100 and chance == int(chance)):
            raise Unclear("Sannolikheten är hela procent från 0 till 100.")
        before = known(words, day)
        id_ = before.get("id") or proposed_id(words, taken, "forvantan")
        taken.add(id_)
        likely = None if chance is None else int(chance)
        return {"text": words, **before, "id": id_, "by": day, "probability": likely}

    return rows_of(text, one)


def outcome_changes(
    membership: RegisteredMembership, expectation: str, came: str, today: date
) -> tuple[Change, ...]:
    """The change that says how an expectation turned out."""
    before = plain(membership)["expectations"]
    told = {"came": came, "told": today.isoformat()}
    after = tuple({**each, **told} if each["id"] == expectation else each for each in before)
    return (Change(("membership", "expectations"), before, after),)
