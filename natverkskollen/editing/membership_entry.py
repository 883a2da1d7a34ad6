"""The memberships of an evaluation, changed after it was created; one more, one less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.typed import (
    Entry,
    Unclear,
    typed_amount,
    typed_day_or_year,
    typed_text,
    typed_year,
    written_amount,
)
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain, same

_ASIDE, _REPLIES = ("evaluation", "taken_out"), ("evaluation", "replies")


@dataclass(frozen=True)
class MembershipFields:
    """The fields of one membership as they are typed; `seats` has one a row.

    `paid`, `paid_year` and `paid_by` are what an invoice says, which goes before the network's
    rules. `hour` and `hour_basis` are what an hour costs, for all the memberships together.
    """

    member: bool = True
    since: str = ""
    joined_by: str = ""
    category: str = ""
    paid: str = ""
    paid_year: str = ""
    paid_by: str = ""
    hours: str = ""
    hour: str = ""
    hour_basis: str = ""
    travel: str = ""
    other: str = ""
    cost_note: str = ""
    seats: str = ""
    presentation: str = ""


def fields_of(evaluation: Evaluation, membership: Membership) -> MembershipFields:
    """What the fields show before anybody has typed in them."""
    paid, hour = membership.entered_fee, evaluation.hourly_cost
    return MembershipFields(
        member=membership.member,
        since=str(membership.since or ""),
        joined_by=membership.joined_by or "",
        category=membership.category or "",
        paid=written_amount(paid.amount if paid else None),
        paid_year=str(paid.year) if paid else "",
        paid_by=paid.note if paid else "",
        hours=written_amount(membership.hours_per_year),
        hour=written_amount(hour.amount if hour else None),
        hour_basis=hour.note if hour else "",
        travel=written_amount(membership.travel_sek),
        other=written_amount(membership.other_sek),
        cost_note=membership.cost_note or "",
        seats="\n".join(membership.seats),
        presentation=membership.presentation or "",
    )


def seen_of(evaluation: Evaluation, network: str) -> dict[str, Any]:
    """What a person is shown of one membership, as the evaluation's data: it, and no other."""
    data = plain(evaluation)
    own = tuple(each for each in data["memberships"] if each["network"] == network)
    return {"memberships": own, "hourly_cost": data.get("hourly_cost")}


def membership_changes(
    entry: Entry,
    fields: MembershipFields,
    seen: Mapping[str, Any],
    now: Mapping[str, Any],
    network: str,
) -> tuple[Change, ...]:
    """What is to be saved of one membership; none with what is wrong kept in the entry.

    `seen` is what the person was shown (seen_of), and `now` the evaluation's data as it is: what
    others have changed of the other memberships stays changed.
    """
    read = entry.read
    since = read("since", typed_day_or_year, fields.since)
    paid = _paid(entry, fields)
    hours = read("hours", typed_amount, fields.hours)
    hour = _hour(entry, fields, hours is not None)
    found = {
        "network": network,
        "member": None if fields.member else False,
        "since": since,
        "joined_by": read("joined_by", typed_text, fields.joined_by) or None,
        "category": fields.category or None,
        "entered_fee": paid,
        "hours_per_year": hours,
        "travel_sek": read("travel", typed_amount, fields.travel),
        "other_sek": read("other", typed_amount, fields.other),
        "cost_note": read("cost_note", typed_text, fields.cost_note) or None,
        "seats": tuple(row.strip() for row in fields.seats.splitlines() if row.strip()) or None,
        "presentation": read("presentation", typed_text, fields.presentation) or None,
    }
    if entry.wrong:
        return ()
    old = tuple(now["memberships"])
    if _one(old, network) != _one(seen["memberships"], network):
        old = tuple(seen["memberships"])  # somebody has changed this one: the store tells
    new = tuple(_with(each, found) if each["network"] == network else each for each in old)
    was = seen.get("hourly_cost")
    wanted = (("memberships", old, new), ("hourly_cost", was, hour or was))
    return tuple(
        Change(("evaluation", key), before, after)
        for key, before, after in wanted
        if not same(plain(before), plain(after))
    )


