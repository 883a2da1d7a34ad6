"""Which folder holds the data: the one asked for, the environment's, one's own or the program's.

The program runs from a checkout, whose own folder is a data folder to write in, or installed. Then
its files lie among Python's packages, where nothing is ever written: they are an example to read,
and `run` makes a folder of one's own (docs/beslut/0014).
"""

from __future__ import annotations

import os
from pathlib import Path

from natverkskollen.files.problem import DataError, Problem

VARIABLE = "NATVERKSKOLLEN_DATA"
EVALUATIONS = "evaluations"
REFERENCE = "reference"
DOCUMENTS = "documents"
MEMBERSHIPS = "memberships"
ROOMS = ("criteria", "networks", MEMBERSHIPS, EVALUATIONS, "templates", REFERENCE, DOCUMENTS)
_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = _PACKAGE / "shipped"  # made by the build out of what lies beside natverkskollen/
INSTALLED = _SHIPPED.is_dir()
PROGRAM_FOLDER = _SHIPPED if INSTALLED else _PACKAGE.parent


def own_folder() -> Path:
    """Where an installed program keeps a person's files when nobody says where: at home, seen."""
    return Path.home() / "natverkskollen"


def data_folder(asked: str | Path | None = None) -> Path:
    """The folder with criteria/, networks/ and evaluations/ (and perhaps templates/)."""
    told = asked or os.environ.get(VARIABLE)
    if told or not INSTALLED:
        return Path(told or PROGRAM_FOLDER).resolve()
    own = own_folder()
    return own.resolve() if own.is_dir() else PROGRAM_FOLDER


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


def only_an_example(folder: Path) -> bool:
    """Whether the folder is the installed program's own, which is read and never written."""
    return INSTALLED and folder.resolve().is_relative_to(PROGRAM_FOLDER)


def folder_to_write(asked: str | Path | None = None) -> Path:
    """The data folder for a command that writes; DataError where it is only an example."""
    folder = data_folder(asked)
    if not only_an_example(folder):
        return folder
    what = "det installerade programmets exempel går inte att ändra"
    remedy = f"Ange en egen mapp med --data eller {VARIABLE}"
    raise DataError([Problem(str(folder), 0, what, remedy)])
