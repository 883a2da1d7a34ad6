"""A server whose clock a test moves: `python -m tests.moving_clock FILE MODULE …`.

The program's one clock is as many seconds ahead as stands in the file, from when it stands there.
"""

from __future__ import annotations

import runpy
import sys
from datetime import timedelta
from pathlib import Path

from natverkskollen.store import clock


def ahead(file: Path) -> None:
    """Set the clock by the file, for as long as the process lives."""
    real = clock.now

    def moved():
        try:
            return real() + timedelta(seconds=float(file.read_text("utf-8") or 0))
        except OSError:
            return real()

    clock.now = moved


if __name__ == "__main__":
    ahead(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
