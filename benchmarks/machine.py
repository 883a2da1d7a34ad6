"""Which machine, which day and which versions the figures belong to."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path

import numpy as np


def machine() -> str:
    """One line that says it."""
    return (
        f"Mätt {date.today()} på {_processor()}, {os.cpu_count()} kärnor, {platform.system()}, "
        f"Python {platform.python_version()}, numpy {np.__version__}."
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    rows = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [row.split(":", 1)[1].strip() for row in rows if row.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
