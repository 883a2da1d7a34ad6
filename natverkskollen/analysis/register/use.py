"""What a membership has been used for: the log of a year, summed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from natverkskollen.model.register import KINDS, RegisteredMembership, What
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted, listed

KIND_WORDS: Mapping[What, tuple[str, str]] = {
    "möte": ("ett möte", "möten"),
    "material": ("ett material", "material"),
    "kontakt": ("en kontakt", "kontakter"),
    "remissvar": ("ett remissvar", "remissvar"),
    "projekt": ("ett projekt", "projekt"),
}


@dataclass(frozen=True)
class Use:
    """One year's log: how many occasions of each kind, and the hours that somebody has given."""

    year: int
    kinds: Mapping[What, int]
    hours: Decimal

    @property
    def occasions(self) -> int:
        """How many times the membership was used."""
        return sum(self.kinds.values())

    @property
    def words(self) -> str:
        """The year in words: `2026: tre möten och ett projekt, 12 timmar`."""
        if not self.occasions:
            return f"{self.year}: inget i loggen"
        kinds = [
            counted(self.kinds[kind], *KIND_WORDS[kind]) for kind in KINDS if kind in self.kinds
        ]
        return ", ".join(filter(None, (f"{self.year}: {listed(kinds)}", self.hours_words)))

    @property
    def hours_words(self) -> str:
        """The hours with their noun: `12 timmar`; empty where nobody has given any."""
        return hours_words(self.hours) if self.hours else ""


def hours_words(hours: Decimal) -> str:
    """Hours with their noun, in figures: `1 timme`, `2,5 timmar`."""
    return f"{number(hours)}{HARD}{'timme' if hours == 1 else 'timmar'}"


def use_in(membership: RegisteredMembership, year: int) -> Use:
    """The log of one year."""
    entries = [each for each in membership.log.values() if each.day.year == year]
    hours = sum((each.hours or Decimal(0) for each in entries), Decimal(0))
    return Use(year, Counter(each.what for each in entries), hours)


def years_of(membership: RegisteredMembership) -> tuple[int, ...]:
    """Every year that something is known of: paid, logged or followed up; the latest first."""
    known = {each.year for each in membership.paid} | {*membership.follow_ups}
    known |= {each.day.year for each in membership.log.values()}
    return tuple(sorted(known, reverse=True))


def last_entry(membership: RegisteredMembership) -> date | None:
    """The day of the newest entry in the log."""
    return max((each.day for each in membership.log.values()), default=None)
