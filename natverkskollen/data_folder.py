"""Which folder holds the data: the one asked for, the environment's, or the program's own."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "NATVERKSKOLLEN_DATA"
PROGRAM_FOLDER = Path(__file__).resolve().parent.parent
ROOMS = ("criteria", "networks", "evaluations", "templates")


def data_folder(asked: str | Path | None = None) -> Path:
    """The folder with criteria/, networks/ and evaluations/ (and perhaps templates/)."""
    return Path(asked or os.environ.get(VARIABLE) or PROGRAM_FOLDER).resolve()
