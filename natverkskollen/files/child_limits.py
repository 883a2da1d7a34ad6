"""What the process that fills in a stranger's template may use: time, memory, and no file.

Where the system can hold a process to limits (`resource`) it does. Windows cannot: there a thread
in the process looks after itself many times a second, and the parent's patience stands behind it.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

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
    used = _memory()  # found now: later nothing can be opened or called
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


def _memory() -> Callable[[], int]:
    """How many bytes this process has in memory, asked in the way this system answers."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        pages = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return lambda: 0

    def used() -> int:
        os.lseek(pages, 0, os.SEEK_SET)
        return int(os.read(pages, 200).split()[1]) * 4096

    return used


def _windows_memory() -> Callable[[], int]:
    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = [("cb", ctypes.c_ulong), ("PageFaultCount", ctypes.c_ulong)] + [
            (name, ctypes.c_size_t)
            for name in (
                "PeakWorkingSetSize",
                "WorkingSetSize",
                "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage",
                "QuotaNonPagedPoolUsage",
                "PagefileUsage",
                "PeakPagefileUsage",
            )
        ]

    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = [ctypes.c_void_p, ctypes.POINTER(Counters), ctypes.c_ulong]
    counters, process = Counters(), kernel.GetCurrentProcess()
    counters.cb = ctypes.sizeof(counters)

    def used() -> int:
        ask(process, ctypes.byref(counters), counters.cb)
        return int(counters.PagefileUsage)

    return used
