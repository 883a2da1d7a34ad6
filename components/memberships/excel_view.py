"""The register to Excel, and a list in Excel to the register: shown first, then saved."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import streamlit as st

from components.shell import clock, html, run, state
from components.shell.list_columns import point_out
from components.shell.markdown import plain
from components.shell.opening import opening
from components.shell.person import actor
from components.shell.text_fields import text_line
from natverkskollen.analysis.register.register import Register
from natverkskollen.dossier.library import Library
from natverkskollen.editing.register_import import (
    REGISTER_COLUMNS,
    Planned,
    read_sheet,
    save_planned,
)
from natverkskollen.files.workbook import read_workbook
from natverkskollen.files.workbook_parts import UnreadableWorkbook
from natverkskollen.output.excel.book import MIME
from natverkskollen.output.excel.register_book import register_book
from natverkskollen.swedish.words import capital, counted


def show_excel(library: Library, register: Register, locked: bool) -> None:
    """The workbook to download and the place for a list, for whoever opens it."""
    opened = opening("Excel: registret ut och en lista in", _key("excel"))
    if not opened.open:
        return
    with opened:
        st.download_button(
            "Ladda ner registret",
            lambda: register_book(register),
            file_name="medlemskap.xlsx",
            mime=MIME,
            on_click="ignore",
        )
        html.paragraphs(
            "Den listan går att fylla i och läsa in igen. Har ni en egen lista väljer du den och "
            "pekar ut kolumnerna. Inget sparas förrän du har sett vad som ändras."
        )
        if not locked:
            _show_reading(library)


def _key(name: str) -> str:
    return state.membership_key("", name)


def _show_reading(library: Library) -> None:
    turn = st.session_state.get(_key("lista-omgang"), 0)
    file = st.file_uploader("Lista med medlemskap", type=["xlsx"], key=_key(f"lista-{turn}"))
    if file is None:
        return
    try:
        sheets = [each for each in read_workbook(file.getvalue()) if each.rows]
    except UnreadableWorkbook as refusal:
        st.error(plain(f"Listan går inte att läsa: {refusal}"))
        return
    pointed = point_out(
        sheets, REGISTER_COLUMNS, lambda *name: _key("-".join(("lista", str(turn), *name)))
    )
    if pointed is None:
        return
    sheet, layout = pointed
    year = layout.year(sheet) or str(clock.today().year)
    if "paid" in layout.columns and "paid_year" not in layout.columns:
        label = "Fakturans år, där ingen kolumn säger det"
        year = text_line(label, year, key=_key(f"lista-{turn}-ar-{year}"), width=200)
    create = st.checkbox("Lägg till nätverk som inte finns i programmet", key=_key("skapa"))
    found = read_sheet(library, sheet, layout, year, create)
    html.bullets(found.told)
    rows: list[html.Row] = [_row(each) for each in found.planned]
    html.table("Så läses listan", ("Medlemskap", "Vad som ändras"), rows)
    many = counted(len(found.ready), "ett medlemskap", "medlemskap")
    save = found.ready and st.button(
        plain(f"Spara {many} i registret"), key=_key("spara-lista"), type="primary"
    )
    if save:
        _save(found.ready, turn)


def _row(each: Planned) -> html.Row:
    words = " ".join(each.wrong) or each.words or "Ingen ändring."
    kind = "Sparas inte" if each.wrong else "Nytt i registret" if each.new else ""
    return html.Cell(each.row.name, wide=True), html.Cell(words, small=kind, wide=True)


def _save(ready: Sequence[Planned], turn: int) -> None:
    """Row by row; the first that does not go is told, and those before it are kept."""
    for each in ready:
        key = secrets.token_hex(8)
        failed = save_planned(run.networks(), run.memberships(), each, actor(), key)
        if failed:
            st.error(plain(f"{each.row.name}: inte sparat. {failed.what}. {failed.remedy}."))
            return
    st.session_state[_key("lista-omgang")] = turn + 1
    many = capital(counted(len(ready), "ett medlemskap", "medlemskap"))
    st.session_state[state.TOLD] = f"{many} sparade {clock.now():%H:%M}"
    state.choose(state.HOLDER, state.OWN)
    st.rerun()
