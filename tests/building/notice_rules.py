"""Rules of notice of every kind: the phrase of the file, and the tuple that the oracle reads."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from tests.oracle.notice import LAST, RuleTuple

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
UNITS = ("månader", "veckor", "dagar")


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
