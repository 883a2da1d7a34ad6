"""What we pay for: one membership of the municipality, with its log, as in memberships/<id>.yaml.

An evaluation is a dated reading of it (natverkskollen/model/membership.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from natverkskollen.files.fields import (
    Amount,
    Day,
    DayOrYear,
    Hours,
    Model,
    Slug,
    Text,
    Version,
    Year,
    YearKey,
)
from natverkskollen.files.problem import Mistake, repeated
from natverkskollen.model.decision import ParagraphNumber
from natverkskollen.model.notice import Notice
from natverkskollen.model.source import Document
from natverkskollen.swedish.dates import last_day_of

Class = Literal["lagstadgad", "strategisk", "verksamhetsnära", "övrig"]
What = Literal["möte", "material", "kontakt", "remissvar", "projekt"]
Use = Literal["inte", "lite", "ibland", "ofta", "löpande"]
Proposal = Literal["fortsätt", "utvärdera", "omförhandla", "säg upp"]
Came = Literal["ja", "delvis", "nej"]
CLASSES: Final[tuple[Class, ...]] = get_args(Class)
KINDS: Final[tuple[What, ...]] = get_args(What)
USES: Final[tuple[Use, ...]] = get_args(Use)
PROPOSALS: Final[tuple[Proposal, ...]] = get_args(Proposal)


class Owner(Model):
    """Who answers for the membership: a body, and a role in its office (never a name)."""

    body: Text
    role: Text | None = None


class Decided(Model):
    """The decision to join."""

    body: Text
    date: DayOrYear
    paragraph: ParagraphNumber | None = None
    diarienummer: Text | None = None


class Expectation(Model):
    """What the municipality expects, how likely it thought it (per cent), and how it turned out.

    `came` says whether it happened by the day; `told` is when somebody said so.
    """

    id: Slug
    text: Text
    by: Day
    probability: Annotated[int, Field(ge=0, le=100)] | None = None
    came: Came | None = None
    told: Day | None = None
    note: Text | None = None


class Paid(Model):
    """An invoice; `document` is an id in the file's documents, or what the paper is called."""

    year: Year
    amount: Amount
    document: Text | None = None


class Seat(Model):
    """A seat that the municipality has in the network, from and to a year or a day."""

    role: Text
    begins: DayOrYear | None = Field(alias="from", default=None)
    ends: DayOrYear | None = Field(alias="to", default=None)
    held_by: Text | None = None

    @property
    def span(self) -> str:
        """From and to, as one writes it: `2023–2026`; empty where neither is known."""
        return f"{self.begins or ''}–{self.ends or ''}" if self.begins or self.ends else ""


class LogEntry(Model):
    """One thing the membership gave: the day, what it was, a sentence, by a role, and hours."""

    day: Day
    what: What
    text: Text
    by: Text
    hours: Hours | None = None


class FollowUp(Model):
    """The yearly follow-up: four questions, each answered by the owner in a minute.

    How much it was used, what it gave, what has changed (fee, terms, network), and what is
    proposed.
    """

    used: Use
    gave: Text
    changed: Text | None = None
    proposal: Proposal
    by: Text
    date: Day


class RegisteredMembership(Model):
    """One membership as it stands in memberships/<id>.yaml.

    `municipality` is named where the folder holds another's than its own (municipality.yaml).
    """

    schema_version: Version = Field(alias="schema")
    network: Slug
    municipality: Text | None = None
    fictional: bool = False
    owner: Owner | None = None
    kind: Class | None = Field(alias="class", default=None)
    purpose: Text | None = None
    expectations: tuple[Expectation, ...] = ()
    since: DayOrYear | None = None
    decided_by: Decided | None = None
    paid: tuple[Paid, ...] = ()
    budget_line: Text | None = None
    notice: Notice = Notice()
    seats: tuple[Seat, ...] = ()
    next_evaluation: DayOrYear | None = None
    ended: DayOrYear | None = None
    documents: tuple[Document, ...] = ()
    note: Text | None = None
    follow_ups: dict[YearKey, FollowUp] = {}
    log: dict[Slug, LogEntry] = {}

    def mistakes(self) -> Iterator[Mistake]:
        """Every way in which the parts of the file contradict each other."""
        yield from repeated(self.expectations, "förväntan", "expectations")
        yield from repeated(self.documents, "dokumentet", "documents")
        years = [each.year for each in self.paid]
        for position, year in enumerate(years):
            if year in years[:position]:
                what = f"det betalda för {year} står två gånger"
                yield Mistake(("paid", position, "year"), what, "Lägg ihop fakturorna för året")
        for position, seat in enumerate(self.seats):
            if seat.begins and seat.ends and _ends_first(seat.begins, seat.ends):
                what = "uppdraget slutar innan det börjar"
                yield Mistake(("seats", position, "to"), what, "Rätta from eller to")
        for position, each in enumerate(self.expectations):
            if each.came and not each.told:
                what = "utfallet saknar dag"
                remedy = "Skriv told: och dagen då utfallet skrevs in"
                yield Mistake(("expectations", position, "came"), what, remedy)
        if self.since and self.ended and _ends_first(self.since, self.ended):
            what = "medlemskapet slutar innan det börjar"
            yield Mistake(("ended",), what, "Rätta since eller ended")
        if self.fictional and not self.municipality:
            what = "medlemskapet är påhittat men säger inte vilken kommun det gäller"
            yield Mistake(("fictional",), what, "Skriv municipality: och kommunens namn")

    @property
    def entries(self) -> tuple[tuple[str, LogEntry], ...]:
        """The log with its ids, newest first."""
        return tuple(sorted(self.log.items(), key=lambda e: (e[1].day, e[0]), reverse=True))

    def paid_in(self, year: int | None = None) -> Paid | None:
        """What was paid for a year; the latest that is known where none is asked for."""
        known = [each for each in self.paid if year in (None, each.year)]
        return max(known, key=lambda each: each.year, default=None)


def _ends_first(begins: DayOrYear, ends: DayOrYear) -> bool:
    """Whether something ends before it begins, as far as two days or years can tell."""
    if isinstance(begins, int) or isinstance(ends, int):
        return last_day_of(ends).year < last_day_of(begins).year
    return ends < begins
