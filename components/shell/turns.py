"""Pages are drawn a few at a time, so that what is saved does not wait for what is only shown.

One interpreter works on one thing at a time. Forty pages drawn at once are each forty times as
slow, and so is the save that comes meanwhile; drawn one after another the first is there at once,
and a save has two beside it. What a click calls is never held back, only the page after it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from typing import Final

AT_ONCE: Final = 2
# A page that counts for longer than this, or waits for a program, keeps nobody else from theirs.
LONG: Final = 2.0
CROWDED: Final = 15.0  # seconds; longer than it takes when fifty come at the same moment


def let_others_in() -> None:
    """Have the interpreter change hands each millisecond, five times as often as it does by itself.

    A save asks the disk and the database some thirty times, and after each of them waits for its
    turn behind whoever is calculating.
    """
    sys.setswitchinterval(0.001)


class Turns:
    """Who is drawn now and who waits, in the order they came; safe to ask from any thread."""

    def __init__(self, at_once: int = AT_ONCE):
        self._most = at_once
        self._guard = Lock()
        self._waiting: dict[Event, float] = {}
        self._drawn: dict[Event, float] = {}

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn, and have it."""
        mine = Event()
        with self._guard:
            self._waiting[mine] = time.monotonic()
            self._advance()
        while not mine.wait(LONG / 4):
            with self._guard:
                self._advance()
        try:
            yield
        finally:
            with self._guard:
                self._drawn.pop(mine, None)
                self._advance()

    @property
    def crowded(self) -> bool:
        """Whether whoever is next has waited so long that there is no room for one more."""
        with self._guard:
            since = next(iter(self._waiting.values()), None)
        return since is not None and time.monotonic() - since > CROWDED

    def _advance(self) -> None:
        now = time.monotonic()
        for each in [each for each, since in self._drawn.items() if now - since > LONG]:
            del self._drawn[each]
        while self._waiting and len(self._drawn) < self._most:
            first = next(iter(self._waiting))
            del self._waiting[first]
            self._drawn[first] = now
            first.set()


TURNS: Final = Turns()
