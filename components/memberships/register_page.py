"""All memberships: what needs doing, the totals, and a table to search and sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import streamlit as st

from components.memberships.days_view import show_calendar, show_to_do
from components.memberships.report_view import show_report
from components.shell import data, html, state
from components.shell.markdown import plain
from components.shell.picker import pick
from components.shell.text_fields import text_line
from natverkskollen.analysis.register.days import COMING
from natverkskollen.analysis.register.register import Register, Row, holders
from natverkskollen.dossier.library import Library
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital, counted, listed, lower_first

_SEARCH, _WHOLE = "medlemskap/sok", "medlemskap/visa-alla"
_SOME = 40  # a longer list is shown in full to whoever asks
_BY_NAME = "namn"


def _by_value(row: Row) -> tuple[bool, Fraction]:
    """The highest first, and those with no value last."""
    points = row.reading.points if row.reading else None
    return points is None, -(points or Fraction(0))


_ORDERS: Mapping[str, tuple[str, Callable[[Row], Any]]] = {
    _BY_NAME: ("Namn", lambda row: 0),
    "dag": ("Nästa dag", lambda row: row.next.day if row.next else date.max),
    "betalt": ("Betalt", lambda row: -(row.paid.amount if row.paid else Decimal(-1))),
    "ansvarig": ("Ansvarig", lambda row: (not row.owner, row.owner.casefold())),
    "anvandning": ("Användning i år", lambda row: -row.use.occasions),
    "varde": ("Värde", _by_value),
}


def chosen_register(library: Library) -> Register:
    """The register asked for: the folder's own, else the open evaluation's municipality's."""
    known = holders(library)
    names = {state.OWN: "Era egna"} if None in known or not known else {}
    names |= {each: each for each in known if each}
    opened = data.open_one(library)[0]
    theirs = opened.evaluation.municipality.name if opened else ""
    first = state.OWN if state.OWN in names else theirs if theirs in names else next(iter(names))
    chosen = pick("Vems medlemskap", state.HOLDER, names, first)
    return data.register(None if chosen == state.OWN else chosen)


def show_all(library: Library, register: Register) -> None:
    """What needs doing first, then the totals and the table."""
    if not register.rows:
        html.paragraphs(
            "Inget medlemskap är inskrivet ännu. Lägg till ett i listan ovanför, eller läs in en "
            "lista med medlemskap."
        )
        return
    st.header(f"Att göra inom {COMING} dagar", anchor=False)
    show_to_do(register, whole=True)
    show_calendar(register)
    st.header("Alla medlemskap", anchor=False)
    _show_totals(register)
    _show_table(register)
    html.bullets(register.expectations)
    show_report(library, register)


def _show_totals(register: Register) -> None:
    running = sum(row.status != "ended" for row in register.rows)
    many = capital(counted(running, "ett medlemskap", "medlemskap"))
    told = [f"{many} kostar tillsammans {kronor(register.total)} enligt senaste faktura."]
    if register.total == 0:
        told = [f"{many}."]
    if register.unpaid:
        lacking = counted(register.unpaid, "ett medlemskap", "medlemskap")
        told.append(f"För {lacking} är ingen faktura inskriven.")
    if len(register.classes) > 1:
        sums = [f"{kind} {kronor(amount)}" for kind, amount in register.classes]
        told.append(f"Efter klass: {listed(sums)}.")
    html.paragraphs(" ".join(told))


def _show_table(register: Register) -> None:
    asked = text_line("Sök", key=_SEARCH, placeholder="Namn, ansvarig, klass eller budget")
    order = pick("Ordna efter", state.ORDER, {key: words for key, (words, _) in _ORDERS.items()})
    words = asked.casefold().split()
    rows = [row for row in register.rows if all(word in _searched(row) for word in words)]
    rows.sort(key=_ORDERS[order][1])
    if not rows:
        html.paragraphs(f"Inget medlemskap passar in på ”{asked}”.")
        return
    if words:
        found = capital(counted(len(rows), "ett medlemskap", "medlemskap"))
        shown = sum((row.paid.amount for row in rows if row.paid), Decimal(0))
        html.paragraphs(f"{found}, {kronor(shown)}.", "nk-quiet")
    whole = len(rows) <= _SOME or st.checkbox(
        plain(f"Visa alla {number(len(rows))} i listan"), key=_WHOLE
    )
    html.table(
        "Medlemskapen",
        ("Nätverk", "Ansvarig", "Betalt", "Senast bedömt", "Nästa dag", "I år", "Läge"),
        [_cells(row) for row in (rows if whole else rows[:_SOME])],
    )


def _searched(row: Row) -> str:
    membership = row.membership
    texts = (row.name, row.network.name if row.network else "", row.owner, membership.kind)
    whole = (*texts, membership.budget_line, membership.purpose)
    return " ".join(filter(None, whole)).casefold()


def _cells(row: Row) -> html.Row:
    paid, reading, due, use = row.paid, row.reading, row.next, row.use
    budget = row.membership.budget_line or ""
    return (
        html.Cell(row.name, small=row.membership.kind or "", wide=True),
        html.Cell(row.owner, wide=True),
        html.Cell(
            kronor(paid.amount) if paid else "",
            small=", ".join(filter(None, (str(paid.year) if paid else "", budget))),
            number=True,
        ),
        html.Cell(
            f"{lower_first(reading.verdict)}, {reading.value}" if reading else "",
            small=reading.day.isoformat() if reading else "",
        ),
        html.Cell(due.day.isoformat() if due else "", small=due.key.title if due else ""),
        html.Cell(_occasions(row), small=use.hours_words),
        html.Cell(row.status_words),
    )


def _occasions(row: Row) -> str:
    many = row.use.occasions
    return counted(many, "en gång", "gånger") if many else "inget i loggen"
