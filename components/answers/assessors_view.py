"""Several assessors: who has come how far, handing in, and the answers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from components.shell import clock, html, rights, state
from components.shell.case_saving import save_list, show_outcome
from components.shell.markdown import plain
from natverkskollen.analysis.agreement import agreement, theme_agreements
from natverkskollen.analysis.assessors import (
    Spread,
    all_submitted,
    progress,
    separate,
    several,
    spread,
    with_submitted,
)
from natverkskollen.analysis.own_gaps import LACK_WORDS, OwnGap, gap_sentence, own_gaps
from natverkskollen.analysis.wording import answer_words
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.swedish.numbers import number, span
from natverkskollen.swedish.words import lower_first


def to_choose(evaluation: Evaluation) -> dict[str, str]:
    """The roles whose answers the person can see, by id; ends the page where there are none."""
    found = rights.to_choose(evaluation)
    if not found:
        st.info("Svaren visas när alla bedömare har lämnat in.")
        st.stop()
    return {each.id: each.role for each in found}


def show_assessors(dossier: Dossier, assessor: str, writable: bool) -> None:
    """How far each has come and the button that hands in; nothing where there is only one."""
    evaluation = dossier.evaluation
    if not several(evaluation):
        return
    rows, unseen = [], rights.hidden(evaluation)
    for each in separate(evaluation):
        done, total = progress(dossier, each.id)
        day = each.submitted.isoformat() if each.submitted else "Inte inlämnat"
        said = "Visas senare" if each.id in unseen else f"{done} av {total}"
        rows.append((each.role, said, day))
    html.table("Bedömarna", ("Bedömare", "Svar", "Inlämnat"), rows)
    if not all_submitted(evaluation):
        html.paragraphs(
            "Svara utan att titta på de andras svar. De läggs sida vid sida när alla har lämnat "
            f"in. {rights.own_role_words()}",
            "nk-quiet",
        )
    if evaluation.status == "final" or not writable:
        return
    me = next(each for each in evaluation.assessors if each.id == assessor)
    if me.joint:
        return
    key = state.case_key(evaluation.id, "lamna-in", assessor)
    if me.submitted is None:
        _show_handing_in(dossier, me, key)
    elif st.button("Öppna mina svar igen", key=key):
        _save(evaluation, with_submitted(evaluation, assessor, None), me.role)


def _show_handing_in(dossier: Dossier, me: Assessor, key: str) -> None:
    """The button, and first what is left where something is."""
    evaluation, asked = dossier.evaluation, f"{key}/ofullstandigt"
    gaps = own_gaps(dossier, me.id)
    if st.button("Lämna in mina svar", key=key):
        if not gaps:
            _save(evaluation, with_submitted(evaluation, me.id, clock.today()), me.role)
        st.session_state[asked] = True
    if not (gaps and st.session_state.get(asked)):
        return
    st.warning(plain(f"Inte inlämnat. Det här är kvar: {lower_first(gap_sentence(gaps))}"))
    show_gaps(gaps)
    if st.button("Lämna in ändå", key=f"{key}/anda"):
        st.session_state.pop(asked, None)
        _save(evaluation, with_submitted(evaluation, me.id, clock.today()), me.role)


def show_gaps(gaps: Sequence[OwnGap]) -> None:
    """What is left, a row for each criterion with the networks it is left for."""
    rows: dict[tuple[str, str], list[str]] = {}
    for gap in gaps:
        told = ", ".join(LACK_WORDS[lack] for lack in gap.lacks)
        place = (f"{gap.theme.title}: {gap.criterion.title}", told)
        rows.setdefault(place, []).append(gap.network.short)
    html.table(
        "Kvar att göra",
        ("Fråga", "Vad", "Nätverk"),
        [(what, told, html.Cell(", ".join(names))) for (what, told), names in rows.items()],
    )


def show_together(dossier: Dossier, criteria: Sequence[Criterion]) -> None:
    """Median, span and every answer per criterion, when all have handed in."""
    evaluation = dossier.evaluation
    if not all_submitted(evaluation):
        return
    with st.expander("Bedömarnas svar sida vid sida"):
        found = agreement(dossier)
        if found:
            html.paragraphs(found.words)
            html.paragraphs("\n".join(theme_agreements(dossier)), "nk-quiet")
        for criterion in criteria:
            if criterion.asked:
                _show_spread(dossier, criterion)
        html.paragraphs(
            "Utan ett gemensamt svar gäller medianen. Välj Enas för att komma överens.", "nk-quiet"
        )


def _show_spread(dossier: Dossier, criterion: Criterion) -> None:
    """A table that is also a dot strip: a column per step and a dot per assessor."""
    judged = criterion.judged
    steps = [Fraction(step) for step in dossier.criteria.scale.steps] if judged else []
    rows: list[html.Row] = []
    for network in dossier.networks.values():
        lie = spread(dossier, network.id, criterion)
        told = "\n".join(
            f"{role}: {answer_words(dossier.criteria, criterion, answer)}"
            for role, answer in lie.answers
        )
        middle = "–" if lie.middle is None else number(lie.middle)
        reach = "–" if lie.low is None or lie.high is None else span(lie.low, lie.high)
        dots = [html.Cell(_dots(lie, step)) for step in steps]
        cells = (html.Cell(middle, number=True), html.Cell(reach, number=True))
        rows.append((network.short, *cells, *dots, html.Cell(told.replace("\n", ". "), wide=True)))
    header = ("Nätverk", "Median", "Intervall", *(number(step) for step in steps), "Svaren")
    html.table(criterion.title, header, rows)


def _dots(lie: Spread, step: Fraction) -> str:
    """A dot for each answer that lies nearest to a step."""
    return "●" * sum(count for at, count in lie.dots.items() if round(at) == step)


def _save(evaluation: Evaluation, assessors: tuple[Assessor, ...], actor: str) -> None:
    show_outcome(save_list(evaluation, "assessors", assessors, actor))
