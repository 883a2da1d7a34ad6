"""Faults at the store's own calls to the operating system: an error, or death, at any of them.

Works on every system, since it stands between the store and the `os` module. A killed process
can do no more calls, so after a death every call fails; what is on disk is then what a SIGKILL
would have left. The proof with real signals is tests/robust/strace.py.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

from natverkskollen.store import disk

CALLS = ("open", "read", "write", "fsync", "replace", "close", "unlink", "ftruncate", "mkdir")
CALLS += ("listdir",)


class Killed(BaseException):
    """The process is dead; nothing in the program catches this."""


class FaultyOs:
    """The `os` module as the store sees it, with one fault at the n-th call from 1."""

    def __init__(self, at: int = 0, error: int = 0, half: bool = False):
        self.at, self.error, self.half = at, error, half
        self.calls: list[str] = []
        self.dead = False
        self.descriptors: set[int] = set()

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            if self.dead:
                raise Killed
            self.calls.append(name)
            if len(self.calls) == self.at:
                self._strike(name, arguments)
            # Syncing is counted but not done: a death of the process leaves the kernel's pages.
            result = None if name == "fsync" else real(*arguments, **named)
            if name == "open":
                self.descriptors.add(result)
            elif name == "close":
                self.descriptors.discard(arguments[0])
            return result

        return call

    def _strike(self, name: str, arguments: tuple) -> None:
        if self.half and name == "write":
            os.write(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        if self.error:
            raise OSError(self.error, os.strerror(self.error))
        self.dead = True
        raise Killed

    def end(self) -> None:
        """What the kernel does with a dead process: close what it had open."""
        for descriptor in self.descriptors:
            with contextlib.suppress(OSError):
                os.close(descriptor)


@contextlib.contextmanager
def faulty(**fault: Any) -> Iterator[FaultyOs]:
    """Let the store meet a fault; a death ends the block."""
    broken, usual = FaultyOs(**fault), disk.os
    disk.os = broken  # type: ignore[assignment]
    try:
        with contextlib.suppress(Killed):
            yield broken
    finally:
        disk.os = usual
        broken.end()
