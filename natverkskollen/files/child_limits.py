"""What the process that fills in a stranger's template may use: time, memory, and no file.

Where the system can hold a process to limits (`resource`) it does. Windows cannot: there a thread
in the process looks after itself many times a second, and the parent's patience stands behind it.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from natverkskollen.files.process_memory import memory_reader

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

MEMORY = 512 * 1024 * 1024
_LOOKS = 0.05
# What opens a file, a connection or another process, as Python tells of it before it is done.
_FORBIDDEN = ("open", "socket.", "subprocess.", "os.", "shutil.", "ctypes.dl", "winreg.")


def hold(seconds: int, told: Callable[[str], object], memory: int = MEMORY) -> None:
    """Set the limits on processor time and memory; `told` is called with the one that is passed.

    Where the system itself ends the process, nobody is told.
    """
    if resource:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return
    used = memory_reader()  # found now: later nothing can be opened or called
    threading.Thread(target=_watch, args=(seconds, memory, used, told), daemon=True).start()


def close_the_door() -> None:
    """From here on no file, connection or process can be opened, whatever the system offers."""
    if resource:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not for templates")


def _watch(
    seconds: int, memory: int, used: Callable[[], int], told: Callable[[str], object]
) -> None:
    while True:
        # Memory first: one call can hold the process until both are passed, without any loop.
        if used() > memory:
            told("memory")
        elif time.process_time() > seconds:
            told("slow")
        else:
            time.sleep(_LOOKS)
            continue
        os._exit(1)
