"""Times as the person at the screen reads them: in their own time zone, in Swedish."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from natverkskollen.store import clock
from natverkskollen.swedish.dates import long_date


def local(when: datetime) -> datetime:
    """A moment in the browser's time zone; the server's where the browser has told none."""
    try:
        return when.astimezone(ZoneInfo(st.context.timezone or ""))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return when.astimezone()


def now() -> datetime:
    """This moment on the person's clock."""
    return local(clock.now())


def today() -> date:
    """The day on the person's calendar."""
    return now().date()


def moment(when: datetime) -> str:
    """A moment in words: the time of day, and the date where it is not today."""
    here = local(when)
    if here.date() == today():
        return f"i dag kl. {here:%H:%M}"
    return f"{long_date(here.date())} kl. {here:%H:%M}"
