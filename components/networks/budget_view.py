"""Which networks a sum is best spent on: the curve, the table, and a sum of one's own."""

from __future__ import annotations

import streamlit as st

from components.shell import data, html, state
from components.shell.markdown import plain
from components.shell.text_fields import text_line
from natverkskollen.analysis.budget_sets import MOST, BudgetCurve, NetworkSet
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.wording import value_words
from natverkskollen.editing.typed import Unclear, typed_amount
from natverkskollen.output.drawings.budget_steps import budget_steps, set_words
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.words import counted, listed

_SOME = 20


def show_budget(result: Result) -> None:
    """The best set for every sum; nothing where there is only one network to choose."""
    if len(result.networks) < 2:
        return
    html.heading("Vad räcker pengarna till?", 3)
    curve = data.budget()
    if curve is None:
        html.paragraphs(f"Det går att jämföra högst {MOST} nätverk åt gången.")
        return
    if len(curve.steps) < 2:
        html.paragraphs("Kostnaden eller nyttan är inte känd för något nätverk.")
        return
    html.show(html.figure(budget_steps(curve)))
    _show_table(curve)
    _show_left_out(curve)
    _show_own_sum(result, curve)


def _show_table(curve: BudgetCurve) -> None:
    few = len(curve.steps) <= _SOME
    steps = curve.steps if few else dict.fromkeys((*curve.rises, curve.steps[-1]))
    rows = [_cells(set_words(step), step) for step in steps]
    rows.append(_cells(f"Som i dag: {set_words(curve.own)}", curve.own))
    html.table(
        "Bästa uppsättningen för varje summa",
        ("Nätverk", "Kostnad per år", "Behov", "Sammanlagd nytta"),
        rows,
    )
    html.paragraphs(
        "Varje tänkbar uppsättning är prövad. Flest tillgodosedda behov går först, sedan störst "
        "sammanlagd nytta. Delvis tillgodosedda behov räknas inte.",
        "nk-quiet",
    )


def _cells(name: str, one: NetworkSet) -> html.Row:
    titles = listed([f"”{need.title}”" for need in one.needs])
    return (
        html.Cell(name, wide=True),
        html.Cell(kronor(one.cost), number=True),
        html.Cell(f"{len(one.needs)}", more=titles, number=True)
        if titles
        else html.Cell("0", number=True),
        html.Cell(value_words(one.value), number=True),
    )


def _show_left_out(curve: BudgetCurve) -> None:
    if curve.left_out:
        names = listed(curve.left_out)
        html.paragraphs(f"{names} är inte med: kostnaden eller nyttan är inte känd.", "nk-quiet")


def _show_own_sum(result: Result, curve: BudgetCurve) -> None:
    typed = text_line(
        "En egen summa, kronor per år",
        key=state.case_key(result.evaluation.id, "budget"),
        placeholder="Till exempel 30 000",
    )
    try:
        budget = typed_amount(typed)
    except Unclear as unclear:
        st.error(plain(str(unclear)))
        return
    if budget is None:
        return
    best = curve.within(budget)
    met = counted(len(best.needs), "ett behov", "behov")
    if best.networks:
        words = f"För {kronor(budget)} tillgodoses som mest {met} av {curve.needs}: "
        html.paragraphs(f"{words}{set_words(best)}, som kostar {kronor(best.cost)}.")
    else:
        html.paragraphs(f"{kronor(budget)} räcker inte till något av nätverken.")
