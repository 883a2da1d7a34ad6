"""Waiting out what holds a file for a moment, as programs do on Windows and nowhere else.

There a virus scanner, an indexer, or another reader of ours keeps a file from being opened,
replaced or removed for some milliseconds. Elsewhere the first answer is the right one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_BUSY = {5, 32, 33}  # access denied, sharing violation, lock violation
SECONDS = 2.5


def patiently(act: Callable[[], T]) -> T:
    """What a call to the operating system gives, tried again while somebody holds the file."""
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            return act()
        except PermissionError as error:
            busy = getattr(error, "winerror", None) in _BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
