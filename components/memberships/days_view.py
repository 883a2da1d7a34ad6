"""What needs doing about the memberships: what is late, and the days of the coming ninety."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from components.shell import clock, html, state
from natverkskollen.analysis.calendar_file import ics_text
from natverkskollen.analysis.register.days import COMING, Due
from natverkskollen.analysis.register.register import Register
from natverkskollen.output.webpage import markup
from natverkskollen.output.webpage.html_lists import bullets
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital, counted, lower_first

_MOST, _WHOLE, _CALENDAR = 6, 12, 730


def late_words(due: Due) -> str:
    """What should have been done, as a sentence with its day."""
    return f"{capital(long_date(due.day))} har passerat: {_title(due)}."


def _coming_words(due: Due) -> str:
    away = (due.day - clock.today()).days
    when = "i dag" if away == 0 else f"om {counted(away, 'en dag', 'dagar')}"
    return f"{capital(long_date(due.day))} ({when}): {_title(due)}."


def _title(due: Due) -> str:
    return due.key.title.rstrip(".")


def show_to_do(register: Register, whole: bool = False) -> None:
    """What is late and what comes in ninety days; the first few of them where not the whole."""
    late, coming = register.late, register.coming()
    many, most = len(late) + len(coming), _WHOLE if whole else _MOST
    if not many:
        html.paragraphs(f"Inget att göra inom {COMING} dagar.")
        return
    if whole and many > most:
        label = f"Visa alla {number(many)} saker att göra"
        most = many if st.checkbox(label, key=state.membership_key("", "allt-att-gora")) else most
    html.bullets([*map(late_words, late[:most]), *map(_coming_words, coming[:most])][:most])
    if not whole and many > most:
        html.paragraphs(f"Och {number(many - most)} till, på sidan Medlemskap.", "nk-quiet")


def show_calendar(register: Register) -> None:
    """Every day of two years as one calendar file."""
    if any(row.next for row in register.rows):
        st.download_button(
            "Lägg in dagarna i din kalender",
            lambda: _calendar(register),
            "medlemskapen.ics",
            "text/calendar",
            on_click="ignore",
        )


def _calendar(register: Register) -> str:
    days = tuple(due.key for due in register.coming(_CALENDAR))
    return ics_text(days, "Medlemskapen", register.today)


def show_on_start(register: Register) -> None:
    """The same, with the way to the register; nothing where there is none."""
    if not register.rows:
        return
    st.header(f"Att göra inom {COMING} dagar", anchor=False)
    show_to_do(register)
    st.page_link("memberships.py", label="Till registret", query_params=_asked(register))


def show_in_short(register: Register) -> None:
    """The first thing to do on one line, and the rest at a click: the answer below it comes first.

    Nothing where nothing is to be done.
    """
    told = [*map(late_words, register.late), *map(_coming_words, register.coming())]
    if not told:
        return
    more = f" ({counted(len(told), 'en sak', 'saker')})" if len(told) > 1 else ""
    address = f"medlemskap?{urlencode(_asked(register))}"
    html.show(
        f'<details class="nk-remark"><summary>Att göra inom {COMING} dagar{more}: '
        f"{escape(lower_first(told[0]))}</summary>{bullets(told)}"
        f"{markup.link('Alla medlemskap och dagar:', 'Medlemskap', address)}</details>"
    )


def _asked(register: Register) -> dict[str, str]:
    holder = register.rows[0].membership.municipality
    return {state.HOLDER: holder} if holder else {}
