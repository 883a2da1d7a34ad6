"""What time it is: the one place the program asks, so that a test or a server can answer."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC; the time zone of whoever reads it is theirs to choose."""
    return datetime.now(UTC)
