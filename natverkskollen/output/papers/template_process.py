"""Fills in a template nobody vouches for, in a process of its own that can be ended."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from natverkskollen.files.child_limits import MEMORY
from natverkskollen.output.papers.intake.fault import TemplateFault

CPU_SECONDS = 10
PATIENCE = 5  # for what takes time without using the processor
_CHILD = ("-m", "natverkskollen.output.papers.template_child")
_PROGRAM = Path(__file__).resolve().parents[3]
_TOO_BIG = TemplateFault(
    f"mallen behöver mer minne än {MEMORY // 1024**2} MB", "Ta bort slingorna och de stora bilderna"
)
_spare: subprocess.Popen[bytes] | None = None
_lock = threading.Lock()


def filled_apart(template: bytes, context: dict[str, str]) -> bytes:
    """The template as a Word file with these texts in it; TemplateFault where it cannot be."""
    child = _take_spare() or _start()
    head = json.dumps({"context": context, "size": len(template)}).encode()
    try:
        answer, _ = child.communicate(head + b"\n" + template, timeout=CPU_SECONDS + PATIENCE)
    except subprocess.TimeoutExpired:
        raise _too_slow() from None
    finally:
        _end(child)
    line, _, content = answer.partition(b"\n")
    try:
        told = json.loads(line)
    except ValueError:
        # It was ended from outside: by its limits, or by a crash that is the template's doing.
        raise (_too_slow() if child.returncode in (-24, -9) else _TOO_BIG) from None
    if told.get("memory"):
        raise _TOO_BIG
    if told.get("slow"):
        raise _too_slow()
    if "what" in told:
        raise TemplateFault(told["what"], told["remedy"])
    return content


def _too_slow() -> TemplateFault:
    what = f"mallen blev inte klar på {CPU_SECONDS} sekunder"
    return TemplateFault(what, "Ta bort slingorna ({% for %}) ur mallen")


def keep_one_ready() -> None:
    """Start a process that waits for the next template; it ends with the program."""
    global _spare
    with _lock:
        if _spare is None or _spare.poll() is not None:
            _spare = _start()


def _take_spare() -> subprocess.Popen[bytes] | None:
    global _spare
    with _lock:
        spare, _spare = _spare, None
    return spare if spare and spare.poll() is None else None


def _start() -> subprocess.Popen[bytes]:
    """A new process that inherits nothing from ours but where Windows keeps its libraries."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
    return subprocess.Popen(
        [sys.executable, "-B", *_CHILD, str(CPU_SECONDS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_PROGRAM,
        env={**kept, "PYTHONUTF8": "1"},
        close_fds=True,
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.kill()
    with contextlib.suppress(OSError, ValueError):
        child.communicate(timeout=5)
