"""When notice is due, counted day by day on the calendar, as a second implementation.

It knows nothing of the program: it walks one day at a time, and a day's only properties are its
number, its month and its year. A rule here is a tuple; the phrase that says it is made beside it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

ONE = timedelta(days=1)
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
UNITS = ("månader", "veckor", "dagar")
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


def rules(count: int, seed: int) -> Iterator[tuple[str, RuleTuple]]:
    """So many rules of every kind, each with the phrase that says it."""
    rng = random.Random(seed)
    kinds = ("by", "before", "rolling", "agreement", "renewed", "never", "unknown")
    for at in range(count):
        yield _rule(rng, kinds[at % len(kinds)])


def _rule(rng: random.Random, kind: str) -> tuple[str, RuleTuple]:
    month = rng.choice((2, 2, *range(1, 13)))
    number = rng.choice((LAST, 28, 29, 30, 31, 1, rng.randint(1, 28)))
    if number != LAST:
        number = min(number, {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31))
    unit = rng.choice(UNITS)
    count = rng.choice((1, 2, 3, 6, 12, rng.randint(1, 18)))
    day = f"{number} {MONTHS[month - 1]}"
    singular = {"månader": "månad", "veckor": "vecka", "dagar": "dag"}[unit]
    words = f"{count} {singular if count == 1 else unit}"
    if kind == "by":
        how, years = rng.choice(("senast", "före")), rng.choice((1, 1, 2, 3))
        ahead = "året" if years == 1 else f"{years} år"
        return f"{how} {day} {ahead} före", ("by", how, number, month, years)
    if kind == "before":
        if rng.random() < 0.4:
            return f"senast {words} före årets slut", ("before", count, unit, 31, 12)
        return f"senast {words} före {day}", ("before", count, unit, number, month)
    if kind == "rolling":
        return f"{words}s uppsägningstid", ("rolling", count, unit, 31, 12)
    if kind == "agreement":
        number = 28 if number == LAST else number
        year = rng.randint(2012, 2034)
        leap = year % 4 == 0
        number = min(number, 28) if month == 2 and not leap else number
        end, years = date(year, month, number), rng.choice((0, 1, 2, 3, 4, 5))
        phrase = f"avtal till {number} {MONTHS[month - 1]} {year}"
        if not years:
            return phrase, ("agreement", end, 0, 0, "dagar")
        return (
            f"{phrase}, förlängs {years} år i taget, senast {words} före",
            ("agreement", end, years, count, unit),
        )
    if kind == "renewed":
        return f"förnyas senast {day} varje år", ("renewed", number, month)
    return ("kan inte sägas upp" if kind == "never" else "okänt"), (kind,)
