"""A filled-in scoring form on Bedömning: what it changes, then the save."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import streamlit as st

from components.answers.answer_clash import AnswerClash, show_both
from components.answers.history_view import Steps, steps_of
from components.answers.score_form_out import show_form_out
from components.shell import clock, data, html, run, saved_line, state
from components.shell.case_saving import show_failure
from components.shell.markdown import plain
from natverkskollen.analysis.wording import GRADES, answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.editing.score_form_intake import look_over, save_forms
from natverkskollen.editing.score_form_reading import read_forms
from natverkskollen.editing.score_form_row import FormAnswer, Intake
from natverkskollen.files.workbook_parts import MOST_MEGABYTES, UnreadableWorkbook
from natverkskollen.model.answer import Answer
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.words import capital, counted

_THEIRS, _MINE = "Behåll svaret i filen", "Spara svaret i formuläret"
Key = Callable[..., str]


def show_form(dossier: Dossier, assessor: str, steps: Steps, writable: bool) -> None:
    """Behind its name: the form to download, and the filled-in one to choose."""
    id_ = dossier.evaluation.id
    opened = st.expander(
        "Fyll i utanför programmet",
        key=state.case_key(id_, "formular", "oppet"),
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        html.paragraphs(
            "Ladda ner ett formulär för Excel eller LibreOffice, fyll i det och läs in det här. "
            "Inget sparas förrän du har sett vad som ändras."
        )
        show_form_out(dossier, assessor)
        if writable:
            _show_in(dossier, steps)


def _show_in(dossier: Dossier, steps: Steps) -> None:
    id_ = dossier.evaluation.id

    def key(*name: str) -> str:
        return state.case_key(id_, "formular", *name)

    turn = st.session_state.get(key("omgang"), 0)
    file = st.file_uploader(
        "Läs in ett ifyllt formulär",
        key=key("fil", str(turn)),
        max_upload_size=MOST_MEGABYTES,
        width=480,
    )
    if told := st.session_state.get(key("besked")) if file is None else None:
        html.told(told, True, str(turn))
    if file is None:
        return
    try:
        forms = read_forms(file.getvalue())
    except UnreadableWorkbook as refusal:
        st.error(plain(f"Formuläret går inte att läsa: {refusal}"))
        return
    now = data.versioned(id_)
    if isinstance(now, Failed):
        show_failure(now)
        return
    intake = look_over(run.store(), dossier, now, forms)
    chosen = _show_preview(dossier, intake, steps, key)
    count = len(intake.changed) + len(chosen)
    words = f"Spara {counted(count, 'ett svar', 'svar')}"
    if count and st.button(plain(words), key=key("spara"), type="primary"):
        _save(intake, chosen, key)


def _show_preview(dossier: Dossier, intake: Intake, steps: Steps, key: Key) -> set[str]:
    """What the form comes to; the clashing answers that are chosen to be saved."""
    for told in intake.told:
        st.warning(plain(told))
    same = counted(intake.unchanged, "ett svar", "svar")
    html.paragraphs(f"{capital(same)} är som förut.")
    _show_answers(dossier, "Det här ändras", intake.changed)
    if intake.unclear:
        rows = [(each.place, each.what, html.Cell(each.why, wide=True)) for each in intake.unclear]
        html.table("Går inte att läsa och sparas inte", ("Cell", "Svar", "Varför"), rows)
    _show_answers(dossier, "Inlämnat eller färdigställt och ändras inte", intake.locked)
    chosen = set()
    if intake.clashing:
        st.warning(
            "Några svar har ändrats av någon annan sedan formuläret laddades ner. Inget är borta. "
            "Välj för varje svar vilket som ska gälla."
        )
    for each in intake.clashing:
        if _show_clash(dossier, each, steps, key):
            chosen.add(each.id)
    return chosen


def _show_answers(dossier: Dossier, caption: str, answers: Sequence[FormAnswer]) -> None:
    if not answers:
        return
    rows = []
    for each in answers:
        title = _title(dossier, each)
        for at, (part, old, new) in enumerate(_parts(dossier, each)):
            first = html.Cell(title, small=each.place) if at == 0 else title
            rows.append((first, part, html.Cell(old, wide=True), html.Cell(new, wide=True)))
    html.table(caption, ("Svar", "Del", "Nu", "Formuläret"), rows)


def _parts(dossier: Dossier, each: FormAnswer) -> list[tuple[str, str, str]]:
    """The parts of an answer that the form changes, each before and after, in words."""

    def words(answer: Answer) -> tuple[str, ...]:
        figure = answer_words(dossier.criteria, each.criterion, answer)
        grade = GRADES[answer.grade] if answer.grade else "–"
        return figure, answer.rationale or "–", grade

    told = zip(
        ("Svar", "Motivering", "Bygger på"), words(each.theirs), words(each.after), strict=True
    )
    return [(part, old, new) for part, old, new in told if old != new]


def _show_clash(dossier: Dossier, each: FormAnswer, steps: Steps, key: Key) -> bool:
    """Both answers with who gave the other; True where the one in the form is chosen."""
    html.heading(_title(dossier, each), 4)
    found = steps_of(steps, each.assessor, each.network, each.criterion)
    clash = AnswerClash(each.mine, each.theirs).with_latest(found)
    show_both(clash, dossier, each.criterion)
    # What was chosen holds only against the answer that was shown.
    seen = hashlib.sha256(repr((each.theirs, each.mine)).encode()).hexdigest()[:12]
    choice = st.radio(
        plain(f"Vilket ska gälla: {_title(dossier, each)}"),
        (_THEIRS, _MINE),
        key=key("krock", each.id, seen),
        label_visibility="collapsed",
    )
    return bool(choice == _MINE)


def _title(dossier: Dossier, each: FormAnswer) -> str:
    return f"{each.criterion.title}, {dossier.networks[each.network].short}"


def _save(intake: Intake, chosen: set[str], key: Key) -> None:
    """Save, and begin anew with an empty field; what did not go is told and the file stays."""
    outcomes = save_forms(run.store(), intake, chosen)
    failed = [each for each in outcomes.values() if isinstance(each, Failed)]
    clashed = any(isinstance(each, Conflict) for each in outcomes.values())
    for outcome in failed:
        show_failure(outcome)
    if clashed:
        saved_line.note(well=False)
        st.error(
            "Inte sparat. Någon annan har ändrat ett av svaren. Läs in formuläret en gång till."
        )
    if failed or clashed:
        return
    saved_line.note(well=True)
    count = counted(len(intake.changed) + len(chosen), "ett svar", "svar")
    st.session_state[key("besked")] = f"Sparat {clock.now():%H:%M}: {count} ur formuläret."
    st.session_state[key("omgang")] = st.session_state.get(key("omgang"), 0) + 1
    st.rerun()
