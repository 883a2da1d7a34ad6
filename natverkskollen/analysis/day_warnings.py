"""The key dates that are near or have passed, as whole sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from natverkskollen.analysis.key_dates import KeyDate
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted

WARN_DAYS = 60


def warnings(dates: Sequence[KeyDate], today: date, days: int = WARN_DAYS) -> tuple[str, ...]:
    """What is soon or has passed, as whole sentences, nearest first."""
    return tuple(
        _warning(each, today) for each in dates if each.day <= today + timedelta(days=days)
    )


def _warning(each: KeyDate, today: date) -> str:
    away = (each.day - today).days
    if away < 0:
        when = f"passerade {long_date(each.day)}"
    elif away == 0:
        when = "är i dag"
    else:
        when = f"är om {counted(away, 'en dag', 'dagar')}, {long_date(each.day)}"
        when = when.replace(f"ett{HARD}dag", f"en{HARD}dag")
    return f"{each.title}: dagen {when}."
