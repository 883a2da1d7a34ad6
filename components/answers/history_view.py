"""The history on screen: of one answer, with its restoring, and of the whole evaluation."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import streamlit as st

from components.answers.place import Place
from components.shell import clock, data, html, rights, run, state
from components.shell.case_saving import show_outcome
from components.shell.markdown import plain
from components.shell.opening import opening
from components.shell.person import principal
from components.shell.picker import distinct
from natverkskollen.analysis.wording import answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.cache import Cache
from natverkskollen.model.answer import Answer
from natverkskollen.model.criterion import Criterion
from natverkskollen.output.answer_steps import AnswerHistory, AnswerStep
from natverkskollen.output.history import rows
from natverkskollen.store import Failed, KeyPath, answer_path
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import counted

_PAGE = 30  # changes before the older ones are asked for
Steps = Callable[[KeyPath], tuple[AnswerStep, ...]]
# Each history as far as it has been read, for all who have it open.
_READ: Cache[AnswerHistory] = Cache(64)


def read_steps(dossier: Dossier) -> Steps:
    """What tells the changes of an answer by its path; none where the history cannot be read."""
    id_ = dossier.evaluation.id
    entries, now = data.history(id_), data.versioned(id_)
    if isinstance(entries, Failed) or isinstance(now, Failed):
        return lambda path: ()
    unseen = rights.hidden(dossier.evaluation)  # another set of answers is another history
    place = (run.store().place, id_, unseen, principal().key)
    known = _READ.renewed(place, lambda kept: (kept or AnswerHistory()).grown(entries))
    return lambda path: known.steps(path, now.data, dossier.evaluation.assessors)


def steps_of(
    steps: Steps, assessor: str, network: str, criterion: Criterion
) -> tuple[AnswerStep, ...]:
    """The changes of one answer, the latest first, also under the criterion's earlier names."""
    ids = (criterion.id, *criterion.earlier_ids)
    return tuple(step for id_ in ids for step in steps(answer_path(assessor, network, id_)))


def show_answer_history(
    dossier: Dossier, place: Place, criterion: Criterion, steps: Steps, locked: bool
) -> None:
    """Who changed one answer, when, from what to what; and the choice of going back."""
    found = steps_of(steps, place.assessor, place.network, criterion)
    if not found:  # its room is kept (style.css): nothing moves when the first answer is saved
        return
    opened = opening(f"Historik ({len(found)})", place.key("historik"))
    if not opened.open:
        return
    with opened:
        html.table(
            "Ändringar av svaret, den senaste först",
            ("När och vem", "Från", "Till"),
            [
                (
                    html.Cell(clock.moment(step.when), small=step.who, wide=True),
                    _cell(dossier, criterion, step.before),
                    _cell(dossier, criterion, step.after),
                )
                for step in found
            ],
        )
        if not locked:
            path = answer_path(place.assessor, place.network, criterion.id)
            _restoring(dossier, place, criterion, steps(path))


def _restoring(
    dossier: Dossier, place: Place, criterion: Criterion, steps: tuple[AnswerStep, ...]
) -> None:
    """Two clicks: which version, and that it is to come back as a new one."""
    earlier = {
        step.first - 1: f"{_short(dossier, criterion, step.before)}, före {_at(step)}"
        for step in steps
        if step.before != steps[0].after
    }
    if not earlier:
        return
    shown = distinct({str(version): words for version, words in earlier.items()})
    version = st.selectbox(
        "Gå tillbaka till",
        list(earlier),
        None,
        format_func=lambda each: plain(shown[str(each)]),
        key=place.key("tidigare"),
        placeholder="Välj ett tidigare svar",
        filter_mode=None,
    )
    if version is not None and st.button("Återställ", key=place.key("aterstall")):
        path = answer_path(place.assessor, place.network, place.criterion)
        outcome = run.store().restore(
            place.evaluation, version, place.assessor, path, secrets.token_hex(8)
        )
        show_outcome(outcome)


def show_broken(dossier: Dossier) -> bool:
    """That the history does not hold, and what to do. False: it holds, and nothing is said."""
    entries = data.history(dossier.evaluation.id)
    if isinstance(entries, Failed):
        st.error(
            plain(
                f"Historiken går inte att läsa: {entries.what}. {entries.remedy}. Till dess går "
                "inget att spara i utvärderingen."
            )
        )
    return isinstance(entries, Failed)


def show_history(dossier: Dossier) -> None:
    """Every line of the evaluation's history, the latest first."""
    entries = data.history(dossier.evaluation.id)
    if show_broken(dossier) or isinstance(entries, Failed):
        return
    found = rows(entries, dossier)
    key = state.case_key(dossier.evaluation.id, "historik")
    most = st.session_state.get(key, _PAGE)
    if not entries:
        st.info("Inget har sparats i programmet ännu. Historiken börjar vid det första sparandet.")
        return
    words = counted(len(entries), "en version", "versioner").capitalize()
    html.paragraphs(f"{words} finns kvar. Inget tas bort när du ändrar eller återställer.")
    html.table(
        "Historiken, det senaste först",
        ("När och vem", "Vad", "Från", "Till"),
        [
            (
                html.Cell(clock.moment(row.when), small=row.who, wide=True),
                html.Cell(row.what, small=row.kind, wide=True),
                html.Cell(row.before, wide=True),
                html.Cell(row.after, wide=True),
            )
            for row in found[:most]
        ],
    )
    if len(found) > most:
        html.paragraphs(f"Här visas de {most} senaste av {number(len(found))} ändringar.")
        st.button("Visa äldre ändringar", key=f"{key}/fler", on_click=_show_older, args=(key,))


def _show_older(key: str) -> None:
    st.session_state[key] = st.session_state.get(key, _PAGE) + _PAGE


def _cell(dossier: Dossier, criterion: Criterion, answer: Answer) -> html.Cell:
    more = [answer.rationale or ""]
    more += [f"Bygger på {answer.grade}"] if answer.grade else []
    more += [f"Belägg: {len(answer.evidence)}"] if answer.evidence else []
    words = answer_words(dossier.criteria, criterion, answer)
    return html.Cell(words, small=" ".join(filter(None, more)), wide=True)


def _short(dossier: Dossier, criterion: Criterion, answer: Answer) -> str:
    words = answer_words(dossier.criteria, criterion, answer)
    return f"{words[:40]}{'…' if len(words) > 40 else ''}"


def _at(step: AnswerStep) -> str:
    return f"ändringen {clock.moment(step.when)}"
