"""Which folder holds the data: the one asked for, the environment's, or the program's own."""

from __future__ import annotations

import os
from pathlib import Path

from natverkskollen.files.problem import DataError, Problem

VARIABLE = "NATVERKSKOLLEN_DATA"
PROGRAM_FOLDER = Path(__file__).resolve().parents[2]
EVALUATIONS = "evaluations"
ROOMS = ("criteria", "networks", EVALUATIONS, "templates")


def data_folder(asked: str | Path | None = None) -> Path:
    """The folder with criteria/, networks/ and evaluations/ (and perhaps templates/)."""
    return Path(asked or os.environ.get(VARIABLE) or PROGRAM_FOLDER).resolve()


def existing_folder(asked: str | Path | None = None) -> Path:
    """The same folder for a command; DataError where it is not there: the name may be wrong."""
    folder = data_folder(asked)
    if folder.is_dir():
        return folder
    what = "är en fil och ingen mapp" if folder.exists() else "datamappen finns inte"
    remedy = f"Rätta --data eller {VARIABLE}, eller skapa mappen: python -m natverkskollen init"
    raise DataError([Problem(str(folder), 0, what, remedy)])


def names_in(folder: Path | str) -> list[str]:
    """The names in a folder in order, without hidden ones; none where there is no folder."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return []
