"""What a list of memberships comes to, as tables: what changes, what is wrong, what is left."""

from __future__ import annotations

from collections.abc import Container, Sequence

import streamlit as st

from components.shell import html
from components.shell.markdown import plain
from natverkskollen.dossier.library import Library
from natverkskollen.editing.membership_import import Plan, Wanted
from natverkskollen.editing.membership_list import MembershipList
from natverkskollen.swedish.words import capital, counted


def show_list(
    library: Library,
    found: MembershipList,
    wanted: Sequence[Wanted],
    made: Plan,
    create: Container[int],
    skipped: int,
) -> None:
    """The rows by what becomes of them."""
    for told in found.told:
        st.warning(plain(told))
    if not found.rows:
        st.info("Det finns inga rader under rubrikerna.")
        return
    names = {each.row.row: _name(library, each) for each in wanted}
    rows = []
    for each in wanted:
        number = each.row.row
        joins = number in made.joins
        kind = "nytt nätverk" if number in create else "läggs till i utvärderingen" if joins else ""
        first = html.Cell(names[number], small=", ".join(filter(None, (f"rad {number}", kind))))
        for at, (what, before, after) in enumerate(made.shown.get(number, ())):
            values = (html.Cell(before or "–", wide=True), html.Cell(after or "–", wide=True))
            rows.append((first if at == 0 else names[number], what, *values))
        if joins and not made.shown.get(number):
            rows.append((first, "Medlem", html.Cell("–"), html.Cell("ja")))
    if rows:
        html.table("Det här ändras", ("Nätverk", "Uppgift", "Nu", "Listan"), rows)
    if made.wrong:
        wrong = [
            (names[row], f"rad {row}", html.Cell("\n".join(told), wide=True))
            for row, told in made.wrong.items()
        ]
        html.table("Går inte att läsa och sparas inte", ("Nätverk", "Rad", "Varför"), wrong)
    same = sum(not each and row not in made.joins for row, each in made.shown.items())
    sentences = []
    if same:
        sentences.append(f"{capital(counted(same, 'ett medlemskap', 'medlemskap'))} är som förut.")
    if skipped:
        sentences.append(f"{capital(counted(skipped, 'en rad', 'rader'))} läses inte.")
    html.paragraphs(" ".join(sentences))


def _name(library: Library, each: Wanted) -> str:
    known = library.networks.get(each.network)
    return known.name if known else each.row.name
