"""Whether the data folder can be written: tried once when the program starts, told on every page.

Only a good result is kept: a disk that was full is tried again at the next click.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.markdown import plain
from natverkskollen.data_folder import data_folder
from natverkskollen.store import Failed, store_at

_TRIED: set[Path] = set()


def trouble() -> Failed | None:
    """What keeps the folder from being written; None where all is well."""
    folder = data_folder()
    if folder in _TRIED or not (folder / "evaluations").is_dir():
        return None
    store = store_at(folder)
    store.mend()  # what a crash left behind; broken files are told on Översikt
    found = store.unwritable()
    if found is None:
        _TRIED.add(folder)
    return found


def writable() -> bool:
    """Whether anything can be saved."""
    return trouble() is None


def show_trouble() -> None:
    """A banner where nothing can be saved; nothing otherwise."""
    if found := trouble():
        st.error(
            plain(
                f"Inget kan sparas just nu: {found.what}. {found.remedy}. "
                "Du kan läsa allt, men fälten på Bedöm är låsta tills det är löst."
            )
        )
