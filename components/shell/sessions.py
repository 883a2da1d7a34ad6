"""Who is signed in, since when, and until when: the register that the door keeps and pages ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, Literal

import streamlit as st

from natverkskollen.model.principal import Principal
from natverkskollen.store import clock

# What the door tells Streamlit a page's session belongs to: no more than a key into the register.
USER_KEY: Final = "natverkskollen_session"

Lapse = Literal["idle", "longest", "expired", "left", "unknown"]
LAPSED: Final[dict[Lapse, str]] = {
    "idle": "Du har varit borta en stund och är utloggad. Det du har sparat finns kvar.",
    "longest": "Det är länge sedan du loggade in. Logga in igen. Det du har sparat finns kvar, men "
    "inte det du skrev de sista sekunderna.",
    "expired": "Inloggningen har gått ut. Logga in igen. Det du har sparat finns kvar, men inte "
    "det du skrev de sista sekunderna.",
    "left": "Du är utloggad.",
    "unknown": "Logga in för att komma till Nätverkskollen.",
}


@dataclass(frozen=True)
class Session:
    """One signing-in: who, under which key, since when, and when it ends however used."""

    key: str
    principal: Principal
    since: datetime
    ends: datetime | None = None


class Sessions:
    """The sessions of a server; safe to ask from any thread."""

    def __init__(self, idle: timedelta, longest: timedelta):
        self._idle, self._longest = idle, longest
        self._known: dict[str, Session] = {}
        self._last: dict[str, datetime] = {}
        self._left: dict[str, datetime] = {}
        self._elsewhere: set[str] = set()  # of those, the ones that another server has told of
        self._lock = Lock()

    def enter(self, session: Session, renew: bool = False) -> bool:
        """Let a session stand, as it is told now; whether it was unknown.

        With `renew` it begins anew where it had lapsed: what vouches for it has been asked afresh.
        """
        now = clock.now()
        with self._lock:
            self._forget_the_old(now)
            key = session.key
            if renew and self._lapse(key, now):
                for kept in (self._known, self._last, self._left):
                    kept.pop(key, None)
                self._elsewhere.discard(key)
            known = self._known.get(key)
            since = known.since if known else session.since
            ends = min(since + self._longest, session.ends or since + self._longest)
            self._known[key] = Session(key, session.principal, since, ends)
            self._last.setdefault(key, now)
            return known is None

    def standing(self, key: str) -> Session | Lapse:
        """The session of a key; a word for why it stands no longer where it does not."""
        with self._lock:
            return self._lapse(key, clock.now()) or self._known[key]

    def used(self, key: str) -> None:
        """Somebody has done something in the session."""
        now = clock.now()
        with self._lock:
            if not self._lapse(key, now):
                self._last[key] = now

    def leave(self, key: str, elsewhere: bool = False) -> None:
        """Nobody is let in with this session any more; `elsewhere` where another server says so."""
        with self._lock:
            self._left[key] = clock.now()
            (self._elsewhere.add if elsewhere else self._elsewhere.discard)(key)

    def left(self) -> frozenset[tuple[str, datetime]]:
        """The keys of the sessions that somebody has left on this server, and when."""
        with self._lock:
            here = self._left.items()
            return frozenset((key, when) for key, when in here if key not in self._elsewhere)

    def _lapse(self, key: str, now: datetime) -> Lapse | None:
        session = self._known.get(key)
        if key in self._left:
            return "left"
        if session is None:
            return "unknown"
        if now >= session.since + self._longest:
            return "longest"
        if session.ends is not None and now >= session.ends:
            return "expired"
        if now >= self._last[key] + self._idle:
            return "idle"
        return None

    def _forget_the_old(self, now: datetime) -> None:
        """No key is of use longer than the longest session, and none is remembered twice that."""
        oldest = now - 2 * self._longest
        for key in [key for key, session in self._known.items() if session.since < oldest]:
            del self._known[key], self._last[key]
        for key in [key for key, when in self._left.items() if when < oldest]:
            del self._left[key]
            self._elsewhere.discard(key)


class NotSignedIn(Exception):
    """Raised where something is asked for in a session that does not stand."""

    def __init__(self, lapse: Lapse):
        self.lapse = lapse
        super().__init__(lapse)


_opened: list[Sessions] = []


def keep(sessions: Sessions) -> None:
    """Let the pages ask this register from now on."""
    _opened[:] = [sessions]


def here() -> Session | None:
    """The session of the page that is being drawn; None where nobody signs in.

    Raises NotSignedIn where it does not stand.
    """
    if not _opened:
        return None
    found = _opened[0].standing(str(st.user.get(USER_KEY) or ""))
    if not isinstance(found, Session):
        raise NotSignedIn(found)
    return found


def leave_here() -> None:
    """End the session of the page that is being drawn."""
    session = here()
    if session:
        _opened[0].leave(session.key)
