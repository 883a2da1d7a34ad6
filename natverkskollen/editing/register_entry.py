"""A membership of the register as a person fills it in: its file's data, or what to put right.

Lists have one item a row, so that a whole membership is typed on one page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from natverkskollen.editing.expectation_entry import (
    expectation_row,
    expectation_rows,
    rows_of,
)
from natverkskollen.editing.proposed_id import proposed_id
from natverkskollen.editing.typed import (
    Entry,
    Unclear,
    typed_day,
    typed_day_or_year,
    typed_pair,
    typed_text,
    typed_year,
    unread,
    written_amount,
)
from natverkskollen.files.fields import UNKNOWN
from natverkskollen.model.notice import EXAMPLES, rule_of
from natverkskollen.model.register import RegisteredMembership, Seat
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain, same
from natverkskollen.swedish.dates import DayOrYear

NEW = "nytt"
_SPAN = r"(?:(\d{4}(?:-\d\d-\d\d)?)? *[-–] *(\d{4}(?:-\d\d-\d\d)?)?)?"
_PAID, _SEAT = "2026: 38 291,20", "Ledamot i styrelsen; 2023–2026; förtroendevald"


@dataclass(frozen=True)
class RegisterFields:
    """The fields as they are typed; `paid`, `seats` and `expectations` have one item a row."""

    network: str = ""
    body: str = ""
    role: str = ""
    kind: str = ""
    purpose: str = ""
    since: str = ""
    decided_body: str = ""
    decided_day: str = ""
    decided_number: str = ""
    paid: str = ""
    budget_line: str = ""
    rule: str = ""
    given: str = ""
    meeting: str = ""
    seats: str = ""
    expectations: str = ""
    next_evaluation: str = ""
    ended: str = ""
    note: str = ""


def fields_of(membership: RegisteredMembership | None) -> RegisterFields:
    """What the fields show before anybody has typed in them."""
    if membership is None:
        return RegisterFields()
    owner, decided, notice = membership.owner, membership.decided_by, membership.notice
    return RegisterFields(
        network=membership.network,
        body=owner.body if owner else "",
        role=(owner.role or "") if owner else "",
        kind=membership.kind or "",
        purpose=membership.purpose or "",
        since=str(membership.since or ""),
        decided_body=decided.body if decided else "",
        decided_day=str(decided.date) if decided else "",
        decided_number=(decided.diarienummer or "") if decided else "",
        paid="\n".join(f"{each.year}: {written_amount(each.amount)}" for each in membership.paid),
        budget_line=membership.budget_line or "",
        rule=notice.rule,
        given=str(notice.given or ""),
        meeting=str(notice.meeting or ""),
        seats="\n".join(map(_seat_row, membership.seats)),
        expectations="\n".join(map(expectation_row, membership.expectations)),
        next_evaluation=str(membership.next_evaluation or ""),
        ended=str(membership.ended or ""),
        note=membership.note or "",
    )


def _seat_row(seat: Seat) -> str:
    parts = [seat.role, seat.span, seat.held_by or ""]
    while parts and not parts[-1]:
        parts.pop()
    return "; ".join(parts)


def membership_from(fields: RegisterFields, old: RegisteredMembership | None) -> Entry:
    """The data of the membership's file; what the form does not ask for is left as it stands."""
    entry = Entry()
    read = entry.read
    network = read("network", typed_text, fields.network, "Välj nätverket.")
    texts = ("purpose", "budget_line", "note")
    found: dict[str, Any] = {
        name: read(name, typed_text, getattr(fields, name)) or None for name in texts
    }
    found |= {
        name: read(name, typed_day_or_year, getattr(fields, name))
        for name in ("since", "next_evaluation", "ended")
    }
    found |= {
        "owner": _owner(entry, fields),
        "class": fields.kind or None,
        "decided_by": _decided(entry, fields, old),
        "paid": read("paid", _paid, fields.paid, old) or None,
        "notice": _notice(entry, fields),
        "seats": read("seats", rows_of, fields.seats, _seat) or None,
        "expectations": read("expectations", expectation_rows, fields.expectations, old) or None,
    }
    if entry.wrong:
        return entry
    before = dict(plain(old)) if old else {"schema": 1, "network": network}
    entry.data = {
        key: value for key, value in (before | plain(found)).items() if value not in (None, {})
    }
    return entry


