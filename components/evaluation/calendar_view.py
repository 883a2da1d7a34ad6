"""The days to keep: warnings, a table and a calendar file."""

from __future__ import annotations

import streamlit as st

from components.shell import clock, html
from components.shell.markdown import plain
from natverkskollen.analysis.calendar_file import ics_text
from natverkskollen.analysis.day_warnings import warnings
from natverkskollen.analysis.key_dates import key_dates
from natverkskollen.dossier.dossier import Dossier


def show_key_dates(dossier: Dossier) -> None:
    """Every known day, what is near or has passed, and the file for one's own calendar."""
    days = key_dates(dossier.evaluation, dossier.networks)
    if not days:
        html.paragraphs(
            "Inga dagar är kända ännu. Dagen för nästa utvärdering skriver du in på Klar."
        )
        return
    near = warnings(days, clock.today())
    if near:
        st.warning(plain("\n\n".join(near)))
    html.table(
        "Viktiga dagar",
        ("Dag", "Vad", "Bygger på"),
        [(html.Cell(each.day.isoformat(), number=True), each.title, each.basis) for each in days],
        headed=True,
    )
    st.download_button(
        "Lägg in dagarna i din kalender",
        ics_text(days, dossier.evaluation.title, dossier.evaluation.case.date),
        f"{dossier.evaluation.id}.ics",
        "text/calendar",
        on_click="ignore",
    )
