"""One writer at a time per evaluation, across threads and processes; who waits is told for whom.

The lock files lie in evaluations/.las/ and are never removed. The kernel lets go of the lock of a
process that dies.
"""

from __future__ import annotations

import contextlib
import errno
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from natverkskollen.store import clock, disk

SECONDS = 5.0
FOLDER = ".las"
_THREADS: dict[Path, threading.Lock] = {}
_THREADS_GUARD = threading.Lock()


class Busy(Exception):
    """Somebody else has had the lock for the whole wait; carries who, where it is known."""


@contextlib.contextmanager
def held(evaluations: Path, evaluation: str, holder: str) -> Iterator[None]:
    """Hold the lock of one evaluation; raises Busy after SECONDS, OSError where it fails."""
    if not evaluations.is_dir():
        disk.make_folder(evaluations)
    disk.make_folder(evaluations / FOLDER)
    path = evaluations / FOLDER / evaluation
    deadline = time.monotonic() + SECONDS
    with _THREADS_GUARD:
        thread_lock = _THREADS.setdefault(path, threading.Lock())
    if not thread_lock.acquire(timeout=SECONDS):
        raise Busy(_holder(path))
    try:
        lock = FileLock(
            path,
            timeout=max(0.0, deadline - time.monotonic()),
            mode=0o640,
            poll_interval=0.01,
            fallback_to_soft=False,
        )
        try:
            lock.acquire()
        except Timeout:
            raise Busy(_holder(path)) from None
        except NotImplementedError as error:  # a network disk without locks
            raise OSError(errno.ENOLCK, "disken kan inte låsa filer", str(path)) from error
        _sign(path, holder)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                lock.release()
    finally:
        thread_lock.release()


def _sign(path: Path, holder: str) -> None:
    """Leave word of who has the lock, beside it: on Windows nobody else can read a locked file."""
    signature = f"{holder or 'programmet'}, sedan kl. {clock.now().astimezone():%H:%M:%S}"
    with contextlib.suppress(OSError):  # the lock holds without it
        _signature(path).write_text(signature, encoding="utf-8")


def _holder(path: Path) -> str:
    with contextlib.suppress(OSError):
        return (disk.read_bytes(_signature(path)) or b"")[:200].decode("utf-8", "replace")
    return ""


def _signature(path: Path) -> Path:
    return path.with_name(f"{path.name}.vem")  # no id holds a full stop
