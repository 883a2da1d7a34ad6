"""How many bytes this process has in memory, asked in the way the system it runs on answers."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable


def memory_reader() -> Callable[[], int]:
    """What answers, in bytes, how much memory this process holds; nought where nobody can tell.

    Everything it needs is opened now, so that it can be asked when nothing can be opened any more.
    """
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
