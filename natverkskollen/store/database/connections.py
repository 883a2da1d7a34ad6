"""Connections to the database: taken, looked at before they are used, and given back.

psycopg is imported where it is first used, so that whoever keeps files in a folder neither waits
for it nor needs it.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natverkskollen.store.database.address import Address
from natverkskollen.store.database.migration import migrate

if TYPE_CHECKING:
    from psycopg import Connection, Error

_MOST_IDLE = 8
_FRESH = 10.0  # seconds after which a connection is tried before it is used again
# A commit that has been answered is on the disk; one who holds a lock and dies lets go of it.
_SESSION = """
SET synchronous_commit = on;
SET lock_timeout = '5s';
SET statement_timeout = '60s';
SET idle_in_transaction_session_timeout = '60s';
SET tcp_keepalives_idle = 10;
SET tcp_keepalives_interval = 5;
SET tcp_keepalives_count = 3;
SET client_min_messages = warning;
"""


class Unanswered(Exception):
    """The database could not do what it was asked; carries in Swedish why, without a full stop.

    `busy` is that somebody else is at it just now.
    """

    def __init__(self, why: str, busy: bool = False):
        super().__init__(why)
        self.busy = busy


class Connections:
    """Connections to one address, opened as they are needed; a few are kept."""

    def __init__(self, address: Address):
        self.address = address
        self._idle: list[tuple[float, Connection]] = []
        self._guard = threading.Lock()
        self._migrated = False

    @contextlib.contextmanager
    def one(self) -> Iterator[Connection]:
        """A connection that answers, outside any transaction; raises Unanswered for any error."""
        import psycopg

        try:
            connection = self._taken() or self.opened()
        except psycopg.Error as error:
            raise _unanswered(error) from error
        try:
            yield connection
        except psycopg.Error as error:
            raise _unanswered(error) from error
        finally:
            self._give_back(connection)

    def opened(self) -> Connection:
        """A new connection with the schema made ready; raises what psycopg does."""
        import psycopg
        from psycopg import sql

        connection = psycopg.connect(self.address.told, autocommit=True)
        try:
            connection.execute(_SESSION)
            schema = sql.Identifier(self.address.schema)
            connection.execute(sql.SQL("SET search_path TO {}").format(schema))
            with self._guard:
                if not self._migrated:
                    migrate(connection, self.address.schema)
                    self._migrated = True
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """Let go of every connection that nobody uses."""
        with self._guard:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()

    def _taken(self) -> Connection | None:
        """One that was used before and still answers."""
        import psycopg

        while True:
            with self._guard:
                since, connection = self._idle.pop() if self._idle else (0.0, None)
            if connection is None:
                return None
            try:
                # An error where the database has hung up: its last words first, then the end.
                connection.pgconn.consume_input()
                connection.pgconn.consume_input()
                if time.monotonic() - since > _FRESH:
                    connection.execute("SELECT 1")
                return connection
            except psycopg.Error:
                connection.close()

    def _give_back(self, connection: Connection) -> None:
        import psycopg

        with contextlib.suppress(psycopg.Error):
            if connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                connection.execute("ROLLBACK")
            with self._guard:
                if not connection.closed and len(self._idle) < _MOST_IDLE:
                    self._idle.append((time.monotonic(), connection))
                    return
        connection.close()


def _unanswered(error: Error) -> Unanswered:
    """What an error means to whoever runs the program."""
    state = error.sqlstate or ""
    if state == "55P03":
        return Unanswered("någon annan sparar just nu", busy=True)
    for start, words in _REASONS.items():
        if state.startswith(start):
            return Unanswered(f"databasen säger nej: {words}")
    if not state or state.startswith(("08", "57", "25P")):
        return Unanswered("databasen svarar inte")
    return Unanswered(f"databasen svarar med ett fel ({state})")


_REASONS = {
    "25006": "den går bara att läsa just nu",
    "28": "användaren eller lösenordet stämmer inte",
    "3D": "databasen finns inte",
    "3F": "schemat finns inte och får inte skapas",
    "42501": "användaren får inte läsa och skriva i schemat",
    "53100": "dess disk är full",
    "53300": "den har för många förbindelser",
}
