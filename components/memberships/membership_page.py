"""One membership: what is known of it, its log, its years, its evaluations and the forms."""

from __future__ import annotations

import streamlit as st

from components.memberships import follow_up_form, log_form, membership_form
from components.memberships.days_view import late_words
from components.memberships.membership_facts import show_facts
from components.memberships.membership_saving import show_history
from components.memberships.peers_view import show_peers
from components.shell import clock, html, state, storage
from components.shell.markdown import plain
from components.shell.picker import pick
from natverkskollen.analysis.register.days import notice_of
from natverkskollen.analysis.register.notice_days import next_words, rule_words
from natverkskollen.analysis.register.readings import readings_of
from natverkskollen.analysis.register.register import Row
from natverkskollen.analysis.register.use import use_in, years_of
from natverkskollen.dossier.library import Library
from natverkskollen.editing.follow_up_entry import PROPOSAL_WORDS, USE_WORDS
from natverkskollen.swedish.money import kr
from natverkskollen.swedish.words import lower_first

LOG, YEARS, EVALUATIONS, ABOUT, FOLLOW, CHANGE = (
    *("logg", "ar-for-ar", "utvarderingar", "uppgifter", "uppfoljning", "andra"),
)


def show_one(library: Library, row: Row) -> None:
    """The membership's name and next day, and the part of it that is asked for."""
    membership, locked = row.membership, not storage.shared_writable()
    html.heading(row.network.name if row.network else membership.network)
    kind = [f"klass: {membership.kind}"] if membership.kind else []
    html.meta([row.status_words, *([row.owner] if row.owner else []), *kind])
    if membership.fictional:
        html.remark("Kommunen och allt som står om medlemskapet är påhittat.")
    notice = notice_of(membership, row.network)
    html.paragraphs(f"{rule_words(notice.says)} {next_words(notice, clock.today())}")
    html.bullets([*map(late_words, row.late), *row.reasons])
    parts = {LOG: "Logg", YEARS: "År för år", FOLLOW: "Uppföljning"}
    parts |= {EVALUATIONS: "Utvärderingar", ABOUT: "Uppgifter", CHANGE: "Ändra"}
    if locked:
        del parts[FOLLOW], parts[CHANGE]
    part = pick("Visa", state.PART, parts)
    if part == LOG:
        if not locked:
            log_form.show_log_form(row)
        log_form.show_log(row, locked)
    elif part == YEARS:
        _show_years(row)
        show_peers(library, row)
    elif part == FOLLOW:
        follow_up_form.show_follow_up(row)
    elif part == EVALUATIONS:
        _show_evaluations(library, row)
    elif part == CHANGE:
        membership_form.show_form(library, row.id, membership)
    else:
        show_facts(row)
        show_history(row.id, locked)


def _show_years(row: Row) -> None:
    """What was paid, used and said, a row a year."""
    membership = row.membership
    rows: list[html.Row] = []
    for year in years_of(membership):
        paid, use, told = (
            membership.paid_in(year),
            use_in(membership, year),
            membership.follow_ups.get(year),
        )
        said = f"{USE_WORDS[told.used]}. {told.gave} {told.changed or ''}" if told else ""
        rows.append(
            (
                str(year),
                html.Cell(kr(paid.amount) if paid else "", number=True),
                html.Cell(use.words.partition(": ")[2], wide=True),
                html.Cell(said, small=PROPOSAL_WORDS[told.proposal] if told else "", wide=True),
            )
        )
    if not rows:
        html.paragraphs("Inga fakturor, uppföljningar eller rader i loggen ännu.")
        return
    html.table("År för år", ("År", "Betalt", "Loggen", "Uppföljningen"), rows)


def _show_evaluations(library: Library, row: Row) -> None:
    if row.reading is None:
        html.paragraphs("Medlemskapet är inte med i någon utvärdering ännu.")
    for each in readings_of(library, row.membership):
        words = f"{lower_first(each.verdict)}, värde {each.value}"
        html.paragraphs(f"{each.day.isoformat()}: {words}.")
        title, asked = each.rests_on.evaluation.title, {state.EVALUATION: each.evaluation}
        st.page_link("overview.py", label=plain(title), query_params=asked)
