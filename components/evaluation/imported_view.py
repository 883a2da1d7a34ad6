"""That somebody has changed the files beside the program, told where the evaluation is opened."""

from __future__ import annotations

import streamlit as st

from components.shell import clock, data
from components.shell.markdown import plain
from natverkskollen.output.imported import latest_import
from natverkskollen.store import Failed


def show_imported(evaluation: str) -> None:
    """When it was done, how much it changed, and where to look; nothing where it was long ago."""
    entries = data.history(evaluation)
    found = None if isinstance(entries, Failed) else latest_import(entries, clock.now())
    if found is None:
        return
    words = f"Filerna ändrades utanför programmet {clock.moment(found.when)}. {found.words}"
    tell = st.warning if found.back else st.info
    tell(plain(f"{words} Vilka det är står på sidan Historik."))
