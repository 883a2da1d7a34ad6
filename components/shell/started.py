"""What the program says in the window it was started from: where its pages are."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from streamlit import config
from streamlit.web.server import server_util

from components.shell.reading_ahead import reading_ahead


def address() -> str:
    """The address of the start page, as a browser on this computer or in the network asks."""
    return server_util.get_url(config.get_option("browser.serverAddress"))


@asynccontextmanager
async def started(app: Any) -> AsyncGenerator[None, None]:
    """While the server runs; its own words of welcome are in English and hidden in config.toml."""
    print(f"Nätverkskollen är igång: {address()}\nAvsluta med Ctrl+C.", flush=True)
    async with reading_ahead(app):
        yield
