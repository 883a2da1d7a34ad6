"""Listens to what a process tries to connect to, and lets nothing but this computer be reached.

`tests/conftest.py` listens in the tests' own process and fails the test that tries; run as
`python -m tests.listening FILE MODULE …` it listens in a server's process and writes what it hears
in the file. The processes that set papers may open no descriptor at all, so no line either.
"""

from __future__ import annotations

import runpy
import socket
import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

_NAMES = {None, "", "localhost", b"localhost"}
_INTERNET = (socket.AF_INET, socket.AF_INET6)


class Listening:
    """What has been tried; each attempt is refused as by a computer without a network."""

    def __init__(self, tell: Callable[[str], object] = lambda attempt: None):
        self._heard: list[str] = []
        self._tell = tell

    def begin(self) -> Listening:
        """Listen from now on, for as long as the process lives."""
        for name in ("connect", "connect_ex"):
            self._stand_before(name, lambda args: args[0])
        self._stand_before("sendto", lambda args: args[-1])
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            self._stand_before_name(name)
        return self

    def taken(self) -> list[str]:
        """What has been tried since this was asked last."""
        heard, self._heard = self._heard, []
        return heard

    def _stand_before(self, name: str, address_in: Callable[[tuple[Any, ...]], Any]) -> None:
        real = getattr(socket.socket, name)

        def watched(line: socket.socket, *args: Any) -> Any:
            if line.family in _INTERNET:
                self._judge(address_in(args)[0], f"{address_in(args)[:2]}")
            return real(line, *args)

        setattr(socket.socket, name, watched)

    def _stand_before_name(self, name: str) -> None:
        real = getattr(socket, name)

        def watched(host: Any, *args: Any, **more: Any) -> Any:
            self._judge(host, f"{name} {host}")
            return real(host, *args, **more)

        setattr(socket, name, watched)

    def _judge(self, host: Any, attempt: str) -> None:
        if not _here(host):
            self._heard.append(attempt)
            self._tell(attempt)
            raise OSError(f"the tests reach nothing outside this computer: {attempt}")


def _here(host: Any) -> bool:
    """Whether a host is this computer; the addresses to listen on are too."""
    if host in _NAMES:
        return True
    try:
        found = ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        return False
    return found.is_loopback or found.is_unspecified


def failed(report: pytest.TestReport, attempts: list[str]) -> None:
    """Make a test that has tried to reach something else fail, whatever it made of it."""
    if attempts:
        report.outcome = "failed"
        report.longrepr = f"It tried to reach something outside this computer: {attempts}"


if __name__ == "__main__":
    told = Path(sys.argv[1])
    told.touch()

    def tell(attempt: str) -> None:
        """Write it down at once: the process may be killed."""
        with told.open("a", encoding="utf-8") as file:
            file.write(f"{attempt}\n")

    Listening(tell).begin()
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
