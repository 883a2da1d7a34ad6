"""Times as the person at the screen reads them: in their own time zone, in Swedish."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from natverkskollen.swedish.dates import long_date


def local(when: datetime) -> datetime:
    """A moment in the browser's time zone; the server's where the browser has told none."""
    try:
        return when.astimezone(ZoneInfo(st.context.timezone or ""))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return when.astimezone()


def now() -> datetime:
    """This moment on the person's clock."""
    return local(datetime.now().astimezone())


def moment(when: datetime) -> str:
    """A moment in words: the time of day, and the date where it is not today."""
    here = local(when)
    if here.date() == now().date():
        return f"i dag kl. {here:%H:%M}"
    return f"{long_date(here.date())} kl. {here:%H:%M}"
