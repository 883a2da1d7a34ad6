"""What has been made, kept for the keys asked for latest; one for every thread of the program.

Sessions share what is a pure function of the files. Whoever asks for a key while another thread
makes it waits for that one and gets the same object: nothing is made twice, and nobody reads what
somebody else is halfway through.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class _Slot(Generic[V]):
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.value: V | None = None


class Cache(Generic[V]):
    """At most `most` values, by key; the one that nobody has asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._guard = threading.Lock()
        self._slots: OrderedDict[Hashable, _Slot[V]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value of a key, made where there is none."""
        return self.renewed(key, lambda kept: make() if kept is None else kept)

    def renewed(self, key: Hashable, renew: Callable[[V | None], V]) -> V:
        """What `renew` makes of the kept value (None: there is none), kept in its place.

        Only one thread at a time renews a key. `renew` must not ask for the same key again.
        """
        slot = self._slot(key)
        with slot.lock:
            slot.value = value = renew(slot.value)
        return value

    def peek(self, key: Hashable) -> V | None:
        """The value of a key as it was last made; None where there is none."""
        with self._guard:
            slot = self._slots.get(key)
        return slot.value if slot else None

    def __len__(self) -> int:
        return len(self._slots)

    def _slot(self, key: Hashable) -> _Slot[V]:
        with self._guard:
            slot = self._slots.pop(key, None) or _Slot()
            self._slots[key] = slot  # last: the one asked for latest
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
        return slot
