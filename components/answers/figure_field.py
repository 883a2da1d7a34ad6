"""The field in which one answer is given, by the criterion's kind.

A step on the scale is chosen, with an upper end where a person is unsure. A figure is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from components.shell import html
from components.shell.markdown import plain
from components.shell.text_fields import text_line
from natverkskollen.analysis.wording import STATES
from natverkskollen.editing.answer_entry import NOT_APPLICABLE, NOT_ASSESSED, Fields
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion


def field_name(words: str, name: str) -> str:
    """Show a field's label, and give the longer one that says which answer the field is part of."""
    html.field_label(words)
    return plain(f"{words}, {name}")


def show_figure(
    key: Callable[[str], str],
    criteria: CriteriaSet,
    criterion: Criterion,
    name: str,
    first: Fields,
    shared: Fields,
) -> Fields:
    """Draw the field and give what it holds; `key` names a widget of the answer."""
    if criterion.judged:
        return _show_steps(key, criteria, criterion, name, first, shared)
    label = field_name(f"Svar i {criterion.measured_in} (tal eller intervall)", name)
    return {"score": text_line(label, first.get("score", ""), True, key=key("score"), **shared)}


def _show_steps(
    key: Callable[[str], str],
    criteria: CriteriaSet,
    criterion: Criterion,
    name: str,
    first: Fields,
    shared: Fields,
) -> Fields:
    told: dict[int | str, str] = {
        NOT_ASSESSED: plain(STATES["not-assessed"]),
        NOT_APPLICABLE: plain(STATES["not-applicable"]),
    }
    # The level texts stand once above the rows; here they are for who cannot see them (style.css).
    told |= {s: f"{s} *– {plain(criterion.level_texts[s])}*" for s in criteria.scale.steps}
    options: list[int | str] = [*criteria.scale.steps, NOT_ASSESSED, NOT_APPLICABLE]
    low = st.radio(
        plain(f"Svar för {name}"),
        options,
        options.index(first.get("score", NOT_ASSESSED)),
        format_func=lambda option: told[option],
        key=key("score"),
        horizontal=True,
        **shared,
    )
    upper: int | None = 0
    # Room for it before it is asked for, so that nothing below moves under a hand on its way there.
    with st.container(key=key("upper-rum")):
        if isinstance(low, int) and low < criteria.scale.max:
            ends = [0, *range(low + 1, criteria.scale.max + 1)]
            upper = st.selectbox(
                field_name("Osäker? Intervall till och med nivå", name),
                ends,
                ends.index(first.get("upper", 0)) if first.get("score") == low else 0,
                format_func=lambda step: str(step or "Inget intervall"),
                key=key("upper"),
                filter_mode=None,
                **shared,
            )
        else:
            html.held()
    return {"score": low, "upper": upper}


def show_levels(criterion: Criterion) -> None:
    """What each step on the scale means, once for all networks; nothing where there is no scale."""
    if criterion.judged:
        levels = "".join(
            f"<li><b>{step}</b> {escape(text)}</li>" for step, text in criterion.level_texts.items()
        )
        html.show(f'<ul class="nk-levels" aria-label="Vad nivåerna betyder">{levels}</ul>')
