"""The yearly report to the body: which year, and the file in Word, PDF or plain text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from components.papers.downloads import MIME, NAMES
from components.shell import clock, state
from components.shell.opening import opening
from components.shell.problems import show_problems
from natverkskollen.analysis.register.register import Register
from natverkskollen.analysis.register.yearly import year_report
from natverkskollen.dossier.library import Library
from natverkskollen.files.problem import DataError
from natverkskollen.output.papers.register_report import KINDS, Report, report


def show_report(library: Library, register: Register) -> None:
    """The years to choose among and the files, made for whoever opens it."""
    opened = opening("Redovisning till nämnden", state.membership_key("", "redovisning"))
    if not opened.open:
        return
    with opened:
        years = range(register.today.year, register.today.year - 5, -1)
        year = st.selectbox("Redovisningens år", years, key=state.membership_key("", "ar"))
        try:
            written = _written(library, register, year, clock.now())
        except DataError as error:
            show_problems(error.problems)
            return
        with st.container(horizontal=True):
            for kind in KINDS:
                st.download_button(
                    f"Ladda ner som {NAMES[kind]}",
                    _later(written, kind),
                    file_name=written.file_name(kind),
                    mime=MIME[kind],
                    on_click="ignore",
                )


def _written(library: Library, register: Register, year: int, now: datetime) -> Report:
    whose = register.rows[0].membership.municipality or library.municipality
    return report(year_report(register, year), library.folder, whose, now)


def _later(written: Report, kind: str) -> Callable[[], bytes]:
    return lambda: written.file(kind)
