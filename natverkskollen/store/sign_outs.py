"""The sessions that somebody has signed out of, told between servers that share a database.

A time in the database, and not a number, says what is new: of two that are written at the same
moment the later number can be seen first. So each question reaches back over what was asked before.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from natverkskollen.store.contract import Failed
from natverkskollen.store.replica import Replica

if TYPE_CHECKING:
    from psycopg import Connection

Leaving = tuple[str, datetime]  # the session, and when it was left
_OVERLAP = timedelta(minutes=1)  # longer than any of the writes takes


class SignOuts:
    """What one server has told and heard; `kept` is how long a session can last at most."""

    def __init__(self, replica: Replica, kept: timedelta):
        self._replica = replica
        self._kept = kept
        self._told: frozenset[Leaving] = frozenset()
        self._asked: datetime | None = None
        self._heard: frozenset[int] = frozenset()

    def exchange(self, left: frozenset[Leaving]) -> frozenset[str] | Failed:
        """Tell of each session left here where it has not been told; those that others have left.

        Each leaving is told once: a session can begin anew and be left again at once. Failed where
        the database does not answer; what was to be told is then told the next time.
        """
        found = self._replica.asked(lambda connection: self._exchanged(connection, left))
        if isinstance(found, Failed):
            return found
        self._asked, rows = found
        new = frozenset(session for number, session in rows if number not in self._heard)
        self._heard = frozenset(number for number, _ in rows)
        self._told = left
        return new - {session for session, _ in left}

    def _exchanged(
        self, connection: Connection, left: frozenset[Leaving]
    ) -> tuple[datetime, list[tuple[int, str]]]:
        if new := sorted({session for session, _ in left - self._told}):
            connection.execute("DELETE FROM sign_out WHERE at < now() - %s * 2", (self._kept,))
            connection.execute("INSERT INTO sign_out (session) SELECT unnest(%s::text[])", (new,))
        now = connection.execute("SELECT clock_timestamp()").fetchone()
        assert now is not None
        since = (self._asked or now[0] - self._kept) - _OVERLAP
        rows = connection.execute("SELECT number, session FROM sign_out WHERE at > %s", (since,))
        return now[0], rows.fetchall()
