"""Pages are drawn a few at a time, so that what is saved does not wait for what is only shown.

One interpreter works on one thing at a time. Forty pages drawn at once are each forty times as
slow, and so is the save that comes meanwhile; drawn one after another the first is there at once.
What a click calls is never held back, only the page after it; and while something is saved, which
takes little work and much waiting for the disk and the database, pages being drawn stand still.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, local
from typing import Final

from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequest, ScriptRequests

AT_ONCE: Final = 2
# A page that counts for longer than this, or waits for a program, keeps nobody else from theirs.
LONG: Final = 2.0
MOST: Final = 1.0  # seconds for which a page stands still in all, however much is saved
CROWDED: Final = 15.0  # seconds; longer than it takes when fifty come at the same moment


class Turns:
    """Who is drawn now and who waits, in the order they came; safe to ask from any thread."""

    def __init__(self, at_once: int = AT_ONCE):
        self._most = at_once
        self._guard = Lock()
        self._waiting: dict[Event, float] = {}
        self._drawn: dict[Event, float] = {}
        self._saving = 0
        self._calm = Event()
        self._calm.set()
        self._own = local()

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
        self._own.patience = MOST
        try:
            yield
        finally:
            self._own.patience = 0.0
            with self._guard:
                self._drawn.pop(mine, None)
                self._advance()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Something is saved within, before any page is drawn further."""
        with self._guard:
            self._saving += 1
            self._calm.clear()
        try:
            yield
        finally:
            with self._guard:
                self._saving -= 1
                if not self._saving:
                    self._calm.set()

    def give_way(self) -> None:
        """Stand still while somebody saves; for a page between two of its parts."""
        patience = getattr(self._own, "patience", 0.0)
        if patience > 0 and not self._calm.is_set():
            began = time.monotonic()
            self._calm.wait(patience)
            self._own.patience = patience - (time.monotonic() - began)

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


def let_saves_through() -> None:
    """Have pages give way to saves, and the interpreter change hands five times as often.

    A save asks the disk and the database some thirty times, and after each of them waits for its
    turn behind whoever is calculating.
    """
    sys.setswitchinterval(0.001)
    asked = ScriptRequests.on_scriptrunner_yield

    def giving_way(requests: ScriptRequests) -> ScriptRequest | None:
        TURNS.give_way()
        return asked(requests)

    # Streamlit calls it in the page's own thread, before each element that is drawn.
    ScriptRequests.on_scriptrunner_yield = giving_way  # type: ignore[assignment, method-assign]
