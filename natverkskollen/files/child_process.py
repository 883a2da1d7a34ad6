"""Work on a stranger's file in a process of its own, that can be ended without harm to ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_PROGRAM = Path(__file__).resolve().parents[2]


def answer_of(
    module: str, given: bytes, seconds: int, patience: int, few: Mapping[str, str] | None = None
) -> tuple[dict[str, Any], bytes]:
    """What a module answers on stdout: a line of JSON, and the bytes after it.

    The process inherits nothing of ours but where Windows keeps its libraries, and `few`. Its first
    argument is how many seconds of processor it may use; `patience` is seconds by the clock. The
    line says slow or memory where the process was ended by its limits.
    """
    kept = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", module, str(seconds)],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what is said there may hold what somebody wrote
            cwd=_PROGRAM,
            env={**kept, "PYTHONUTF8": "1", **(few or {})},
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"slow": True}, b""
    line, _, content = done.stdout.partition(b"\n")
    try:
        return dict(json.loads(line)), content
    except ValueError:  # it was ended from outside, by its limits
        return ({"slow": True} if done.returncode in (-24, -9) else {"memory": True}), b""


def answer(words: Mapping[str, object], content: bytes = b"") -> int:
    """What the process itself says to whoever started it; the exit code of a process that did."""
    sys.stdout.buffer.write(json.dumps(words).encode() + b"\n" + content)
    sys.stdout.buffer.flush()
    return 0