def register_changes(seen: Mapping[str, Any], wanted: Mapping[str, Any]) -> tuple[Change, ...]:
    """The parts that differ from what the person was shown; all of it where that was nothing."""
    if not seen:
        return (Change(("membership",), None, dict(wanted)),)
    keys = [key for key in dict.fromkeys((*wanted, *seen)) if key not in ("log", "follow_ups")]
    return tuple(
        Change(("membership", key), seen.get(key), wanted.get(key))
        for key in keys
        if not same(plain(seen.get(key)), plain(wanted.get(key)))
    )


def free_id(network: str, taken: Collection[str]) -> str:
    """The name of a new membership's file: the network's id, or that with a number after."""
    return network if network not in taken else proposed_id(network, taken, network)


def _owner(entry: Entry, fields: RegisterFields) -> dict[str, Any] | None:
    body = entry.read("body", typed_text, fields.body)
    role = entry.read("role", typed_text, fields.role)
    if role and not body:
        entry.wrong.setdefault("body", "Skriv vilken nämnd eller styrelse rollen hör till.")
    return _said({"body": body, "role": role or None}) if body else None


def _decided(
    entry: Entry, fields: RegisterFields, old: RegisteredMembership | None
) -> dict[str, Any] | None:
    body = entry.read("decided_body", typed_text, fields.decided_body)
    day = entry.read("decided_day", typed_day_or_year, fields.decided_day)
    number = entry.read("decided_number", typed_text, fields.decided_number)
    if not (body or day or number):
        return None
    if not body:
        entry.wrong.setdefault("decided_body", "Skriv vem som beslutade.")
    if not day:
        entry.wrong.setdefault("decided_day", "Skriv beslutets dag eller år.")
    before = plain(old.decided_by) if old and old.decided_by else {}
    return _said({**before, "body": body, "date": day, "diarienummer": number or None})


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def _notice(entry: Entry, fields: RegisterFields) -> dict[str, Any]:
    rule = " ".join((entry.read("rule", typed_text, fields.rule) or UNKNOWN).split())
    if rule_of(rule) is None:
        entry.wrong["rule"] = f"Regeln går inte att läsa. Skriv till exempel: {EXAMPLES[0]}."
    given = entry.read("given", typed_day, fields.given)
    meeting = entry.read("meeting", typed_day, fields.meeting)
    return _said({"rule": rule if rule != UNKNOWN else None, "given": given, "meeting": meeting})


def _paid(text: str, old: RegisteredMembership | None) -> tuple[dict[str, Any], ...]:
    """The invoices, each with the document that its year has already."""
    documents = {each.year: each.document for each in old.paid} if old else {}

    def one(row: str) -> dict[str, Any]:
        name, amount = typed_pair(row, _PAID)
        year = typed_year(name, "")
        return {"year": year, "amount": amount, "document": documents.get(year)}

    found = rows_of(text, one)
    years = [each["year"] for each in found]
    if twice := [year for year in years if years.count(year) > 1]:
        raise Unclear(f"År {twice[0]} står två gånger. Lägg ihop fakturorna för året.")
    return found


def _seat(row: str) -> dict[str, Any]:
    role, *rest = (part.strip() for part in row.split(";"))
    span, held_by = (*rest, "", "")[:2]
    found = re.fullmatch(_SPAN, span)
    if len(rest) > 2 or not role or not found:
        raise unread(row, _SEAT)
    try:
        days: list[DayOrYear | None] = [typed_day_or_year(each) for each in found.groups()]
    except Unclear:
        raise unread(row, _SEAT) from None
    return {"role": role, "from": days[0], "to": days[1], "held_by": held_by or None}
