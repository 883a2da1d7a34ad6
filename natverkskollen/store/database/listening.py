"""Hearing from the database that somebody has saved, without asking it."""

from __future__ import annotations

import threading
import time

from natverkskollen.store.database.connections import Connections
from natverkskollen.store.database.revisions import CHANNEL

_PAUSE = 1.0  # seconds between two tries to reach a database that does not answer


class Listening:
    """A thread with a connection of its own, begun the first time somebody asks.

    What is said while the connection is down is missed, so each new connection counts as news; and
    whoever reads asks the database itself.
    """

    def __init__(self, connections: Connections):
        self._connections = connections
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._heard = 0

    def heard(self) -> int:
        """A number that is another as soon as there may be something new."""
        with self._guard:
            if self._thread is None:
                self._thread = threading.Thread(target=self._listen, name="nytt", daemon=True)
                self._thread.start()
        return self._heard

    def _listen(self) -> None:
        import psycopg

        while True:
            try:
                with self._connections.opened() as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    self._heard += 1
                    for news in connection.notifies():
                        if news.payload.split(" ")[0] == self._connections.address.schema:
                            self._heard += 1
            except psycopg.Error:
                time.sleep(_PAUSE)
