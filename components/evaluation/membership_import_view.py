"""A list of memberships from a spreadsheet: pointed out, shown beside what there is, and saved."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.evaluation.membership_list_table import show_list
from components.shell import html, run, state
from components.shell.case_saving import save_changes, show_failure, show_outcome
from components.shell.list_columns import point_out
from components.shell.markdown import plain
from components.shell.person import actor
from components.shell.text_fields import text_line
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_columns import COLUMNS, Layout
from natverkskollen.editing.membership_import import (
    CREATE,
    SKIP,
    Wanted,
    list_changes,
    new_network,
    plan,
)
from natverkskollen.editing.membership_list import ListRow, read_list
from natverkskollen.editing.network_entry import network_changes
from natverkskollen.files.workbook import Sheet, read_workbook
from natverkskollen.files.workbook_parts import MOST_MEGABYTES, UnreadableWorkbook
from natverkskollen.output.excel.book import MIME
from natverkskollen.output.excel.membership_template import membership_template
from natverkskollen.store import Conflict, Failed
from natverkskollen.store.plain_data import plain as plain_data
from natverkskollen.swedish.words import counted

Key = Callable[..., str]


def show_import(dossier: Dossier, library: Library) -> None:
    """Behind its name: the template to download, and a list to choose."""
    id_ = dossier.evaluation.id

    def key(*name: str) -> str:
        return state.case_key(id_, "medlemslista", *name)

    opened = st.expander("Läs in medlemskapen ur Excel", key=key("oppet"), on_change="rerun")
    if not opened.open:
        return
    with opened:
        html.paragraphs(
            "Fyll i mallen, eller välj den lista ni redan har och peka ut kolumnerna. Inget sparas "
            "förrän du har sett vad som ändras."
        )
        st.download_button(
            "Ladda ner mallen",
            lambda: membership_template(dossier, library),
            file_name=f"medlemskap-{id_}.xlsx",
            mime=MIME,
            on_click="ignore",
            key=key("mall"),
        )
        file = st.file_uploader(
            "Läs in en lista", key=key("fil"), max_upload_size=MOST_MEGABYTES, width=480
        )
        if file is None:
            return
        try:
            sheets = [each for each in read_workbook(file.getvalue()) if each.rows]
        except UnreadableWorkbook as refusal:
            st.error(plain(f"Listan går inte att läsa: {refusal}"))
            return
        _show_sheets(dossier, library, sheets, file.name, key)


def _show_sheets(
    dossier: Dossier, library: Library, sheets: Sequence[Sheet], file: str, key: Key
) -> None:
    found = point_out(sheets, COLUMNS, key)
    if found is None:
        return
    sheet, layout = found
    year = text_line(
        "Fakturans år, där ingen kolumn säger det",
        layout.year(sheet) or str(dossier.evaluation.year),
        key=key(sheet.name, "ar", layout.year(sheet)),
        width=200,
    )
    _show_rows(dossier, library, sheet, layout, (year, f"Bladet {sheet.name} i {file}"), key)


def _show_rows(
    dossier: Dossier,
    library: Library,
    sheet: Sheet,
    layout: Layout,
    default: tuple[str, str],
    key: Key,
) -> None:
    found = read_list(sheet, layout, library.networks)
    wanted: list[Wanted] = []
    create: dict[int, dict[str, Any]] = {}
    for row in found.rows:
        chosen = row.network or _choose(row, library, key)
        if chosen == CREATE:
            taken = (*library.networks, *(data["id"] for data in create.values()))
            entry = new_network(row.name, taken)
            if entry.data is None:
                st.error(plain(f"{row.name}: {' '.join(entry.wrong.values())}"))
                continue
            create[row.row], chosen = entry.data, entry.data["id"]
        if chosen != SKIP:
            wanted.append(Wanted(row, chosen, *default))
    made = plan(dossier.evaluation, wanted)
    skipped = len(found.rows) - len(wanted)
    show_list(library, found, wanted, made, create, skipped)
    changes = list_changes(dossier.evaluation, made)
    good = [data for number, data in create.items() if number not in made.wrong]
    # What is saved is what was shown: somebody else may have changed the memberships since.
    seen = hashlib.sha256(repr(plain_data(dossier.evaluation)["memberships"]).encode()).hexdigest()
    before = st.session_state.get(key("sedd"), seen)
    st.session_state[key("sedd")] = seen
    count = sum(bool(each) or row in made.joins for row, each in made.shown.items())
    if not (changes and count):
        return
    words = f"Spara {counted(count, 'ett medlemskap', 'medlemskap')}"
    if st.button(plain(words), key=key("spara"), type="primary"):
        if before != seen:
            st.error("Inte sparat. Någon annan har ändrat medlemskapen. Läs igenom och spara igen.")
        elif _create(good):
            show_outcome(save_changes(dossier.evaluation, changes, actor()))


def _choose(row: ListRow, library: Library, key: Key) -> str:
    """What a row that no network is called is about: one there is, a new one, or nothing."""
    names = {SKIP: "Läs inte raden", **{id_: library.networks[id_].name for id_ in row.near}}
    names[CREATE] = f"Lägg till {row.name} som ett nytt nätverk"
    rest = sorted(library.networks.values(), key=lambda each: each.name.casefold())
    names |= {each.id: each.name for each in rest if each.id not in names}
    told = "liknar ett som finns" if row.near else "finns inte i programmet"
    return str(
        st.selectbox(
            plain(f"Rad {row.row}: {row.name} {told}"),
            list(names),
            format_func=names.__getitem__,
            key=key("rad", str(row.row), row.name),
            width=680,
        )
    )


def _create(networks: Sequence[dict[str, Any]]) -> bool:
    """Create the new networks; False, and why is told, where one cannot be."""
    for data in networks:
        outcome = run.networks().save(
            data["id"], 0, network_changes({}, data), actor(), secrets.token_hex(8)
        )
        if isinstance(outcome, Failed):
            show_failure(outcome)
            return False
        if isinstance(outcome, Conflict):
            st.error(plain(f"{data['name']} finns redan. Ladda om sidan och försök igen."))
            return False
    return True
