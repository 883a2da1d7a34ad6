"""Windows as far as a store can tell, played on any system.

`WindowsOs` is what Windows has of the `os` module: no calls of Unix, no way to open a folder, and
a file that somebody has open is neither replaced nor removed. `python -m tests.robust.windows ARGS`
runs pytest in an interpreter from which the calls of Unix have been taken away.
"""

from __future__ import annotations

import os
import signal
import sys
import types
from pathlib import Path
from typing import Any

from tests.robust.faults import FaultyOs

# What the documentation of `os` and `signal` says is not available on Windows.
_OS = """
O_ASYNC O_CLOEXEC O_DIRECT O_DIRECTORY O_DSYNC O_EXLOCK O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW
O_NONBLOCK O_PATH O_RSYNC O_SHLOCK O_SYNC O_TMPFILE chown chroot copy_file_range ctermid eventfd
fchmod fchown fdatasync fork forkpty fpathconf fstatvfs getgroups getgrouplist getloadavg getpgid
getpgrp getpriority getresgid getresuid getsid getxattr initgroups killpg lchmod lchown listxattr
lockf major makedev memfd_create minor mkfifo mknod nice openpty pathconf pidfd_open pipe2
posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv pwrite pwritev readv removexattr
sched_getaffinity sched_setaffinity sched_yield sendfile setegid seteuid setgid setgroups setpgid
setpriority setregid setresgid setresuid setreuid setsid setuid setxattr splice statvfs sync sysconf
tcgetpgrp tcsetpgrp ttyname uname wait wait3 wait4 waitid writev
"""
_SIGNAL = """
SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2 alarm
getitimer pthread_kill pthread_sigmask setitimer sigwait
"""
OS, SIGNAL = set(_OS.split()), set(_SIGNAL.split())
MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}


class WindowsOs(FaultyOs):
    """The `os` module as the store would see it on Windows."""

    def __init__(self, **fault: Any):
        super().__init__(**fault)
        self.name = "nt"
        self.held: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        if name in OS:
            raise AttributeError(f"module 'os' has no attribute '{name}' on Windows")
        real = super().__getattr__(name)
        own = {"open": self._open, "close": self._close, "replace": self._replace}.get(name)
        own = self._unlink if name == "unlink" else own
        return (lambda *arguments: own(real, *arguments)) if own else real

    def _open(self, real: Any, path: Any, flags: int, *mode: int) -> int:
        if os.path.isdir(path):
            raise PermissionError(13, "Permission denied", str(path))
        descriptor = real(path, flags, *mode)
        self.held[descriptor] = os.path.abspath(path)
        return descriptor

    def _close(self, real: Any, descriptor: int) -> None:
        self.held.pop(descriptor, None)
        real(descriptor)

    def _replace(self, real: Any, source: Any, target: Any) -> None:
        self._refuse_held(source, target)
        real(source, target)

    def _unlink(self, real: Any, path: Any) -> None:
        self._refuse_held(path)
        real(path)

    def _refuse_held(self, *paths: Any) -> None:
        for path in paths:
            whole = os.path.abspath(path)
            if any(each == whole or each.startswith(whole + os.sep) for each in self.held.values()):
                error = PermissionError(13, "The process cannot access the file", str(path))
                error.winerror = 32  # type: ignore[attr-defined]
                raise error


def take_away() -> None:
    """Leave this interpreter with what Windows has; the libraries' own Unix halves keep theirs."""
    import multiprocessing.util  # noqa: F401
    import shutil
    import subprocess  # noqa: F401
    import tempfile

    import filelock._unix
    import numpy  # noqa: F401
    import pikepdf  # noqa: F401
    import typst  # noqa: F401

    whole = types.SimpleNamespace(**vars(os))
    tempfile._os = shutil.os = whole  # type: ignore[attr-defined]
    filelock._unix.os = whole  # type: ignore[assignment]
    for name in OS & vars(os).keys():
        delattr(os, name)
    for name in SIGNAL & vars(signal).keys():
        delattr(signal, name)
    for name in MODULES - {"fcntl"}:  # what filelock and the standard library have imported stays
        sys.modules[name] = None  # type: ignore[assignment]


CHILD = f"""
import os, sys
for name in {sorted(OS)}:
    if hasattr(os, name): delattr(os, name)
sys.modules["resource"] = None
import runpy
runpy.run_module("natverkskollen.output.papers.template_child", run_name="__main__")
"""


if __name__ == "__main__":
    import pytest

    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    take_away()
    sys.exit(pytest.main(sys.argv[1:]))
