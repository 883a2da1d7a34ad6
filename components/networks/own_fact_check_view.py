"""A network's own page: what a municipality says of it, to check and to answer."""

from __future__ import annotations

import secrets

import streamlit as st

from components.networks.fact_check_view import enter, show_files, show_points
from components.shell import html, run, state
from components.shell.page_head import page_head
from components.shell.person import principal
from components.shell.picker import distinct, pick
from natverkskollen.analysis.findings.fact_check_reply import REPLIES
from natverkskollen.model.reply import ReplyItem
from natverkskollen.store import SaveOutcome
from natverkskollen.store.own_fact_check import OwnFactCheck, own_fact_checks, save_reply
from natverkskollen.swedish.words import capital


def show_own() -> None:
    """Every fact check that is the person's to answer, one at a time."""
    page_head("Faktagranskning", "Här kontrollerar ni det som kommunen skriver om er.")
    checks = {
        f"{each.evaluation}/{each.network}": each
        for each in own_fact_checks(run.folder(), principal())
    }
    if not checks:
        st.info("Ingen faktagranskning väntar på ert svar.")
        return
    titles = {key: f"{each.municipality}: {each.check.title}" for key, each in checks.items()}
    _show(checks[pick("Visa", state.PART, distinct(titles))])


def _show(asked: OwnFactCheck) -> None:
    html.heading(asked.check.title)
    for each in asked.check.letter:
        html.paragraphs(each)
    show_files(asked.check, asked.municipality, asked.network)
    titles = {i.id: i.title for i in (*asked.check.facts, *asked.check.scores)}
    items = asked.reply.items if asked.reply else ()
    rows = [
        (titles.get(about, about), capital(REPLIES[i.reply]), i.text or "", i.source or "")
        for i in items
        if (about := i.fact or i.criterion or "")
    ]
    if rows:
        html.table("Ert svar", ("Gäller", "Svar", "Text", "Källa"), rows)
    show_points(asked.check)
    if not asked.open:
        st.info("Ärendet är avslutat. Svaret går att läsa men inte att ändra.")
        return

    def save(item: ReplyItem, seen: ReplyItem | None, _: str) -> SaveOutcome:
        with run.writing():
            return save_reply(run.folder(), principal(), asked, seen, item, secrets.token_hex(8))

    html.heading("Ert svar på en punkt")
    key = state.case_key(asked.evaluation, "eget-svar", asked.network)
    enter(key, asked.check, asked.reply, save, by_officer=False)
