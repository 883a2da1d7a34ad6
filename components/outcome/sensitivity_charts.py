"""Figures of how sure the picture is: verdict bars, the weight line and the tornado."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap

import plotly.graph_objects as go

from components.outcome.line_names import name_lines
from components.shell import html
from components.shell.figure import MARKERS, network_colour, show_figure, tone
from components.shell.picker import FEW
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.robustness.sentences import flip_sentences
from natverkskollen.analysis.robustness.weight_line import WeightLine
from natverkskollen.output.drawings.scale import cutoff_words
from natverkskollen.output.webpage.html_lists import first_of
from natverkskollen.swedish.numbers import number, percent

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_SHOWN = 4  # sentences below the chart before the rest are asked for
_SAME_NUMBERS = "Samma tal står i tabellen under diagrammet."


def show_weight_line(sure: Robustness, line: WeightLine, title: str) -> None:
    """Each network's value for every weight one theme could have; today and flip points marked."""
    result = sure.result
    figure = go.Figure()
    at = [share * 100 for share in line.shares]
    named = dict[str, Sequence[float | None]]()
    for position, found in enumerate(result.networks):
        if found.told is None:
            continue
        totals = named[found.network.short] = line.totals[found.network.id]
        figure.add_scatter(
            x=at,
            y=totals,
            mode="lines+markers",
            line={"color": network_colour(position), "width": 3}
            | {"dash": _DASHES[position % len(_DASHES)]},
            marker={
                "symbol": MARKERS[position % len(MARKERS)],
                "size": [10 if place % 5 == 0 else 0.1 for place in range(len(at))],
            },
            hovertemplate="vikt %{x:.0f} procent: värde %{y:.0f}<extra></extra>",
        )
    limits = _limits(result)
    for limit in limits:
        figure.add_hline(y=limit, line={"color": tone("ink"), "width": 1, "dash": "dash"})
    many = len(named) > FEW
    flips = [] if many else [f for each in sure.networks for f in each.switching_values]
    for flip in flips:
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
    name_lines(figure, at, named)
    figure.update_xaxes(range=[0, 100], dtick=20, title=f"Vikt för {escape(title)}, procent")
    ticks = {0.0: "0", 20.0: "20", 80.0: "80", 100.0: "100"}
    ticks |= {each: number(each, 0) for each in limits} if many else limits
    figure.update_yaxes(range=[0, 104], tickvals=list(ticks), ticktext=list(ticks.values()))
    said = _flip_words(sure, line, title)
    words = " ".join(said)
    # The sentences of many networks would be a heading of half a page.
    finding = f"Värdet när vikten för {title} ändras" if many else words
    show_figure(figure, finding, "weight-line", f"Linjer. {words} {_SAME_NUMBERS}")
    if many:
        html.show(first_of(said, _SHOWN))


def _limits(result: Result) -> dict[float, str]:
    """The cut-offs of the verdict, with what stands at them on an axis."""
    rules = result.criteria.verdict
    below, from_ = cutoff_words({found.member for found in result.networks})
    return {
        float(rules.leave_below): f"{below}<br>{number(rules.leave_below)}",
        float(rules.keep_from): f"{from_}<br>{number(rules.keep_from)}",
    }


def _flip_words(sure: Robustness, line: WeightLine, title: str) -> Sequence[str]:
    """Where a theme's weight changes a verdict, or that it never does."""
    result, said = sure.result, list[str]()
    for each in sure.networks:
        own = [flip for flip in each.switching_values if flip.theme == line.theme]
        if own and each.flip_sentences:
            said += flip_sentences(result.criteria, result.network(each.network), own)
    return said or [f"Inget resultat ändras, hur mycket {title} än väger."]


def show_tornado(found: NetworkRobustness, names: dict[str, str], total: float | None) -> None:
    """The assumptions that move one network's value most, each moved alone."""
    moved = list(reversed(found.drivers[:8]))
    figure = go.Figure()
    figure.add_bar(
        y=["<br>".join(map(escape, wrap(names[each.id], 22))) for each in moved],
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
    ends = [end for each in moved for end in (each.low, each.high)]
    low, high = min(ends, default=0.0), max(ends, default=100.0)
    room = max(6.0, (high - low) * 0.4)  # a number stands to the right of each bar
    figure.update_layout(height=120 + 44 * len(moved), showlegend=False, bargap=0.35)
    figure.update_xaxes(range=[max(0.0, low - room / 2), high + room], nticks=5)
    figure.update_xaxes(title="Värde av 100")
    words = found.driver_sentence
    show_figure(figure, words, "tornado", f"Staplar. {words} {_SAME_NUMBERS}")
