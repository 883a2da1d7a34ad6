"""The page a network is sent to check, its files, and the fields for what it replied."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.seen.memory import Shown, Sight
from components.seen.telling import tell_words
from components.shell import clock, html, state, storage
from components.shell.case_saving import save_list, show_outcome
from components.shell.markdown import plain
from components.shell.picker import distinct
from components.shell.text_fields import text_box, text_line
from natverkskollen.analysis.findings.fact_check import CheckItem, FactCheck, fact_check
from natverkskollen.analysis.findings.fact_check_reply import (
    REPLIES,
    reply_of,
    reply_rows,
    reply_sentence,
)
from natverkskollen.analysis.findings.fact_check_text import fact_check_text
from natverkskollen.analysis.result import NetworkResult
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.reply import Reply, ReplyItem
from natverkskollen.output.papers.fact_check_docx import fact_check_docx
from natverkskollen.store import Conflict, Failed, SaveOutcome
from natverkskollen.swedish.words import capital

Save = Callable[[ReplyItem, ReplyItem | None, str], SaveOutcome]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_fact_check(dossier: Dossier, found: NetworkResult) -> None:
    """The files to send out, what the network is asked, and what it has replied."""
    check, evaluation = fact_check(dossier, found), dossier.evaluation
    network = found.network.id
    html.paragraphs(reply_sentence(evaluation, found.network))
    show_files(check, evaluation.municipality.name, network)
    rows = reply_rows(evaluation, found.network)
    if rows:
        html.table("Nätverkets svar", ("Gäller", "Svar", "Källa"), rows)
    show_points(check)
    if storage.closed(evaluation):
        return

    def save(item: ReplyItem, _: ReplyItem | None, who: str) -> SaveOutcome:
        return save_list(evaluation, "replies", _with(evaluation, network, item), who)

    with st.expander("Skriv in nätverkets svar"):
        reply = reply_of(evaluation, network)
        enter(state.case_key(evaluation.id, "svar", network), check, reply, save)


def show_files(check: FactCheck, municipality: str, network: str) -> None:
    """The page as files to send out or to keep."""
    name = f"faktagranskning-{network}"
    word = fact_check_docx(check, municipality)
    st.download_button("Ladda ner som Word", word, f"{name}.docx", _WORD, on_click="ignore")
    st.download_button(
        "Ladda ner som text", fact_check_text(check), f"{name}.txt", "text/plain", on_click="ignore"
    )


def show_points(check: FactCheck) -> None:
    """Each fact and score to check, as it stands."""
    for caption, items in (("Uppgifter att kontrollera", check.facts), ("Betyg", check.scores)):
        if items:
            html.table(
                caption,
                ("Punkt", "Så står det"),
                [(i.title, html.Cell(i.said, small=i.basis, wide=True)) for i in items],
            )


_TEXT, _SOURCE = "text", "kalla"


def enter(
    key: str, check: FactCheck, given: Reply | None, save: Save, by_officer: bool = True
) -> None:
    """One point at a time: choose it, say what the network replied, save.

    `given` is what it has replied so far. `by_officer` asks which role writes it in.
    """
    points = {f"fact/{i.id}": i for i in check.facts} | {f"score/{i.id}": i for i in check.scores}
    titles = distinct({id_: point.title for id_, point in points.items()})
    chosen = st.selectbox(
        "Punkt", list(points), format_func=lambda id_: titles[id_], key=f"{key}/punkt"
    )
    there = _given(given, _subject(chosen, points[chosen]))

    def own(name: str) -> str:
        about = () if name in (_TEXT, _SOURCE) else (chosen,)  # the fields are one for every point
        return "/".join((key, *about, name))

    shown = Shown(own, Sight({_TEXT: "", _SOURCE: ""}, there))
    reply = st.radio(
        "Nätverket" if by_officer else "Vi",
        list(REPLIES),
        format_func=lambda id_: capital(REPLIES[id_]),
        horizontal=True,
        key=f"{key}/slag",
    )
    asked = "Vad nätverket skriver" if by_officer else "Det vi vill säga"
    text = text_box(asked, key=own(_TEXT), on_change=shown.noting(_TEXT))
    source = text_line("Källa till rättelsen", key=own(_SOURCE), on_change=shown.noting(_SOURCE))
    shown.drawn({_TEXT: text, _SOURCE: source})
    text, source = text.strip(), source.strip()
    who = ""
    if by_officer:
        who = text_line("Vem skriver in svaret (roll, inte namn)", key=f"{key}/roll").strip()
    if st.button("Spara svaret", key=f"{key}/spara"):
        unnamed = "Skriv vem som skriver in svaret." if by_officer and not who else ""
        missing = unnamed or _missing(reply, text, source)
        if missing:
            st.warning(plain(missing))
            return
        theirs = ", ".join(filter(None, [REPLIES[there.reply], there.text])) if there else ""
        if shown.changed and (there or shown.seen):
            shown.told()
            tell_words(theirs or "inget svar")
            return
        item = ReplyItem(
            **_subject(chosen, points[chosen]),
            reply=reply,
            text=text or None,
            source=source or None,
        )
        outcome = save(item, there, who)
        if not isinstance(outcome, (Failed, Conflict)):
            shown.follow()
        show_outcome(outcome)


def _subject(chosen: str, item: CheckItem) -> dict[str, str]:
    return {"fact" if chosen.startswith("fact/") else "criterion": item.id}


def _given(earlier: Reply | None, subject: dict[str, str]) -> ReplyItem | None:
    """What the network has replied about one point so far."""
    about = (subject.get("fact"), subject.get("criterion"))
    items = earlier.items if earlier else ()
    return next((item for item in items if (item.fact, item.criterion) == about), None)


def _missing(reply: str, text: str, source: str) -> str:
    if reply != "agree" and not text:
        return "Skriv vad nätverket rättar eller kommenterar."
    return "Skriv var den rätta uppgiften finns." if reply == "correct" and not source else ""


def _with(evaluation: Evaluation, network: str, item: ReplyItem) -> tuple[Reply, ...]:
    """Every reply, with the one to this point added or replaced."""
    earlier = reply_of(evaluation, network)
    subject = (item.fact, item.criterion)
    kept = [i for i in (earlier.items if earlier else ()) if (i.fact, i.criterion) != subject]
    new = Reply(network=network, date=clock.today(), items=(*kept, item))
    return (*(r for r in evaluation.replies if r.network != network), new)
