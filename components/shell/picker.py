"""A row of choices whose value stands in the address, so that a link opens the same view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.shell import state

_ABREAST = 3
_MADE = "made"
# What draws them stands in the page's head (choices.js), and is sent once.
_CHOICE = st.components.v2.component(
    "nk_choice", js="export default (each) =>\n  window.nkChoice(each);", isolate_styles=False
)
FEW = 4  # networks that all are told of in sentences; of more a chosen one is


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """The names by their ids, those that several have with the id after.

    A list to choose from sends the words that are shown, so that the first of two with the same
    words would be taken for the other.
    """
    times = Counter(names.values())
    return {id_: name if times[name] == 1 else f"{name} ({id_})" for id_, name in names.items()}


def slots(count: int) -> Iterator[DeltaGenerator]:
    """Places three abreast, in the same reading order on a narrow screen."""
    for start in range(0, count, _ABREAST):
        yield from st.columns(_ABREAST)[: count - start]


def pick(label: str, parameter: str, names: Mapping[str, str], default: str | None = None) -> str:
    """The id chosen among the names; one choice is always made, the first where none is said."""
    current = state.chosen(parameter, tuple(names), default)
    if len(names) == 1:
        return current
    key = state.picked(parameter)

    def choose(made: object) -> bool:
        new = isinstance(made, str) and made in names and made != current
        if new:
            state.choose(parameter, str(made))
        return new

    data = {"label": label, "choices": list(names.items()), "made": current}

    def heard() -> None:
        choose(st.session_state[key].get(_MADE))

    told = _CHOICE(key=key, data=data, on_made_change=heard)
    # The first that a new session hears calls nothing, as it has not drawn the row before.
    if choose(told.get(_MADE)):
        st.rerun()
    return current


def pick_listed(label: str, parameter: str, names: Mapping[str, str]) -> str:
    """The id chosen among many names, found by typing the beginning of one."""
    current = state.chosen(parameter, tuple(names))
    key = state.picked(parameter)
    st.session_state[key] = current
    shown = distinct(names)
    st.selectbox(
        label,
        list(names),
        format_func=lambda id_: shown[id_],
        key=key,
        on_change=lambda: state.choose(parameter, st.session_state[key]),
        width=480,
    )
    return current
