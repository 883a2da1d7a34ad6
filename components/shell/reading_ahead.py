"""What the first visitor after a start would wait for, done as soon as the server has started.

The server answers meanwhile. A file that cannot be read is told of on the page that needs it.
"""

from __future__ import annotations

import importlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from threading import Thread
from typing import Any

from natverkskollen.files.data_folder import data_folder
from natverkskollen.files.problem import DataError
from natverkskollen.store import read_ahead

# What every page's first run loads, heaviest first.
_LOADED = ("components.papers.committee_view", "components.shell.side_bar")


@asynccontextmanager
async def reading_ahead(_app: Any) -> AsyncGenerator[None, None]:
    """While the server runs: its first reading goes on beside it, and stops with it."""
    Thread(target=_read, name="läser i förväg", daemon=True).start()
    yield


def _read() -> None:
    for name in _LOADED:
        importlib.import_module(name)
    folder = data_folder()
    if folder.is_dir():
        with suppress(DataError):  # the page of whoever comes says what is wrong
            read_ahead(folder)
