"""Whoever signs out on one server is out on all that share its database, within a second or two."""

from __future__ import annotations

import time
from datetime import timedelta
from threading import Thread

from components.shell.sessions import Sessions
from natverkskollen.files.data_folder import data_folder
from natverkskollen.store import Failed
from natverkskollen.store.shared import replica_at
from natverkskollen.store.sign_outs import SignOuts

EACH = 1.0  # seconds


def share_sign_outs(sessions: Sessions, longest: timedelta) -> None:
    """Begin to tell the other servers who leaves here, and to hear who leaves there.

    Those who have left before the server starts are known when this returns, where the database
    answers. Nothing where the server has a data folder of its own.
    """
    replica = replica_at(data_folder())
    if replica is None:
        return
    shared = SignOuts(replica, longest)
    _exchange(shared, sessions)
    Thread(target=_go_on, args=(shared, sessions), name="utloggade", daemon=True).start()


def _go_on(shared: SignOuts, sessions: Sessions) -> None:
    while True:
        time.sleep(EACH)
        _exchange(shared, sessions)


def _exchange(shared: SignOuts, sessions: Sessions) -> None:
    found = shared.exchange(sessions.left())
    for key in () if isinstance(found, Failed) else found:
        sessions.leave(key, elsewhere=True)
