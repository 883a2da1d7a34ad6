"""A process that loads something once, and is forked for each that needs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable

from tests import ROOT

_MOST_BYTES = 1 << 17  # of what is said of one


def begin_loaded(module: str) -> socket.socket:
    """Start `python -m module NUMBER`; it is asked on the line that is given, with `send_fds`."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    subprocess.Popen(
        [sys.executable, "-m", module, str(there.fileno())],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        pass_fds=[there.fileno()],
    )
    there.close()
    return here


def fork_for_each(number: int, act: Callable[..., None]) -> None:
    """Fork a process for each that is asked for, until nobody is left to ask.

    It acts on what was said and the descriptors that came with it, and ends.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    asking = socket.socket(fileno=number)
    while True:
        said, ends, *_ = socket.recv_fds(asking, _MOST_BYTES, 4)
        if not said:
            return
        if os.fork() == 0:
            asking.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                act(said, *ends)
            finally:
                os._exit(1)
        for end in ends:
            os.close(end)
