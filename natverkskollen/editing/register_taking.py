"""What an evaluation takes from the register; it keeps it, whatever the register says later."""

from __future__ import annotations

from typing import Any

from natverkskollen.dossier.library import Library
from natverkskollen.model.membership import EnteredFee, Membership
from natverkskollen.model.register import Decided, Paid, RegisteredMembership, Seat
from natverkskollen.swedish.dates import day_words, last_day_of
from natverkskollen.swedish.words import genitive, lower_first


def registered(library: Library, network: str, municipality: str) -> RegisteredMembership | None:
    """The municipality's membership of a network in the register; None where it has none.

    The folder's own memberships name no municipality.
    """
    own = library.municipality
    names = (municipality, None) if own is None or own.name == municipality else (municipality,)
    return next(
        (
            each
            for each in library.memberships.values()
            if each.network == network and each.municipality in names
        ),
        None,
    )


def as_taken(found: RegisteredMembership, year: int) -> dict[str, Any]:
    """The fields of an evaluation's membership that the register knows, for a fee year."""
    paid = found.paid_in(year) or found.paid_in()
    decided = found.decided_by
    return {
        "since": found.since,
        "joined_by": _decision(decided) if decided else None,
        "entered_fee": _fee(paid) if paid else None,
        "seats": tuple(_seat(each) for each in found.seats if _held_in(each, year)),
    }


def lacking(membership: Membership, found: RegisteredMembership, year: int) -> dict[str, Any]:
    """The fields that the register knows and an evaluation's membership says nothing of."""
    known = as_taken(found, year)
    return {name: value for name, value in known.items() if value and not getattr(membership, name)}


def _decision(decided: Decided) -> str:
    words = [f"{lower_first(genitive(decided.body))} beslut {day_words(decided.date, iso=True)}"]
    words += [f"§ {decided.paragraph}"] if decided.paragraph else []
    words += [f"dnr {decided.diarienummer}"] if decided.diarienummer else []
    return ", ".join(words)


def _fee(paid: Paid) -> EnteredFee:
    note = paid.document or f"faktura {paid.year}"
    return EnteredFee(amount=paid.amount, year=paid.year, note=f"{note}, enligt registret")


def _held_in(seat: Seat, year: int) -> bool:
    return seat.ends is None or last_day_of(seat.ends).year >= year


def _seat(seat: Seat) -> str:
    held = f"({seat.held_by})" if seat.held_by else ""
    return " ".join(filter(None, (seat.role, seat.span, held)))
