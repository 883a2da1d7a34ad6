"""Which sheet a list lies in, and which column is what: guessed, and pointed out by the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components.shell import html
from components.shell.markdown import plain
from components.shell.picker import slots
from natverkskollen.editing.membership_columns import Columns, Layout, guess, guess_in, headings
from natverkskollen.files.workbook import Sheet, cell_name

_NONE = -1
# Where what the template calls a column is too long to stand above a narrow field.
_SHORT = {"paid_by": "Beloppet läst på", "cost_note": "Källa för resor och övrigt"}
Key = Callable[..., str]


def point_out(sheets: Sequence[Sheet], columns: Columns, key: Key) -> tuple[Sheet, Layout] | None:
    """The sheet and its columns as they are pointed out; None until one holds networks' names."""
    hidden = [each.name for each in sheets if each.hidden]
    if hidden:
        st.warning(plain(f"Dolda blad läses inte: {', '.join(hidden)}."))
    shown = [each for each in sheets if not each.hidden]
    best = guess(shown, columns)
    if best is None:
        st.error("Det finns ingen lista i filen: inget blad har en rad med rubriker.")
        return None
    names = [each.name for each in shown]
    name = best.sheet
    if len(names) > 1:
        name = st.selectbox("Blad", names, names.index(name), key=key("blad"), filter_mode=None)
    sheet = next(each for each in shown if each.name == name)
    layout = _columns(sheet, columns, lambda *words: key(name, *words))
    if layout is None or "network" not in layout.columns:
        st.warning("Peka ut kolumnen med nätverkens namn.")
        return None
    return sheet, layout


def _columns(sheet: Sheet, columns: Columns, key: Key) -> Layout | None:
    """The layout as guessed, or as the person points it out."""
    best = guess_in(sheet, None, columns)
    rows = list(range(min(30, len(sheet.rows))))
    first = best.heading if best else 0

    def words(row: int) -> str:
        texts = [str(value) for value in sheet.rows[row] if isinstance(value, str)]
        return f"Rad {row + 1}: {' · '.join(texts)[:70]}"

    heading = st.selectbox(
        "Rubrikerna står på", rows, first, format_func=words, key=key("rubrik"), filter_mode=None
    )
    layout = best if best and best.heading == heading else guess_in(sheet, heading, columns)
    if layout is None:
        return None
    names = {
        at: f"{cell_name(0, at)[:-1]}: {words or 'utan rubrik'}"
        for at, words in headings(sheet, heading).items()
    }
    pointed: dict[str, int] = {}
    html.heading("Vilken kolumn är det?", 3)
    for place, (field, (label, _)) in zip(slots(len(columns)), columns.items(), strict=True):
        guessed = layout.columns.get(field, _NONE)
        options = [_NONE, *names]
        chosen = place.selectbox(
            plain(_SHORT.get(field, label)),
            options,
            options.index(guessed) if guessed in options else 0,
            format_func=lambda at: names.get(at, "Finns inte i listan"),
            key=key("kolumn", str(heading), field),
            filter_mode=None,
        )
        if chosen != _NONE:
            pointed[field] = chosen
    left = [names[at] for at in names if at not in pointed.values()]
    if left:
        html.paragraphs(f"Läses inte: {', '.join(left)}.", "nk-quiet")
    return Layout(sheet.name, heading, pointed)
