"""Which weightings count as reasonable: a model, or intervals of the reader's own per theme."""

from __future__ import annotations

from typing import cast

import streamlit as st

from components.shell import html, state
from components.shell.markdown import plain
from components.shell.picker import pick, slots
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.settings import Options
from natverkskollen.model.rules import WeightsModel

_OWN = "egna"
_MODELS = {
    "interval": "Varje tema mellan hälften och dubbelt",
    "ranked": "Samma ordning mellan temana",
    "all": "Alla tänkbara vikter",
    _OWN: "Egna intervall",
}
_MOST, _STEP = 100, 5


def reasonable_weights(result: Result) -> Options:
    """The weightings a reader counts as reasonable; never saved, but kept in the address."""
    model = pick("Vilka andra vikter som prövas", state.MODEL, _MODELS)
    if model != _OWN:
        return Options(weights=cast(WeightsModel, model))
    html.paragraphs(
        "Dra i båda ändarna: så lite och så mycket som temat kan väga, i poäng. Poängen räknas om "
        "till andelar i varje viktning. Utvärderingen ändras inte."
    )
    intervals = _intervals(result)
    if not any(high for _, high in intervals.values()):
        st.warning(
            "Alla vikter är 0. Låt ett tema väga mer än 0 poäng. Till dess väger varje tema mellan "
            "hälften och dubbelt så mycket som i utvärderingen."
        )
        return Options(weights="interval")
    return Options(intervals={id_: (float(a), float(b)) for id_, (a, b) in intervals.items()})


def _intervals(result: Result) -> dict[str, tuple[int, int]]:
    themes = result.criteria.themes
    chosen = _from_address(len(themes)) or [_around(result, theme.id) for theme in themes]
    keys = [state.picked(f"{state.INTERVALS}/{theme.id}") for theme in themes]

    def keep() -> None:
        ends = ("-".join(map(str, st.session_state[key])) for key in keys)
        state.choose(state.INTERVALS, ".".join(ends))

    places = zip(themes, keys, slots(len(themes)), strict=True)
    for position, (theme, key, slot) in enumerate(places):
        if st.session_state.get(key) != chosen[position]:
            st.session_state[key] = chosen[position]
        with slot:
            st.slider(plain(theme.title), 0, _MOST, step=_STEP, key=key, on_change=keep)
    return {theme.id: each for theme, each in zip(themes, chosen, strict=True)}


def _around(result: Result, theme: str) -> tuple[int, int]:
    """From half to double of what the theme weighs, to the nearest step of the slider."""
    points = float(result.weights[theme]) * 100
    low, high = (_STEP * round(part / _STEP) for part in (points / 2, points * 2))
    return min(low, _MOST), min(max(high, _STEP), _MOST)


def _from_address(count: int) -> list[tuple[int, int]] | None:
    parts = [part.split("-") for part in (state.remembered(state.INTERVALS) or "").split(".")]
    if len(parts) != count or not all(
        len(ends) == 2 and all(end.isascii() and end.isdigit() for end in ends) for ends in parts
    ):
        return None
    pairs = [(int(low), int(high)) for low, high in parts]
    return pairs if all(low <= high <= _MOST for low, high in pairs) else None
