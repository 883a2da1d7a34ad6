"""Dates as Swedish text."""

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
