"""Figures of how sure the picture is: verdict bars, the weight line and the tornado."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from components.figure import MARKERS, network_colour, show_figure, tone
from natverkskollen.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.robustness.weight_line import WeightLine
from natverkskollen.swedish import number, percent

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_SAME_NUMBERS = "Samma tal står i tabellen under diagrammet."


def show_weight_line(sure: Robustness, line: WeightLine, title: str) -> None:
    """Each network's value for every weight one theme could have; today and flip points marked."""
    result = sure.result
    figure = go.Figure()
    at = [share * 100 for share in line.shares]
    for position, found in enumerate(result.networks):
        totals = line.totals[found.network.id]
        figure.add_scatter(
            x=at,
            y=totals,
            mode="lines+markers+text",
            text=["" for _ in at[:-1]] + [escape(found.network.short)],
            textposition="top left",
            textfont={"color": tone("ink"), "size": 14},
            line={"color": network_colour(position), "width": 3}
            | {"dash": _DASHES[position % len(_DASHES)]},
            marker={
                "symbol": MARKERS[position % len(MARKERS)],
                "size": [10 if place % 5 == 0 else 0.1 for place in range(len(at))],
            },
            hovertemplate="vikt %{x:.0f} procent: värde %{y:.0f}<extra></extra>",
        )
    rules = result.criteria.verdict
    for limit, words in ((rules.leave_below, "lämna under"), (rules.keep_from, "behåll från")):
        figure.add_hline(
            y=float(limit),
            line={"color": tone("ink"), "width": 1, "dash": "dash"},
            annotation={
                "text": f"{words} {number(limit)}",
                "font": {"color": tone("ink"), "size": 13},
            },
            annotation_position="top left",
        )
    for each in sure.networks:
        for flip in each.flip_points:
            if flip.theme == line.theme:
                figure.add_vline(
                    x=flip.share * 100, line={"color": tone("ink"), "width": 1, "dash": "dot"}
                )
    figure.add_vline(
        x=line.today * 100,
        line={"color": tone("ink"), "width": 2},
        annotation={
            "text": f"i dag {percent(line.today)}",
            "font": {"color": tone("ink"), "size": 13},
            "yref": "paper",
            "y": 1.0,
            "yanchor": "bottom",
        },
    )
    figure.update_layout(height=400, showlegend=False)
    figure.update_xaxes(range=[0, 100], dtick=20, title=f"Vikt för {escape(title)}, procent")
    figure.update_yaxes(range=[0, 104], dtick=20, title="Värde av 100")
    words = f"Så följer värdet vikten för {title}. Prickade streck: där en slutsats ändras"
    show_figure(figure, words, "weight-line", f"Linjer. {words}. {_SAME_NUMBERS}")


def show_tornado(found: NetworkRobustness, names: dict[str, str], total: float | None) -> None:
    """The assumptions that move one network's value most, each moved alone."""
    moved = list(reversed(found.drivers[:8]))
    figure = go.Figure()
    figure.add_bar(
        y=[escape(names[each.id]) for each in moved],
        x=[abs(each.high - each.low) for each in moved],
        base=[min(each.low, each.high) for each in moved],
        orientation="h",
        marker={"color": tone("mark"), "line": {"color": tone("ink"), "width": 1}},
        text=[f"{number(min(e.low, e.high), 0)}–{number(max(e.low, e.high), 0)}" for e in moved],
        textposition="outside",
        textfont={"color": tone("ink"), "size": 14},
        hovertemplate="%{y}<extra></extra>",
    )
    if total is not None:
        figure.add_vline(x=total, line={"color": tone("ink"), "width": 2})
    figure.update_layout(height=120 + 38 * len(moved), showlegend=False, bargap=0.35)
    figure.update_xaxes(range=[0, 100], dtick=20, title="Värde av 100")
    words = found.driver_sentence
    show_figure(figure, words, "tornado", f"Staplar. {words} {_SAME_NUMBERS}")
