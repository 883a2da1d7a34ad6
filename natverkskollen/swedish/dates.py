"""Dates as Swedish text, and years where no day is known."""

from __future__ import annotations

from datetime import date

from natverkskollen.swedish.signs import HARD

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]


def long_date(day: date) -> str:
    """A date in running text: `den 30 maj 2026`, with hard spaces."""
    return f"den{HARD}{day.day}{HARD}{MONTHS[day.month - 1]}{HARD}{day.year}"


def month_day(day: str) -> str:
    """A day of the year in words: `30 november`."""
    month, number = (int(part) for part in day.split("-"))
    return f"{number}{HARD}{MONTHS[month - 1]}"


DayOrYear = date | int  # a year alone where only the year is known


def day_words(day: DayOrYear, iso: bool = False) -> str:
    """A date in words or by ISO; a year alone is itself.

    >>> day_words(date(2026, 5, 30), iso=True), day_words(1996)
    ('2026-05-30', '1996')
    """
    if isinstance(day, int):
        return str(day)
    return day.isoformat() if iso else long_date(day)


def last_day_of(day: DayOrYear) -> date:
    """The day itself, or the last one of a year: how late it can be."""
    return date(day, 12, 31) if isinstance(day, int) else day