def _one(memberships: Sequence[Mapping[str, Any]], network: str) -> Mapping[str, Any] | None:
    return next((each for each in memberships if each["network"] == network), None)


def filled(now: Mapping[str, Any], network: str, known: Mapping[str, Any]) -> tuple[Change, ...]:
    """A membership with what the register knows of it."""
    old = tuple(now["memberships"])
    more = {name: plain(value) for name, value in known.items()}
    new = tuple({**each, **more} if each["network"] == network else each for each in old)
    return (Change(("evaluation", "memberships"), old, new),)


def added(
    now: Mapping[str, Any], network: str, member: bool, known: Mapping[str, Any] | None = None
) -> tuple[Change, ...]:
    """One network more, at the end, with what the register knows of the membership.

    One that was taken out comes back with all that was kept.
    """
    old = tuple(now["memberships"])
    aside = tuple(now.get("taken_out", ()))
    kept = next((each for each in aside if each["membership"]["network"] == network), None)
    said = {name: plain(value) for name, value in (known or {}).items() if value}
    one = {"network": network, **({} if member else {"member": False}), **said}
    changes = [
        Change(("evaluation", "memberships"), old, (*old, kept["membership"] if kept else one))
    ]
    if kept:
        left = tuple(each for each in aside if each is not kept)
        changes.append(Change(_ASIDE, aside, left or None))
    if kept and "reply" in kept:
        replies = tuple(now.get("replies", ()))
        changes.append(Change(_REPLIES, replies or None, (*replies, kept["reply"])))
    return tuple(changes)


def taken_out(dossier: Dossier, network: str, by: str, day: date) -> tuple[Change, ...]:
    """One network less, with all that was filled in about it kept aside; its answers stand where
    they are and do not count. Unclear where something is proposed about it."""
    evaluation = dossier.evaluation
    if network in {each.network for each in evaluation.decisions}:
        raise Unclear("Nätverket har ett förslag till beslut. Ta bort det först.")
    now = plain(evaluation)
    old, replies = tuple(now["memberships"]), tuple(now.get("replies", ()))
    left = tuple(each for each in old if each["network"] != network)
    if not left:
        raise Unclear("En utvärdering har minst ett nätverk. Lägg till det andra först.")
    reply = next((each for each in replies if each["network"] == network), None)
    kept = {
        "membership": _one(old, network),
        "name": dossier.called(network),
        "at": day.isoformat(),
        "by": by,
        **({"reply": reply} if reply else {}),
    }
    aside = tuple(now.get("taken_out", ()))
    changes = [
        Change(("evaluation", "memberships"), old, left),
        Change(_ASIDE, aside or None, (*aside, kept)),
    ]
    if reply:
        others = tuple(each for each in replies if each is not reply)
        changes.append(Change(_REPLIES, replies, others or None))
    return tuple(changes)


def _with(old: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """The membership with what is filled in; what the form does not ask for stays as it is."""
    return {key: value for key, value in {**old, **found}.items() if value is not None}


def _paid(entry: Entry, fields: MembershipFields) -> dict[str, Any] | None:
    if not any(each.strip() for each in (fields.paid, fields.paid_year, fields.paid_by)):
        return None
    amount = entry.read("paid", typed_amount, fields.paid, "Skriv beloppet på fakturan.")
    note = entry.read("paid_by", typed_text, fields.paid_by, "Skriv vad beloppet är läst på.")
    told = "Skriv fakturans år, till exempel 2026."
    year = entry.read("paid_year", typed_year, fields.paid_year, told)
    return {"amount": amount, "year": year, "note": note}


def _hour(entry: Entry, fields: MembershipFields, needed: bool) -> dict[str, Any] | None:
    if not needed and not fields.hour.strip():
        return None
    amount = entry.read("hour", typed_amount, fields.hour, "Skriv vad en timme kostar.")
    note = entry.read(
        "hour_basis", typed_text, fields.hour_basis, "Skriv vad som ingår, till exempel avgifter."
    )
    return {"amount": amount, "note": note}
