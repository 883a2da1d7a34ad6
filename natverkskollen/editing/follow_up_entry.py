"""The yearly follow-up of a membership, as its owner fills it in: four questions, five minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from natverkskollen.editing.typed import Entry, typed_text
from natverkskollen.model.register import (
    PROPOSALS,
    USES,
    FollowUp,
    Proposal,
    Use,
)
from natverkskollen.store import Change

USE_WORDS: Final[Mapping[Use, str]] = {
    "inte": "Inte alls",
    "lite": "Mycket lite",
    "ibland": "Ibland",
    "ofta": "Ofta",
    "löpande": "Löpande",
}
PROPOSAL_WORDS: Final[Mapping[Proposal, str]] = {
    "fortsätt": "Fortsätt som i dag",
    "utvärdera": "Utvärdera medlemskapet",
    "omförhandla": "Förhandla om villkoren",
    "säg upp": "Säg upp medlemskapet",
}


@dataclass(frozen=True)
class FollowUpFields:
    """The answers as they are typed."""

    used: str = ""
    gave: str = ""
    changed: str = ""
    proposal: str = ""
    by: str = ""


def fields_of(told: FollowUp | None) -> FollowUpFields:
    """What the fields show before anybody has typed in them."""
    if told is None:
        return FollowUpFields()
    return FollowUpFields(told.used, told.gave, told.changed or "", told.proposal, told.by)


def follow_up_changes(
    entry: Entry, fields: FollowUpFields, seen: Any, year: int, today: date
) -> tuple[Change, ...]:
    """The change that saves the year's answers; none, with what is wrong kept in the entry.

    `seen` are the answers, as the file's data, that the person was shown; None where none were.
    """
    gave = entry.read("gave", typed_text, fields.gave, "Skriv en mening om vad det har gett.")
    changed = entry.read("changed", typed_text, fields.changed)
    by = entry.read("by", typed_text, fields.by, "Skriv vem som svarar, som en roll: Miljöstrateg.")
    if fields.used not in USES:
        entry.wrong["used"] = "Välj hur mycket medlemskapet har använts."
    if fields.proposal not in PROPOSALS:
        entry.wrong["proposal"] = "Välj vad du föreslår."
    if entry.wrong:
        return ()
    new: dict[str, Any] = {
        "used": fields.used,
        "gave": gave,
        "changed": changed or None,
        "proposal": fields.proposal,
        "by": by,
        "date": today,
    }
    return (Change(("membership", "follow_ups", str(year)), seen, new),)
