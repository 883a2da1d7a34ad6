"""A day that comes back every year, as the date it falls on in one of them."""

from __future__ import annotations

from calendar import isleap
from datetime import date


def in_year(month_day: str, year: int) -> date:
    """The day in a certain year; 29 February is the 28th where the year has none."""
    month, day = (int(part) for part in month_day.split("-"))
    return date(year, month, 28 if (month, day) == (2, 29) and not isleap(year) else day)


def last_notice_before(month_day: str, exit_day: date) -> date:
    """The last occurrence of the day that is not after another day."""
    this_year = in_year(month_day, exit_day.year)
    return this_year if this_year <= exit_day else in_year(month_day, exit_day.year - 1)


def next_after(month_day: str, day: date) -> date:
    """The first occurrence of the day that is not before another day."""
    this_year = in_year(month_day, day.year)
    return this_year if this_year >= day else in_year(month_day, day.year + 1)
