"""Enas: only the answers that differ, with every reason, and a click that makes one joint."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from components.answers.answer_saving import put
from components.answers.place import Place
from components.shell import html, state
from components.shell.case_saving import save_list, show_outcome
from components.shell.markdown import plain
from natverkskollen.analysis.agreement import agreement, theme_agreements
from natverkskollen.analysis.assessors import with_joint
from natverkskollen.analysis.differences import Difference, differences
from natverkskollen.analysis.wording import answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer
from natverkskollen.store import Conflict, Failed
from natverkskollen.swedish.words import capital, counted, listed

TOGETHER = "Bedömarna tillsammans"
_AT_A_TIME, _SHOWN = 10, ("enas", "visade")


def show_agreeing(dossier: Dossier, writable: bool) -> None:
    """The differences, the largest first; then what has been agreed on."""
    found = differences(dossier)
    if found is None:
        st.info("Här jämför ni era svar när alla har lämnat in.")
        return
    left = [each for each in found.differences if each.agreed is None]
    same = found.compared - len(found.differences)
    html.paragraphs(
        f"{capital(counted(same, 'ett svar är lika', 'svar är lika'))} och "
        f"{counted(len(found.differences), 'ett skiljer sig', 'skiljer sig')}. "
        "Där ni inte väljer ett gemensamt svar gäller medianen."
    )
    if (whole := agreement(dossier)) is not None:
        with st.expander("Så lika är svaren"):
            html.paragraphs("\n".join((whole.words, *theme_agreements(dossier))))
    open_ = writable and dossier.evaluation.status != "final"
    html.heading("Att enas om")
    if not left:
        html.paragraphs("Inget är kvar att enas om.")
    shown = _shown_so_far(dossier)
    for each in left[:shown]:
        _show(dossier, each, open_)
    _show_more(dossier, len(left) - shown)
    agreed = [each for each in found.differences if each.agreed is not None]
    if agreed:
        html.heading("Det ni har enats om")
        html.table(
            "Gemensamma svar",
            ("Fråga", "Gemensamt svar", "Svaren var för sig"),
            [(_place(each), *_cells(dossier, each)) for each in agreed],
        )
        html.paragraphs(
            "Välj Gemensam bedömning som bedömare för att ändra ett gemensamt svar.", "nk-quiet"
        )


def _shown_so_far(dossier: Dossier) -> int:
    """How many differences are drawn: with many networks there may be hundreds."""
    found: int = st.session_state.get(state.case_key(dossier.evaluation.id, *_SHOWN), _AT_A_TIME)
    return found


def _show_more(dossier: Dossier, left: int) -> None:
    if left <= 0:
        return
    html.paragraphs(f"{capital(counted(left, 'en mindre skillnad', 'mindre skillnader'))} till.")
    key = state.case_key(dossier.evaluation.id, *_SHOWN)

    def more() -> None:
        st.session_state[key] = _shown_so_far(dossier) + _AT_A_TIME

    words = counted(min(left, _AT_A_TIME), "en till", "till")
    st.button(f"Visa {words}", key=f"{key}/fler", on_click=more)


def _place(each: Difference) -> str:
    return f"{each.criterion.title}, {each.network.short}"


def _cells(dossier: Dossier, each: Difference) -> Iterable[html.Cell]:
    joint = each.agreed or Answer()
    words = answer_words(dossier.criteria, each.criterion, joint)
    yield html.Cell(words, small=joint.rationale or "", wide=True)
    alone = [
        f"{role}: {answer_words(dossier.criteria, each.criterion, answer)}"
        for role, answer in each.answers
    ]
    yield html.Cell(". ".join(alone), wide=True)


def _show(dossier: Dossier, each: Difference, open_: bool) -> None:
    html.heading(_place(each), 3)
    html.paragraphs(each.criterion.question, "nk-quiet")
    words = {role: answer_words(dossier.criteria, each.criterion, a) for role, a in each.answers}
    html.table(
        f"Bedömarnas svar: {_place(each)}",
        ("Bedömare", "Svar", "Motivering"),
        [
            (role, html.Cell(words[role], wide=True), html.Cell(a.rationale or "–", wide=True))
            for role, a in each.answers
        ],
        headed=True,
    )
    if not open_:
        return
    choices: dict[str, tuple[list[str], Answer]] = {}
    for role, answer in each.answers:
        choices.setdefault(words[role], ([], answer))[0].append(role)
    median = each.median
    if median is not None:
        told = answer_words(dossier.criteria, each.criterion, median)
        if told not in choices:
            choices[told] = (["medianen"], median)
    with st.container(horizontal=True):
        for told, (roles, answer) in choices.items():
            label = plain(f"Anta {told.split(' – ')[0].lower()} ({listed(roles)})")
            key = state.case_key(
                dossier.evaluation.id, "anta", each.criterion.id, each.network.id, told[:12]
            )
            if st.button(label, key=key):
                _adopt(dossier, each, answer)


def _adopt(dossier: Dossier, each: Difference, answer: Answer) -> None:
    """Make an answer the joint one; the joint assessor is there from the first time."""
    evaluation = dossier.evaluation
    assessors = with_joint(evaluation)
    if assessors != evaluation.assessors:
        outcome = save_list(evaluation, "assessors", assessors, TOGETHER)
        if isinstance(outcome, (Failed, Conflict)):
            show_outcome(outcome)
            return
    joint = next(one.id for one in assessors if one.joint)
    place = Place(evaluation.id, joint, each.network.id, each.criterion.id)
    show_outcome(put(place, each.agreed or Answer(), answer, actor=TOGETHER))
