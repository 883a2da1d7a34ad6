"""The way from an empty data folder to the first evaluation, one sentence and one click a step."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.shell import html, run
from components.shell.markdown import plain
from components.shell.person import principal
from natverkskollen.editing.first_files import lacking, start_folder
from natverkskollen.files.data_folder import PROGRAM_FOLDER, VARIABLE
from natverkskollen.store import Failed, read_library
from natverkskollen.swedish.words import listed

_WORDS = {"criteria": "kriterier", "networks": "nätverk"}


def show_start(rooms: Sequence[str]) -> None:
    """What the data folder lacks, and the button that lays it in after saying what it does."""
    folder = run.folder()
    if not folder.exists():
        st.warning(
            plain(
                f"Datamappen {folder} finns inte. Är namnet fel: rätta {VARIABLE} och starta om. "
                "Är det rätt skapar knappen nedan mappen."
            )
        )
    names = [_WORDS[room] for room in rooms]
    html.paragraphs(
        f"Datamappen har inga {listed(names, 'eller')} ännu. Programmet har egna att börja med."
    )
    shipped = read_library(PROGRAM_FOLDER)
    offered = {
        "criteria": sorted(each.title for each in shipped.criteria.values()),
        "networks": [each.short for each in shipped.networks.values()],
    }
    html.labelled([(_WORDS[room].capitalize(), ", ".join(offered[room])) for room in rooms])
    html.paragraphs(
        "Filerna kopieras till er datamapp och är sedan era. En ny version av programmet ändrar "
        "dem inte, och inget som redan finns i mappen skrivs över.",
        "nk-quiet",
    )
    if not st.button(f"Lägg in {listed(names)}", type="primary"):
        return
    with run.writing():
        written = start_folder(folder, by=principal())
    if isinstance(written, Failed):
        st.error(plain(f"Inget är inlagt. {written.what.capitalize()}. {written.remedy}."))
    elif lacking(folder):
        st.error("Inget är inlagt. Programmets egna filer saknas; installera programmet på nytt.")
    else:
        st.rerun()
