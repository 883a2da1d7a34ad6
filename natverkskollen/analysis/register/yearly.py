"""What a year's memberships cost, gave and ask for: what the yearly report to the body tells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from natverkskollen.analysis.register.days import Due, last_day, notice_of
from natverkskollen.analysis.register.notice_days import short_words
from natverkskollen.analysis.register.register import Register, Row
from natverkskollen.analysis.register.use import Use, use_in
from natverkskollen.model.register import FollowUp
from natverkskollen.swedish.dates import last_day_of

AHEAD = 365


@dataclass(frozen=True)
class YearRow:
    """One membership in one year; `paid` is None where no invoice is entered for it.

    `leave` says in a few words by when notice is given, or why no day can be told.
    """

    row: Row
    paid: Decimal | None
    before: Decimal | None
    use: Use
    told: FollowUp | None
    leave: str


@dataclass(frozen=True)
class YearReport:
    """All memberships of a municipality in a year, their sums, and the days of the coming one."""

    year: int
    register: Register
    rows: tuple[YearRow, ...]
    days: tuple[Due, ...]

    @property
    def total(self) -> Decimal:
        """What is known to have been paid for the year."""
        return sum((each.paid or Decimal(0) for each in self.rows), Decimal(0))

    @property
    def before(self) -> Decimal | None:
        """What the same memberships cost the year before; None where one of them is not known."""
        pairs = [(each.paid, each.before) for each in self.rows]
        if not pairs or any(paid is None or before is None for paid, before in pairs):
            return None
        return sum((before or Decimal(0) for _, before in pairs), Decimal(0))

    @property
    def unpaid(self) -> tuple[YearRow, ...]:
        """Those with no invoice for the year."""
        return tuple(each for each in self.rows if each.paid is None)

    @property
    def hours(self) -> Decimal:
        """The hours in the logs of the year."""
        return sum((each.use.hours for each in self.rows), Decimal(0))

    @property
    def occasions(self) -> int:
        """How many lines the logs of the year have."""
        return sum(each.use.occasions for each in self.rows)

    @property
    def unused(self) -> tuple[YearRow, ...]:
        """Those whose log says nothing of the year."""
        return tuple(each for each in self.rows if not each.use.occasions)

    @property
    def to_evaluate(self) -> tuple[YearRow, ...]:
        """Those with a reason to be evaluated now."""
        return tuple(each for each in self.rows if each.row.reasons)


def year_report(register: Register, year: int) -> YearReport:
    """The report of a year, on the day of the register; those that ended before it left out."""
    rows = tuple(_row(register, row, year) for row in register.rows if _there(row, year))
    return YearReport(year, register, rows, register.coming(AHEAD))


def _there(row: Row, year: int) -> bool:
    out, since = last_day(row.membership, row.network), row.membership.since
    gone = out is not None and out.year < year
    return not gone and (since is None or last_day_of(since).year <= year)


def _row(register: Register, row: Row, year: int) -> YearRow:
    membership = row.membership
    paid, before = membership.paid_in(year), membership.paid_in(year - 1)
    return YearRow(
        row,
        paid.amount if paid else None,
        before.amount if before else None,
        use_in(membership, year),
        membership.follow_ups.get(year),
        short_words(notice_of(membership, row.network), register.today),
    )
