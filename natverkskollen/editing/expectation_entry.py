"""What a municipality expects of a membership, typed one a row, and how it turned out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from natverkskollen.editing.lifecycle import proposed_id
from natverkskollen.editing.typed import Unclear, typed_day, typed_figure, typed_text, unread
from natverkskollen.model.register import Expectation, RegisteredMembership
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain

_EXPECTED = "Nyckeltalen används i årsredovisningen; 2026-12-31; 80"


def rows_of(text: str, read: Callable[[str], dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """What `read` makes of each row that has something in it; what is None is left out."""
    rows = (read(row) for row in typed_text(text).splitlines() if row.strip())
    return tuple({k: v for k, v in row.items() if v is not None} for row in rows)


def expectation_row(each: Expectation) -> str:
    """An expectation as one types it: the words, the day and how likely, in per cent."""
    chance = [] if each.probability is None else [str(each.probability)]
    return "; ".join((each.text, each.by.isoformat(), *chance))


def expectation_rows(text: str, old: RegisteredMembership | None) -> tuple[dict[str, Any], ...]:
    """The expectations, each with the id and the outcome that the same words have already."""
    known = {each.text: each for each in old.expectations} if old else {}
    taken = {each.id for each in known.values()}

    def one(row: str) -> dict[str, Any]:
        words, *rest = (part.strip() for part in row.split(";"))
        if not words or not 1 <= len(rest) <= 2:
            raise unread(row, _EXPECTED)
        try:
            day, chance = typed_day(rest[0], "Dagen saknas."), typed_figure("".join(rest[1:]))
        except Unclear:
            raise unread(row, _EXPECTED) from None
        if chance is not None and not (0 <= chance <= 100 and chance == int(chance)):
            raise Unclear("Sannolikheten är hela procent från 0 till 100.")
        id_ = known[words].id if words in known else proposed_id(words, taken, "forvantan")
        taken.add(id_)
        before = plain(known[words]) if words in known else {}
        likely = None if chance is None else int(chance)
        return {**before, "id": id_, "text": words, "by": day, "probability": likely}

    return rows_of(text, one)


def outcome_changes(
    membership: RegisteredMembership, expectation: str, came: str, note: str, today: date
) -> tuple[Change, ...]:
    """The change that says how an expectation turned out."""
    before = plain(membership)["expectations"]
    told = {"came": came, "told": today.isoformat()} | ({"note": note} if note.strip() else {})
    after = tuple({**each, **told} if each["id"] == expectation else each for each in before)
    return (Change(("membership", "expectations"), before, after),)
