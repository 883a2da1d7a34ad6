"""Processes that fill in templates, ready at once: forked from one that has loaded everything.

Hundreds of tests fill in a template of somebody's own, and most of the time each takes goes to
starting Python. The process forked here is held to the same limits by the same code. The tests of
those limits (test_hostile_templates.py) start real ones, as the program does.
"""

from __future__ import annotations

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
from tests import ROOT

_ZYGOTE = ("-m", "tests.building.ready_children")
_STATUS = struct.Struct("i")
_here: socket.socket | None = None


class ReadyChild:
    """A forked process with what the program uses of subprocess.Popen."""

    def __init__(self, zygote: socket.socket):
        asked, self._stdin = os.pipe()
        self._stdout, answered = os.pipe()
        self._status, told = os.pipe()
        seconds = bytes([template_process.CPU_SECONDS])
        socket.send_fds(zygote, [seconds], [asked, answered, told])
        for end in (asked, answered, told):
            os.close(end)
        (self.pid,) = _STATUS.unpack(os.read(self._status, _STATUS.size))
        self.returncode: int | None = None

    def communicate(self, sent: bytes = b"", timeout: float = 60) -> tuple[bytes, bytes]:
        """Give it what it reads, and what it then wrote."""
        threading.Thread(target=self._send, args=(sent,), daemon=True).start()
        end, answer = time.monotonic() + timeout, b""
        while True:
            if not select.select([self._stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise subprocess.TimeoutExpired("template_child", timeout)
            piece = os.read(self._stdout, 1 << 20)
            if not piece:
                break
            answer += piece
        self._ended(wait=True)
        return answer, b""

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        return self._ended(wait=False)

    def kill(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)

    def _send(self, sent: bytes) -> None:
        try:
            with os.fdopen(self._stdin, "wb") as pipe:
                pipe.write(sent)
        except OSError:
            pass  # it has ended already

    def _ended(self, wait: bool) -> int | None:
        if self.returncode is None and (wait or select.select([self._status], [], [], 0)[0]):
            (self.returncode,) = _STATUS.unpack(os.read(self._status, _STATUS.size))
            os.close(self._status)
            os.close(self._stdout)
        return self.returncode


def ready_start() -> Callable[[], object]:
    """What starts such a process; the one they are forked from is started when first needed."""

    def start() -> ReadyChild:
        global _here
        if _here is None:
            _here, there = socket.socketpair()
            command = [sys.executable, "-B", *_ZYGOTE, str(there.fileno())]
            subprocess.Popen(command, cwd=ROOT, pass_fds=[there.fileno()])
            there.close()
        return ReadyChild(_here)

    return start


def main(number: int) -> None:
    """Fork a process for each that is asked for, until nobody is left to ask."""
    from natverkskollen.output.papers import fill, kept_text, template_child  # noqa: F401

    template_child._load_everything()
    template_child._load_everything = lambda: None
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    asking = socket.socket(fileno=number)
    while True:
        seconds, ends, *_ = socket.recv_fds(asking, 1, 3)
        if not seconds:
            return
        if os.fork() == 0:
            _watch_over(seconds[0], *ends)
        for end in ends:
            os.close(end)


def _watch_over(seconds: int, asked: int, answered: int, told: int) -> None:
    from natverkskollen.output.papers import template_child

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child == 0:
        os.dup2(asked, 0)
        os.dup2(answered, 1)
        os.closerange(3, 64)
        sys.argv[1] = str(seconds)
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
