"""Servers that are ready at once: each forked from a process that has loaded what they are made of.

Thirty servers are started by the browser tests, and most of the time each takes goes to loading
Streamlit. The server forked here is run by the same command. Where the system cannot fork, and in
the tests of the installed program, it is started as anybody would.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import random
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from typing import BinaryIO

from streamlit import delta_generator

from components.shell import packed_files
from tests import ROOT
from tests.building.forking import begin_loaded, fork_for_each

_CAN = hasattr(os, "fork") and hasattr(os, "pidfd_open")
_STREAMLIT = (
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "streamlit.starlette",
    "streamlit.web.server.starlette.starlette_agent_routes",
    "streamlit.emojis",
    "PIL.Image",
    "anyio._backends._asyncio",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
    "pandas",
    "pyarrow.compute",
)
_loaded: socket.socket | None = None


class ForkedServer:
    """A forked server with what the tests use of subprocess.Popen."""

    def __init__(self, pid: int):
        self.pid = pid
        self._ends = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """0 once it has ended, however it did; None while it runs."""
        return 0 if select.select([self._ends], [], [], 0)[0] else None

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended; TimeoutExpired where it has not in so many seconds."""
        if not select.select([self._ends], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("server", timeout or 0)
        return 0

    def terminate(self) -> None:
        """Ask it to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self._send(signal.SIGKILL)

    def _send(self, what: signal.Signals) -> None:
        if self.poll() is None:
            signal.pidfd_send_signal(self._ends, what)


def begin(
    command: list[str], environment: Mapping[str, str], log: BinaryIO
) -> ForkedServer | subprocess.Popen:
    """Start a server: `command` is what stands after `python -m`."""
    global _loaded
    if not _CAN:
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    _loaded = _loaded or begin_loaded("tests.e2e.ready_server")
    said = json.dumps([command, dict(environment)]).encode()
    heard, told = os.pipe()
    socket.send_fds(_loaded, [said], [log.fileno(), told])
    os.close(told)
    with open(heard, "rb") as line:
        return ForkedServer(int(line.read()))


def _load() -> None:
    """What a server loads before its first page is shown, but what listens to its settings."""
    for name in _STREAMLIT:
        importlib.import_module(name)
    package = importlib.import_module("natverkskollen")
    for module in pkgutil.walk_packages(package.__path__, "natverkskollen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _spare() -> None:
    """Leave out what takes the tests' own processors and changes no page.

    That is to pack files harder while nobody waits, a tenth of all that the browser tests took, and
    to look through the stack for a prompt, which the first page of a process pays for.
    """
    packed_files.QUIET_SECONDS = 86_400
    delta_generator._use_warning_has_been_displayed = True


def main(number: int) -> None:
    """Load what a server is made of, and fork one for each that is asked for."""
    _load()
    _spare()
    gc.collect()
    gc.freeze()  # no server looks for rubbish in what all of them share
    fork_for_each(number, _serve)


def _serve(said: bytes, log: int, told: int) -> None:
    command, environment = json.loads(said)
    os.write(told, str(os.getpid()).encode())
    os.close(told)
    for end in (1, 2):
        os.dup2(log, end)
    os.close(log)
    os.environ.clear()
    os.environ.update(environment)
    random.seed()
    sys.argv = command
    code = 1
    try:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(int(sys.argv[1]))
