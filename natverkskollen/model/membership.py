"""One network in an evaluation: the membership with its costs, or one that has been taken out."""

from __future__ import annotations

from typing import Literal

from natverkskollen.files.fields import Amount, Day, DayOrYear, Hours, Model, Slug, Text, Year
from natverkskollen.model.reply import Reply
from natverkskollen.model.source import Source


class QuotedFee(Model):
    """A fee as a document states it, kept beside the computed one and never replaced by it."""

    amount: Amount
    approximate: bool = False
    source: Source


class EnteredFee(Model):
    """A fee read off an invoice or a contract; it goes before the network's general rules."""

    amount: Amount
    year: Year
    note: Text


class Membership(Model):
    """One network the municipality belongs to, or considers, with its own costs and seats.

    `cost_grade` is how well the yearly cost is supported; the criteria say what that means for it.
    """

    network: Slug
    member: bool = True
    since: DayOrYear | None = None
    joined_by: Text | None = None
    category: Slug | None = None
    quoted_fee: QuotedFee | None = None
    entered_fee: EnteredFee | None = None
    hours_per_year: Hours | None = None
    travel_sek: Amount | None = None
    other_sek: Amount | None = None
    cost_note: Text | None = None
    cost_grade: Literal["A", "B", "C"] | None = None
    seats: tuple[Text, ...] = ()
    presentation: Text | None = None


class TakenOut(Model):
    """A network taken out of the evaluation, with what was filled in about it, by a role.

    `name` is what it is called, since its file may be gone. Its answers stay in the answer files
    and do not count until it is put back.
    """

    membership: Membership
    name: Text
    at: Day
    by: Text
    reply: Reply | None = None

    @property
    def network(self) -> str:
        """The network's id."""
        return self.membership.network
