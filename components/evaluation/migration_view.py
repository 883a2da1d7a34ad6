"""A later revision of the criteria: the notice, the preview, and the button that goes over."""

from __future__ import annotations

from hashlib import sha256
from secrets import token_hex

import streamlit as st

from components.shell import clock, data, html, rights, run, state, storage
from components.shell.case_saving import show_outcome
from components.shell.markdown import plain
from components.shell.person import actor
from components.shell.text_fields import text_box, text_line
from natverkskollen.analysis.set_aside_words import HEADING, given_words, why_words
from natverkskollen.dossier.copies import bound_text
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.migration import Migration, go_back, go_over, last_passage, migration
from natverkskollen.output.migration_rows import grouped
from natverkskollen.output.migration_words import consequences, lead
from natverkskollen.store import Failed
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.words import capital, counted

_FINAL = "Den är färdigställd och behåller de kriterier den gjordes med."


def show_notice(dossier: Dossier) -> None:
    """That the criteria have a later revision, with the way to the preview; else nothing."""
    told = migration(dossier)
    if told is None:
        return
    if dossier.evaluation.status == "final":
        html.paragraphs(f"{lead(dossier, told)} {_FINAL}", "nk-quiet")
        return
    st.warning(plain(lead(dossier, told)))
    st.page_link(
        "closing.py",
        label="Se vad den nya versionen betyder på sidan Klar",
        query_params={state.EVALUATION: dossier.evaluation.id},
    )


def show_migration(dossier: Dossier, seen: int) -> None:
    """The preview and the button; nothing where the evaluation follows the criteria as they are."""
    told = migration(dossier)
    if told is None:
        return
    st.header("Ny version av kriterierna", anchor=False)
    html.paragraphs(lead(dossier, told))
    if dossier.evaluation.status == "final":
        html.paragraphs(
            f"{_FINAL} Öppna den igen om den ska byta version, eller starta en ny omgång med de "
            "nya kriterierna."
        )
        return
    html.paragraphs(
        "Inget ändras förrän du byter. Då blir allt i tabellen en enda version i historiken, "
        "och inget svar tas bort."
    )
    _show_groups(told)
    for rule in told.rules:
        html.paragraphs(rule)
    rows = [
        (each.network, each.before, each.after, "Samma" if each.same else "Ändras")
        for each in consequences(dossier, told)
    ]
    html.table(
        "Vad bedömningen säger", ("Nätverk", "Nu", "Med den nya versionen", "Skillnad"), rows
    )
    if not storage.closed(dossier.evaluation):
        _show_button(dossier, told, seen)


def _show_groups(told: Migration) -> None:
    rows: list[tuple[html.Cell | str, ...]] = []
    for heading, parts in grouped(told):
        rows.append((html.Cell(heading, heading=True, span=2),))
        for part in parts:
            small = f"{part.answers}, förut {part.was}" if part.was else part.answers
            rows.append((html.Cell(part.title, small=capital(small)), part.happens))
    html.table("Vad som händer med varje kriterium", ("Kriterium", "Vad som händer"), rows)


def _show_button(dossier: Dossier, told: Migration, seen: int) -> None:
    id_, revision = dossier.evaluation.id, told.after.criteria.revision
    who = text_line("Vem byter version (roll)", key=state.case_key(id_, "utgava", "vem"))
    why = text_box("Varför", key=state.case_key(id_, "utgava", "varfor"), height=90)
    # The key holds what was previewed: criteria that change under an open page need a new click.
    mark = sha256(bound_text(told.after.criteria).encode()).hexdigest()[:12]
    if not st.button(
        plain(f"Byt till version {revision}"), key=state.case_key(id_, "utgava", mark)
    ):
        return
    if not who.strip() or not why.strip():
        st.error("Skriv vilken roll som byter version och varför. Det står sedan i historiken.")
        return
    day, store = clock.today(), run.store()
    show_outcome(go_over(store, dossier, seen, who.strip(), why.strip(), day))


def show_way_back(dossier: Dossier, seen: int) -> None:
    """Two clicks back to the revision before the last passage; nothing where there was none."""
    evaluation = dossier.evaluation
    entries = data.history(evaluation.id)
    if isinstance(entries, Failed):
        return
    passed = last_passage(entries)
    may = rights.may_administer(evaluation.id)  # it takes back what others have changed as well
    if not evaluation.criteria_changes or passed is None or storage.closed(evaluation, may):
        return
    change = evaluation.criteria_changes[-1]
    st.header("Kriteriernas version", anchor=False)
    html.paragraphs(
        f"Utvärderingen bytte från version {change.from_revision} till {change.to_revision} "
        f"{long_date(change.date)}. Skäl: {change.reason.rstrip('.')}. Ansvarig: {change.by}.",
        "nk-quiet",
    )
    wish = plain(f"Jag vill gå tillbaka till version {change.from_revision}")
    if not st.checkbox(wish, key=state.case_key(evaluation.id, "utgava", "tillbaka")):
        return
    later = sum(bool(entry.changes) for entry in entries[passed.version :])
    words = "Inget annat har ändrats sedan dess."
    if later:
        many = counted(later, "en senare ändring", "senare ändringar")
        words = f"{capital(many)} tas då också tillbaka. Historiken har allt kvar."
    html.paragraphs(f"Allt blir som det var före övergången. {words}")
    if st.button("Gå tillbaka", key=state.case_key(evaluation.id, "utgava", "ga-tillbaka")):
        show_outcome(go_back(run.store(), evaluation.id, seen, actor(), token_hex(8)))


def show_set_aside(dossier: Dossier, assessor: str) -> None:
    """One assessor's answers that are kept and do not count; nothing where all count."""
    found = dossier.own_aside(assessor)
    if not found:
        return
    html.heading(HEADING)
    words = capital(counted(len(found), "ett svar", "svar"))
    why = "gavs till kriterier eller nätverk som sedan har ändrats eller tagits ut"
    html.paragraphs(f"{words} {why}.", "nk-quiet")
    for each in found:
        html.heading(f"{each.title}, {dossier.called(each.network)}", 3)
        html.paragraphs(given_words(each), "nk-text nk-faded")
        html.paragraphs(each.answer.rationale or "Ingen motivering", "nk-text nk-faded")
        html.paragraphs(why_words(each), "nk-quiet")
