"""Figures for the screen: Plotly, Swedish separators, never colour alone, a finding as title."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go
import streamlit as st

from components.figure import MARKERS, network_colour, part_look, show_figure, tone
from natverkskollen.result import NetworkResult, Result
from natverkskollen.swedish import counted, kronor, listed, number
from natverkskollen.wording import value_words

# The pattern of each theme's part of a bar: its look without colour.
_PATTERNS = ("", "/", "", ".", "\\", "x")


def show_contributions(result: Result) -> None:
    """What each theme adds to each network's value, stacked on a common 0–100 axis."""
    networks = list(reversed(result.networks))
    figure = go.Figure()
    for position, theme in enumerate(result.criteria.themes):
        parts = [found.themes[position].contribution for found in networks]
        look = position % len(_PATTERNS)
        figure.add_bar(
            y=[escape(found.network.short) for found in networks],
            x=[float(part or 0) for part in parts],
            name=escape(theme.title),
            text=[value_words(part) if part and part >= 4 else "" for part in parts],
            hovertemplate="%{y}: %{x:.0f} poäng<extra>" + escape(theme.title) + "</extra>",
            **part_look(look + 1, _PATTERNS[look]),
        )
    rules = result.criteria.verdict
    for limit, words, side in (
        (rules.leave_below, "lämna under", "right"),
        (rules.keep_from, "behåll från", "left"),
    ):
        figure.add_vline(
            x=float(limit),
            line={"color": tone("ink"), "width": 2, "dash": "dash"},
            annotation={
                "text": f"{words} {number(limit)}",
                "font": {"color": tone("ink"), "size": 13},
                "yref": "paper",
                "y": 1.0,
                "yanchor": "bottom",
                "xanchor": side,
            },
        )
    figure.update_layout(barmode="stack", height=160 + 64 * len(networks), bargap=0.35)
    figure.update_xaxes(range=[0, 100], dtick=20)
    each = [f"{found.network.short} får {value_words(found.total)}" for found in result.networks]
    finding = f"{listed(each)} av 100"
    show_figure(figure, finding, "contributions", f"Staplar. {finding}. {_SAME_NUMBERS}")


def show_benefit_against_cost(result: Result) -> None:
    """Benefit without the cost theme against yearly cost; whiskers show worst and best case."""
    figure = go.Figure()
    drawn: list[NetworkResult] = []
    costs = [float(f.cost.total) for f in result.networks if f.cost.total is not None]
    widest = max([*costs, 800.0]) * 1.2
    for position, found in enumerate(result.networks):
        if found.benefit is None or found.cost.total is None:
            continue
        drawn.append(found)
        benefit, colour = float(found.benefit), network_colour(position)
        figure.add_scatter(
            x=[float(found.cost.total)],
            y=[benefit],
            error_y={
                "type": "data",
                "symmetric": False,
                "array": [float(found.benefit_high) - benefit],
                "arrayminus": [benefit - float(found.benefit_low)],
                "color": colour,
                "thickness": 2,
                "width": 8,
            },
            mode="markers+text",
            text=[f"   {escape(found.network.short)}   "],
            textposition=f"middle {'left' if float(found.cost.total) > widest / 2 else 'right'}",
            textfont={"color": tone("ink"), "size": 15},
            marker={
                "size": 15,
                "color": colour,
                "symbol": MARKERS[position % len(MARKERS)],
            },
            hovertemplate=f"{kronor(found.cost.total)} per år, nytta %{{y:.0f}}<extra></extra>",
        )
    if not drawn:
        st.info("Kostnaden är inte känd för något nätverk, så diagrammet går inte att rita.")
        return
    figure.update_layout(height=380, showlegend=False)
    figure.update_xaxes(range=[0, widest], title="Kostnad per år, kronor")
    figure.update_xaxes(tickformat=",d", nticks=5)
    figure.update_yaxes(range=[0, 104], title="Nytta av 100", dtick=20)
    each = [
        f"{f.network.short} ger nyttan {value_words(f.benefit)} för {kronor(f.cost.total or 0)}"
        for f in drawn
    ]
    words = f"Punkter. {listed(each)} per år. {_SAME_NUMBERS}"
    show_figure(figure, _benefit_finding(drawn), "benefit", words)
    missing = len(result.networks) - len(drawn)
    if missing:
        networks = counted(missing, "nätverk", "nätverk").capitalize()
        st.info(f"{networks} saknas i diagrammet eftersom kostnaden eller nyttan inte är känd.")


_SAME_NUMBERS = "Samma tal står i tabellen under diagrammet."


def _benefit_finding(drawn: list[NetworkResult]) -> str:
    ranked = sorted(drawn, key=lambda found: found.benefit or 0, reverse=True)
    best = ranked[0]
    if len(drawn) == 1:
        return f"{best.network.short} ger nyttan {value_words(best.benefit)} av 100"
    if value_words(best.benefit) == value_words(ranked[1].benefit):
        return "Nyttan är lika stor för de främsta nätverken"
    if len({found.cost.total for found in drawn}) == 1:
        return f"Kostnaden är densamma, och {best.network.short} ger störst nytta"
    cheapest = min(drawn, key=lambda found: found.cost.total or 0)
    if cheapest is best:
        return f"{best.network.short} ger störst nytta och kostar minst"
    return f"{best.network.short} ger störst nytta, {cheapest.network.short} kostar minst"
