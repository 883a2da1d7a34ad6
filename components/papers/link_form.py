"""The form that makes a link for the committee: who has it reads the summary without signing in."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from components.shell import clock, html, rights, run, state
from components.shell.markdown import plain
from components.shell.opening import opening
from components.shell.person import principal
from natverkskollen.files.server_settings import link_key, server_settings
from natverkskollen.model.reading_link import MOST_DAYS
from natverkskollen.store import Failed
from natverkskollen.store.link_making import made_link
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import capital

_USUAL = timedelta(days=30)


def show_link_form(evaluation: str) -> None:
    """A day, a button and the link; nothing on a server without a key, or without the right."""
    key, server = link_key(), server_settings().address
    if not key or not server or not rights.may_edit(evaluation):
        return
    with opening("Länk till nämnden", state.case_key(evaluation, "lank")) as part:
        if part.open:
            _show_fields(evaluation, key, server)


def _show_fields(evaluation: str, key: str, server: str) -> None:
    html.paragraphs(
        "Den som har länken läser sammanfattningen för nämnden utan att logga in, som den är den "
        "dagen, och når inget annat."
    )
    today = clock.today()
    until = st.date_input(
        "Länkens sista dag",
        today + _USUAL,
        min_value=today,
        max_value=today + timedelta(days=MOST_DAYS),
        format="YYYY-MM-DD",
        key=state.case_key(evaluation, "lank", "dag"),
    )
    pressed = st.button("Gör en länk", key=state.case_key(evaluation, "lank", "gor"))
    if not pressed:
        return
    with run.writing():
        link = made_link(run.folder(), principal(), evaluation, until)
    if isinstance(link, Failed):
        st.error(plain(f"{capital(link.what)}. {link.remedy}."))
        return
    st.code(link.address(server, key), language=None, wrap_lines=True)
    html.paragraphs(
        f"Länken gäller till och med {long_date(until)}. Kopiera den nu: den visas inte igen. En "
        f"administratör återkallar den med numret {link.number} under revoked_links i access.yaml."
    )
