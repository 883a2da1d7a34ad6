"""Processes that fill in templates, ready at once: forked from one that has loaded everything.

Hundreds of tests fill in a template of somebody's own, and most of the time each takes goes to
starting Python. The process forked here is held to the same limits by the same code. The tests of
those limits (test_hostile_templates.py) start real ones, as the program does.
"""

from __future__ import annotations

import contextlib
import io
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from natverkskollen.output.papers import template_process
from tests.building.forking import begin_loaded, fork_for_each

_STATUS = struct.Struct("i")
_here: socket.socket | None = None


class ReadyChild:
    """A forked process with what the program uses of subprocess.Popen."""

    def __init__(self, zygote: socket.socket):
        # File objects, which let go of their descriptor once: a number that is closed twice may
        # by then be somebody else's, in another test of the same process.
        asked, self._stdin = _pipe()
        self._stdout, answered = _pipe()
        self._status, told = _pipe()
        self._pieces: list[bytes] = []
        self._answer: bytes | None = None
        theirs = (asked, answered, told)
        seconds = bytes([template_process.CPU_SECONDS])
        socket.send_fds(zygote, [seconds], [end.fileno() for end in theirs])
        for end in theirs:
            end.close()
        (self.pid,) = _STATUS.unpack(self._status.read(_STATUS.size))
        self.returncode: int | None = None
        self._sender: threading.Thread | None = None

    def communicate(self, sent: bytes = b"", timeout: float = 60) -> tuple[bytes, bytes]:
        """Give it what it reads, and what it then wrote; asked again, the same answer."""
        if self._sender is None:
            self._sender = threading.Thread(target=self._send, args=(sent,), daemon=True)
            self._sender.start()
        end = time.monotonic() + timeout
        while self._answer is None:
            if not select.select([self._stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise subprocess.TimeoutExpired("template_child", timeout)
            piece = self._stdout.read(1 << 20)
            self._pieces.append(piece)
            if not piece:
                self._answer = b"".join(self._pieces)
                self._stdout.close()
                self._ended(wait=True)
        return self._answer, b""

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        return self._ended(wait=False)

    def kill(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)

    def _send(self, sent: bytes) -> None:
        with contextlib.suppress(OSError), self._stdin:  # it may have ended already
            self._stdin.write(sent)

    def _ended(self, wait: bool) -> int | None:
        if self.returncode is None and (wait or select.select([self._status], [], [], 0)[0]):
            (self.returncode,) = _STATUS.unpack(self._status.read(_STATUS.size))
            self._status.close()
        return self.returncode


def _pipe() -> tuple[io.FileIO, io.FileIO]:
    out, into = os.pipe()
    return io.FileIO(out, "rb"), io.FileIO(into, "wb")


def ready_start() -> Callable[[], object]:
    """What starts such a process; the one they are forked from is started when first needed."""

    def start() -> ReadyChild:
        global _here
        _here = _here or begin_loaded("tests.building.ready_children")
        return ReadyChild(_here)

    return start


def main(number: int) -> None:
    """Load what fills in a template, and fork a process for each that is asked for."""
    from natverkskollen.output.papers import fill, kept_text, template_child  # noqa: F401

    template_child._load_everything()
    template_child._load_everything = lambda: None
    fork_for_each(number, _watch_over)


def _watch_over(seconds: bytes, asked: int, answered: int, told: int) -> None:
    from natverkskollen.output.papers import template_child

    child = os.fork()
    if child == 0:
        os.dup2(asked, 0)
        os.dup2(answered, 1)
        os.closerange(3, 64)
        sys.argv[1] = str(seconds[0])
        code = 1
        try:
            code = template_child.main()
        finally:
            os._exit(code)
    os.close(asked)
    os.close(answered)
    os.write(told, _STATUS.pack(child))
    _, status = os.waitpid(child, 0)
    os.write(told, _STATUS.pack(os.waitstatus_to_exitcode(status)))
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
