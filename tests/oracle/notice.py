"""When notice is due, counted day by day on the calendar, as a second implementation.

It knows nothing of the program: it walks one day at a time, and a day's only properties are its
number, its month and its year. A rule here is a tuple; tests/building/notice_rules.py makes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

ONE = timedelta(days=1)
LAST = "sista"
RuleTuple = tuple


def _walk(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += ONE


def _is(day: date, month: int, number: int | str) -> bool:
    """Whether a day is the month's day of this number: the last one where the month has no such."""
    if day.month != month:
        return False
    ends_month = (day + ONE).month != month
    return ends_month if number == LAST else day.day == number or (ends_month and day.day < number)


def _back(day: date, count: int, unit: str) -> date:
    """The day so long before another, found by walking back."""
    if unit != "månader":
        for _ in range(count * (7 if unit == "veckor" else 1)):
            day -= ONE
        return day
    wanted, crossed = day.day, 0
    while crossed < count or day.day > wanted:
        before = day - ONE
        crossed += before.month != day.month
        day = before
    return day


def due_days(rule: RuleTuple, first: date, last: date) -> list[date]:
    """Every day from the first to the last that a rule asks to be kept, in order."""
    kind, *parts = rule
    far = date(last.year + 12, 12, 31)
    if kind == "by":
        how, number, month, _ = parts
        found = [day for day in _walk(first, far) if _is(day, month, number)]
        return [day - ONE if how == "före" else day for day in found]
    if kind == "renewed":
        number, month = parts
        return [day for day in _walk(first, far) if _is(day, month, number)]
    if kind in ("before", "rolling"):
        count, unit, number, month = parts
        ends = [day for day in _walk(first, far) if _is(day, month, number)]
        return [_back(end, count, unit) for end in ends]
    if kind == "agreement":
        end, years, count, unit = parts
        ends, turns = [end], 0
        for day in _walk(end + ONE, far) if years else ():
            turns += (anniversary := _is(day, end.month, end.day))
            if anniversary and turns % years == 0:
                ends.append(day)
        return [_back(each, count, unit) for each in ends]
    return []


def next_due(days: list[date], first: date, last: date) -> dict[date, date | None]:
    """For every day the next one to keep, itself included: walked backwards from the last."""
    due, found, day = set(days), {}, last
    coming = min((each for each in due if each > last), default=None)
    while day >= first:
        if day in due:
            coming = day
        found[day] = coming
        day -= ONE
    return found
