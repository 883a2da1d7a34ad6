"""The field in which one answer is given, by the criterion's kind: shown, and read back.

A step on the scale is chosen, with an upper end where a person is unsure. A figure is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from html import escape
from typing import Any

import streamlit as st

from components.shell import html
from components.shell.markdown import plain
from components.shell.text_fields import text_line
from natverkskollen.analysis.wording import STATES
from natverkskollen.model.answer import Answer, Span
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion, JudgedCriterion, NumberCriterion
from natverkskollen.swedish.numbers import doubt, number, parse_figures, span

NOT_ASSESSED, NOT_APPLICABLE = "ej-bedomt", "ej-tillampligt"
Fields = dict[str, Any]


class Unreadable(Exception):
    """What is wrong with the fields and what to do, in Swedish."""


def field_name(words: str, name: str) -> str:
    """Show a field's label, and give the longer one that says which answer the field is part of."""
    html.field_label(words)
    return plain(f"{words}, {name}")


def shown_figure(criterion: Criterion, stored: Answer) -> Fields:
    """What the field shows for a stored answer."""
    if not criterion.judged:
        return {"score": span(*stored.bounds) if stored.bounds else ""}
    if stored.bounds is None:
        return {"score": NOT_APPLICABLE if stored.not_applicable else NOT_ASSESSED, "upper": 0}
    low, high = (int(bound) for bound in stored.bounds)
    return {"score": low, "upper": high if high > low else 0}


def show_figure(
    key: Callable[[str], str],
    criteria: CriteriaSet,
    criterion: Criterion,
    name: str,
    first: Fields,
    shared: Fields,
) -> Fields:
    """Draw the field and give what it holds; `key` names a widget of the answer."""
    if isinstance(criterion, JudgedCriterion):
        return _show_steps(key, criteria, criterion, name, first, shared)
    label = field_name(f"Svar i {criterion.measured_in} (tal eller intervall)", name)
    return {"score": text_line(label, first.get("score", ""), True, key=key("score"), **shared)}


def _show_steps(
    key: Callable[[str], str],
    criteria: CriteriaSet,
    criterion: JudgedCriterion,
    name: str,
    first: Fields,
    shared: Fields,
) -> Fields:
    told: dict[int | str, str] = {
        NOT_ASSESSED: plain(STATES["not-assessed"]),
        NOT_APPLICABLE: plain(STATES["not-applicable"]),
    }
    # The level texts stand once above the rows; here they are for who cannot see them (style.css).
    told |= {s: f"{s} *– {plain(criterion.levels[s])}*" for s in criteria.scale.steps}
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
    if isinstance(low, int) and low < criteria.scale.max:
        ends = [0, *range(low + 1, criteria.scale.max + 1)]
        upper = st.selectbox(
            field_name("Osäker? Intervall till och med steg", name),
            ends,
            ends.index(first.get("upper", 0)) if first.get("score") == low else 0,
            format_func=lambda step: str(step or "Inget intervall"),
            key=key("upper"),
            filter_mode=None,
            **shared,
        )
    return {"score": low, "upper": upper}


def show_levels(criterion: Criterion) -> None:
    """What each step on the scale means, once for all networks; nothing where there is no scale."""
    if isinstance(criterion, JudgedCriterion):
        levels = "".join(
            f"<li><b>{step}</b> {escape(text)}</li>" for step, text in criterion.levels.items()
        )
        html.show(f'<ul class="nk-levels" aria-label="Vad nivåerna betyder">{levels}</ul>')


def read_figure(criterion: Criterion, typed: Fields) -> Decimal | Span | None:
    """The figure that the field holds, None for none; Unreadable where it is no answer."""
    if isinstance(criterion, NumberCriterion):
        return _read_number(criterion, str(typed.get("score") or ""))
    low, upper = typed.get("score"), typed.get("upper")
    if not criterion.judged or not isinstance(low, int):
        return None
    if isinstance(upper, int) and upper > low:
        return Span(low=Decimal(low), high=Decimal(upper))
    return Decimal(low)


def _read_number(criterion: NumberCriterion, text: str) -> Decimal | Span | None:
    if not text.strip():
        return None
    if asked := doubt(text):
        raise Unreadable(asked)
    figures = parse_figures(text)
    if figures is None:
        raise Unreadable("Skriv ett tal, till exempel 12,5, eller ett intervall, som 10–20.")
    low, high = figures
    if criterion.min is not None and low < criterion.min:
        raise Unreadable(f"Talet ska vara minst {number(criterion.min)} {criterion.unit}.")
    if criterion.max is not None and high > criterion.max:
        raise Unreadable(f"Talet ska vara högst {number(criterion.max)} {criterion.unit}.")
    return low if low == high else Span(low=low, high=high)
