"""The days that the register asks to be kept, and those that have passed with nothing done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from natverkskollen.analysis.key_dates import KeyDate
from natverkskollen.analysis.register.notice_days import leaves_on, next_notice, rule_words
from natverkskollen.analysis.yearly_days import next_after
from natverkskollen.model.network import Network
from natverkskollen.model.notice import NoRule, Notice
from natverkskollen.model.register import RegisteredMembership, Seat
from natverkskollen.swedish.dates import last_day_of, month_day
from natverkskollen.swedish.words import lower_first

Kind = Literal["notice", "leaves", "fee", "seat", "expectation", "evaluation"]
COMING = 90  # days ahead that Översikt looks


@dataclass(frozen=True)
class Due:
    """One day to keep about one membership (its file's name), and what kind of day it is."""

    membership: str
    kind: Kind
    key: KeyDate

    @property
    def day(self) -> date:
        """When."""
        return self.key.day


def notice_of(membership: RegisteredMembership, network: Network | None) -> Notice:
    """The rule of notice that holds: the register's own, else the last day the network states."""
    own = membership.notice
    if own.says != NoRule(known=False) or network is None or not network.terms.last_notice_day:
        return own
    day = month_day(network.terms.last_notice_day).replace("\xa0", " ")
    return own.model_copy(update={"rule": f"senast {day} året före"})


def last_day(membership: RegisteredMembership, network: Network | None) -> date | None:
    """The last day as a member: as entered, else what follows from the notice; None if neither."""
    if membership.ended:
        return last_day_of(membership.ended)
    return leaves_on(notice_of(membership, network))


def is_over(membership: RegisteredMembership, network: Network | None, today: date) -> bool:
    """Whether the membership has ended by a day."""
    out = last_day(membership, network)
    return out is not None and out < today


def days_between(
    id_: str, membership: RegisteredMembership, network: Network | None, first: date, last: date
) -> tuple[Due, ...]:
    """Every day to keep from the first to the last, both included, in order."""
    if is_over(membership, network, first):
        return ()
    end = last_day(membership, network) or date.max
    found = [
        _due(id_, membership, told)
        for told in (*_yearly(membership, network, first, last), *_once(membership, network))
        if first <= told[2] <= min(last, end)
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.key.id)))


Told = tuple[Kind, str, date, str, str]


def _due(id_: str, membership: RegisteredMembership, told: Told) -> Due:
    kind, key, day, title, basis = told
    return Due(id_, kind, KeyDate(f"medlemskap-{id_}-{key}", day, membership.network, title, basis))


def called(membership: RegisteredMembership, network: Network | None) -> str:
    """What the network is called in a list; its id where it has no file."""
    return network.short if network else membership.network


def _yearly(
    membership: RegisteredMembership, network: Network | None, first: date, last: date
) -> Iterator[Told]:
    """The days that come back: notice or renewal, and the fee."""
    name, notice = called(membership, network), notice_of(membership, network)
    basis = rule_words(notice.says)
    at = first
    while at <= last and (due := next_notice(notice, at)):
        words = f"Förnya {name}" if due.renewal else f"Sista dag att säga upp {name}"
        yield "notice", f"uppsagning-{due.day.isoformat()}", due.day, words, basis
        at = due.day + timedelta(days=1)
    fee_day = network.terms.fee_day if network else None
    at = first
    while fee_day and at <= last:
        day = next_after(fee_day, at)
        words = f"Avgiften ska betalas till {name}"
        yield "fee", f"avgift-{day.isoformat()}", day, words, "nätverkets villkor"
        at = day + timedelta(days=1)


def _once(membership: RegisteredMembership, network: Network | None) -> Iterator[Told]:
    """The days that come once: the last one as a member, seats, expectations, the evaluation."""
    name, notice = called(membership, network), notice_of(membership, network)
    if out := leaves_on(notice):
        yield "leaves", "upphor", out, f"Medlemskapet i {name} upphör", rule_words(notice.says)
    for place, seat in enumerate(membership.seats, 1):
        if seat.ends:
            words = f"Uppdraget i {name} som {lower_first(seat.role)} slutar"
            yield "seat", f"uppdrag-{place}", last_day_of(seat.ends), words, "uppdragen i registret"
    for each in membership.expectations:
        if not each.came:
            words = f"Följ upp förväntan på {name}: {each.text}"
            yield "expectation", f"forvantan-{each.id}", each.by, words, "förväntningarna"
    if membership.next_evaluation:
        day = last_day_of(membership.next_evaluation)
        yield "evaluation", "utvardering", day, f"Utvärdera {name}", "angivet i registret"


def overdue(
    id_: str,
    membership: RegisteredMembership,
    network: Network | None,
    today: date,
    evaluated: date | None = None,
) -> tuple[Due, ...]:
    """What should have been done before today and is not; `evaluated` is the last evaluation."""
    if is_over(membership, network, today):
        return ()
    year_ago = today - timedelta(days=365)
    passed = [_due(id_, membership, t) for t in _once(membership, network) if t[2] < today]
    left = [each for each in passed if _left(each, membership, year_ago, evaluated)]
    return tuple(sorted(left, key=lambda each: (each.day, each.key.id)))


def _left(
    due: Due, membership: RegisteredMembership, year_ago: date, evaluated: date | None
) -> bool:
    """Whether a day that has passed still asks for something."""
    if due.kind == "expectation":
        return True
    if due.kind == "evaluation":
        planned = membership.next_evaluation
        begins = date(planned, 1, 1) if isinstance(planned, int) else due.day
        return evaluated is None or evaluated < begins
    return due.kind == "seat" and due.day >= year_ago and not _held(membership.seats, due.day)


def _held(seats: tuple[Seat, ...], after: date) -> bool:
    """Whether some seat goes on past a day."""
    return any(seat.ends is None or last_day_of(seat.ends) > after for seat in seats)
