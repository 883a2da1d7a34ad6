"""Which data folders several servers share through a database, and the one way to write in them.

`NATVERKSKOLLEN_STORE=postgresql://…` makes the data folder a copy of that database. Every other
folder, such as the program's own, holds its own files.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from natverkskollen.files.data_folder import PROGRAM_FOLDER, data_folder
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.store.area import Area
from natverkskollen.store.contract import Failed
from natverkskollen.store.database.address import STORE, address_in, store_told
from natverkskollen.store.database.connections import Connections
from natverkskollen.store.database_copy import is_copy
from natverkskollen.store.replica import Replica

T = TypeVar("T")
_REPLICAS: dict[tuple[Path, str], Replica] = {}
_GUARD = threading.Lock()


def replica_at(folder: Path) -> Replica | None:
    """The data folder as a copy of the database; None where it is a folder of its own."""
    told = store_told()
    if not told or not (is_copy(folder) or folder == data_folder()):
        return None
    with _GUARD:
        if (folder, told) not in _REPLICAS:
            if folder == PROGRAM_FOLDER:
                what = "programmets egen mapp kan inte vara en kopia av databasen"
                remedy = f"Ange en tom mapp i NATVERKSKOLLEN_DATA, eller ta bort {STORE}"
                raise DataError([Problem(str(folder), 0, what, remedy)])
            _REPLICAS[folder, told] = Replica(folder, Connections(address_in(told)))
        return _REPLICAS[folder, told]


def brought_up(folder: Path) -> None:
    """Bring a shared folder to what the database holds; nothing in any other.

    What was fetched before holds while the database does not answer. DataError where nothing has
    been fetched since the program started: an older day's rights and answers are nobody's to read.
    """
    replica = replica_at(folder)
    if replica and (trouble := replica.catch_up()) and not replica.known:
        raise DataError([Problem(replica.place, 0, trouble.what, trouble.remedy)])


def within(folder: Path, area: Area, work: Callable[[Path], T]) -> T | Failed:
    """What comes of writing in an area of a data folder; the work gets the folder to write in.

    Where the folder is shared nothing is written that the database has not taken.
    """
    replica = replica_at(folder)
    return work(folder) if replica is None else replica.write(area, work)


def still(folder: Path) -> contextlib.AbstractContextManager[None]:
    """While nothing from other servers comes to the folder."""
    replica = replica_at(folder)
    return contextlib.nullcontext() if replica is None else replica.still()
