"""Which questions Bedömning shows: one at a time or a theme as a list, and the way to the next."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.networks.network_groups import group_names, group_of, group_shown
from components.shell import html, state
from components.shell.markdown import plain
from components.shell.picker import pick
from natverkskollen.analysis.assessors import progress
from natverkskollen.analysis.own_gaps import OwnGap, own_gaps
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.criteria import Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import capital

_ONE, _LIST = "fraga", "lista"
_VIEWS = {_ONE: "En fråga i taget", _LIST: "Hela temat"}
# With more networks than this a theme is too long to be read as a list.
_FEW = 2


def show_progress(dossier: Dossier, assessor: str) -> None:
    """How many of the questions one assessor has answered, and which is the next to answer."""
    done, asked = progress(dossier, assessor)
    words = f"{number(done)} av {number(asked)} svar är ifyllda."
    st.progress(done / asked if asked else 0.0, text=capital(words))
    left = [gap for gap in own_gaps(dossier, assessor) if "answer" in gap.lacks]
    # A row of the same height whatever stands in it: what follows below is being pressed.
    place = state.case_key(dossier.evaluation.id, "nasta")
    with st.container(key=place, horizontal=True, vertical_alignment="center"):
        if left:
            _show_next_unanswered(dossier, left)
        else:
            html.paragraphs("Alla frågor är besvarade.", "nk-quiet")


def _show_next_unanswered(dossier: Dossier, left: Sequence[OwnGap]) -> None:
    first = left[0]
    html.paragraphs(
        f"Nästa obesvarade: {first.criterion.title}, {first.network.short} ({first.theme.title}).",
        "nk-quiet",
    )
    here = (state.remembered(state.THEME), state.remembered(state.QUESTION), group_shown(dossier))
    chosen = (first.theme.id, first.criterion.id, group_of(dossier, first.network.id))
    listed = state.remembered(state.QUESTIONS) == _LIST
    if here[::2] != chosen[::2] or (not listed and here[1] != chosen[1]):
        key = state.case_key(dossier.evaluation.id, "vidare", "obesvarad")
        st.button("Gå till nästa obesvarade", key=key, on_click=_go, args=chosen)


def pick_view(dossier: Dossier) -> str:
    """One question at a time, or a whole theme."""
    default = _LIST if len(dossier.networks) <= _FEW else _ONE
    return pick("Visa", state.QUESTIONS, _VIEWS, default)


def pick_questions(theme: Theme, view: str) -> tuple[Criterion, ...]:
    """The questions of a theme that are to be shown."""
    if view == _LIST or not theme.criteria:
        return tuple(theme.criteria)
    names = {each.id: each.title for each in theme.criteria}
    chosen = pick("Fråga", state.QUESTION, names)
    return tuple(each for each in theme.criteria if each.id == chosen)


def show_ways_on(dossier: Dossier, shown: Sequence[Criterion]) -> None:
    """The questions before and after the one shown, also where they belong to another theme.

    With many networks a question has several pages of rows, which come one after the other.
    """
    asked = [each for theme in dossier.criteria.themes for each in theme.criteria]
    themes = {each.id: theme.id for theme in dossier.criteria.themes for each in theme.criteria}
    names = group_names(dossier)
    whole = [(each, rows) for each in asked for rows in names]
    if len(shown) != 1 or len(whole) == 1:
        return
    at = whole.index((shown[0], group_shown(dossier)))
    place = asked.index(shown[0]) + 1
    html.paragraphs(f"Fråga {number(place)} av {number(len(asked))}.", "nk-quiet")
    with st.container(horizontal=True):
        for step, which in ((at + 1, "Nästa"), (at - 1, "Föregående")):
            if 0 <= step < len(whole):
                criterion, rows = whole[step]
                same = criterion is shown[0]
                label = f"nätverk: {names[rows]}" if same else f"fråga: {criterion.title}"
                chosen = (themes[criterion.id], criterion.id, rows)
                key = state.case_key(dossier.evaluation.id, "vidare", str(step - at))
                st.button(plain(f"{which} {label}"), key=key, on_click=_go, args=chosen)


def _go(theme: str, criterion: str, rows: str) -> None:
    state.choose(state.THEME, theme)
    state.choose(state.QUESTION, criterion)
    if rows != "1" or state.remembered(state.ROWS):
        state.choose(state.ROWS, rows)
