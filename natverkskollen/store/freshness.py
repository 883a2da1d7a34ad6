"""How new what is read has to be, so that a database is asked no oftener than somebody needs it.

An answer is as new as the moment its question was put. It answers everybody who asked before that:
of many who ask at once one puts the question, and a page that is drawn needs one answer in all.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar

from natverkskollen.store.contract import Failed

_MOMENTS = itertools.count(1)  # not a clock's: no two of them are the same
_SINCE: ContextVar[int | None] = ContextVar("since", default=None)


@contextlib.contextmanager
def one_reading() -> Iterator[None]:
    """Within it what is read is as new as its beginning, and as the program's latest write."""
    before = _SINCE.set(next(_MOMENTS))
    try:
        yield
    finally:
        _SINCE.reset(before)


class Freshness:
    """When the latest question that was answered was put, and the latest write was made."""

    def __init__(self) -> None:
        self.turn = threading.RLock()  # whose it is to ask
        self._guard = threading.Lock()
        self._put = 0
        self._written = 0

    def written(self) -> None:
        """Something has been written: what was asked before now is not new enough."""
        with self._guard:
            self._written = next(_MOMENTS)

    def had(self, ask: Callable[[], Failed | None]) -> Failed | None:
        """See to it that a new enough question has been answered; why not, where `ask` fails.

        Outside one_reading that is one put from now on.
        """
        needed = max(_SINCE.get() or next(_MOMENTS), self._written)
        if self._put >= needed:
            return None
        with self.turn:
            if self._put >= needed:
                return None
            put = next(_MOMENTS)
            if (trouble := ask()) is None:
                self._put = put
            return trouble
