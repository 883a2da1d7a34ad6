"""What if the weights were others: a profile or points per theme, tried without saving anything."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from components import html, state
from components.markdown import plain
from components.picker import pick
from natverkskollen.problem import DataError
from natverkskollen.result import Result
from natverkskollen.robustness.robustness import Options
from natverkskollen.robustness.weights import shares
from natverkskollen.swedish import percent

_SAVED, _OWN = "sparade", "egna"


def try_weights(result: Result) -> Options | None:
    """The weights a reader wants to try; None for those the evaluation is saved with."""
    names = {_SAVED: f"Som i utvärderingen ({result.weighting_title.lower()})"}
    names |= {profile.id: profile.title for profile in result.criteria.profiles}
    names[_OWN] = "Egna vikter"
    chosen = pick("Pröva vikter", state.WEIGHTING, names)
    if chosen == _SAVED:
        return None
    html.paragraphs("Du prövar andra vikter. Utvärderingen ändras inte.", "nk-quiet")
    if chosen != _OWN:
        return Options(profile=chosen)
    points = _sliders(result)
    try:
        found = shares(points)
    except DataError:
        st.warning("Alla vikter är 0. Ge ett tema mer än 0 poäng. Till dess gäller de sparade.")
        return None
    words = [f"{t.title} {percent(found[t.id])}" for t in result.criteria.themes]
    html.paragraphs(f"Andel av vikten: {', '.join(words)}.", "nk-quiet")
    return Options(points=points)


def _sliders(result: Result) -> dict[str, Decimal]:
    """Points 0–100 per theme, kept in the address so that a link shows the same weights."""
    themes = result.criteria.themes
    saved = [round(float(result.weights[theme.id]) * 100) for theme in themes]
    points = _from_address(len(themes)) or saved
    keys = [state.picked(f"{state.POINTS}/{theme.id}") for theme in themes]

    def keep() -> None:
        typed = (st.session_state[key] for key in keys)
        state.choose(state.POINTS, "-".join(str(each) for each in typed))

    columns = st.columns(min(len(themes), 3))
    for position, (theme, key) in enumerate(zip(themes, keys, strict=True)):
        st.session_state[key] = points[position]
        with columns[position % len(columns)]:
            st.slider(plain(theme.title), 0, 100, step=5, key=key, on_change=keep)
    return {theme.id: Decimal(each) for theme, each in zip(themes, points, strict=True)}


def _from_address(count: int) -> list[int] | None:
    text = state.remembered(state.POINTS)
    parts = text.split("-") if text else []
    if len(parts) != count or not all(part.isdigit() and int(part) <= 100 for part in parts):
        return None
    return [int(part) for part in parts]
