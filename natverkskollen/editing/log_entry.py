"""What a membership gave, put last in its log: one line more, whoever else writes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from natverkskollen.editing.typed import Entry, Unclear, typed_amount, typed_day, typed_text
from natverkskollen.files.fields import MOST_HOURS
from natverkskollen.model.answer import Evidence
from natverkskollen.model.register import KINDS, LogEntry, RegisteredMembership
from natverkskollen.store import Change, MembershipStore, SaveOutcome
from natverkskollen.swedish.words import listed, lower_first

_AHEAD = "Dagen har inte varit än. Skriv dagen då det hände."


@dataclass(frozen=True)
class LogFields:
    """The fields as they are typed."""

    day: str = ""
    what: str = ""
    text: str = ""
    by: str = ""
    hours: str = ""


def log_line(entry: Entry, fields: LogFields, today: date) -> dict[str, Any]:
    """The line as the file has it; empty, with what is wrong kept in the entry."""
    day = entry.read("day", _past_day, fields.day, today)
    what = entry.read("what", _kind, fields.what)
    text = entry.read("text", typed_text, fields.text, "Skriv en mening om vad det gav.")
    by = entry.read("by", typed_text, fields.by, "Skriv vem, som en roll: Miljöstrateg.")
    hours = entry.read("hours", _hours, fields.hours)
    if entry.wrong or day is None:
        return {}
    line = {"day": day.isoformat(), "what": what, "text": text, "by": by}
    return line | ({"hours": hours} if hours else {})


def append(
    store: MembershipStore, membership: str, line: Mapping[str, Any], actor: str, key: str
) -> SaveOutcome:
    """Put a line last in the log. The same key twice is the same line once."""
    path = ("membership", "log", f"{line['day']}-{key[:8]}")
    return store.save(membership, None, (Change(path, None, dict(line)),), actor, key)


def as_evidence(line: LogEntry) -> Evidence:
    """What an answer rests on when it rests on a line of the log: its words, and their day."""
    words = f"{line.text.rstrip('.')} ({line.what}, medlemskapets logg, {lower_first(line.by)})."
    return Evidence(claim=words, as_of=line.day)


def take_back(
    store: MembershipStore,
    id_: str,
    membership: RegisteredMembership,
    line: str,
    actor: str,
    key: str,
) -> SaveOutcome:
    """Take a line out of the log, unless somebody has changed it since it was shown."""
    change = Change(("membership", "log", line), membership.log[line], None)
    return store.save(id_, None, (change,), actor, key)


def _past_day(text: str, today: date) -> date:
    day = typed_day(text, "Skriv dagen, till exempel 2026-11-27.")
    assert day is not None, "an empty day is refused"
    if day > today:
        raise Unclear(_AHEAD)
    return day


def _kind(text: str) -> str:
    found = typed_text(text).lower()
    if found not in KINDS:
        raise Unclear(f"Välj vad det var: {listed(KINDS, 'eller')}.")
    return found


def _hours(text: str) -> Any:
    hours = typed_amount(text)
    if hours is not None and hours > MOST_HOURS:
        raise Unclear("Kontrollera timmarna: det är mer än hundra heltidstjänster.")
    return hours
