"""Small charts over the years: members, and survey means with how many answered."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from components.shell.figure import MARKERS, network_colour, show_figure, tone
from natverkskollen.analysis.facts import fact_value
from natverkskollen.model.network import Fact, Network
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import listed, lower_first

MOST_SURVEYS = 5


def show_series(network: Network, id_: str, position: int) -> None:
    """A fact over the years, where at least two days are known; nothing otherwise."""
    facts = sorted(
        (f for f in network.facts if f.id == id_ and not isinstance(f.value, str)),
        key=lambda fact: fact.as_of,
    )
    if len({fact.as_of for fact in facts}) < 2:
        return
    figure = go.Figure()
    own = [fact for fact in facts if fact.kind != "claim"]
    others = [fact for fact in facts if fact.kind == "claim"]
    for name, some, symbol, mode in (
        (f"{network.short} själv", own, "circle", "lines+markers+text"),
        ("enligt andra", others, "circle-open", "markers+text"),
    ):
        if some:
            figure.add_scatter(
                x=[fact.as_of for fact in some],
                y=[float(fact.value) for fact in some],
                mode=mode,
                name=escape(name),
                text=[_point_words(fact, some) for fact in some],
                textposition="top center" if some is own else "bottom center",
                textfont={"color": tone("ink")},
                marker={
                    "symbol": symbol,
                    "size": 12,
                    "color": network_colour(position),
                    "line": {"width": 2, "color": network_colour(position)},
                },
                line={"color": network_colour(position), "width": 2},
                hovertemplate="%{x|%Y-%m-%d}: %{y}<extra></extra>",
            )
    highest = max(float(fact.value) for fact in facts)
    figure.update_layout(height=280)
    figure.update_yaxes(range=[0, highest * 1.25], title=escape(facts[-1].unit or ""))
    figure.update_xaxes(tickformat="%Y", nticks=5)
    each = [f"{fact_value(fact)} per {fact.as_of.isoformat()}" for fact in facts]
    newest = [some[-1] for some in (own, others) if some]
    told = listed([f"{fact_value(fact)} per {fact.as_of.isoformat()}" for fact in newest])
    show_figure(
        figure, f"{facts[-1].label}: {told}", f"serie-{network.id}-{id_}", f"Linje. {listed(each)}."
    )


def _point_words(fact: Fact, series: Sequence[Fact]) -> str:
    """The figure at the first and the last point; the others stand in the table."""
    if fact not in (series[0], series[-1]) or isinstance(fact.value, str):
        return ""
    return f"{'cirka ' if fact.approximate else ''}{number(fact.value)}"


def _figure(fact: Fact) -> str:
    return fact.value if isinstance(fact.value, str) else number(fact.value)


def surveys(network: Network) -> list[list[Fact]]:
    """The survey means that are known for at least two days with how many answered."""
    series: dict[str, list[Fact]] = {}
    for fact in network.facts:
        if fact.scale and fact.respondents is not None and not isinstance(fact.value, str):
            series.setdefault(fact.id, []).append(fact)
    found = [sorted(each, key=lambda fact: fact.as_of) for each in series.values()]
    return [each for each in found if len(each) > 1][:MOST_SURVEYS]


def show_surveys(network: Network) -> None:
    """Every survey series on its scale, with how many answered under each year."""
    found = surveys(network)
    if not found:
        return
    figure = go.Figure()
    for position, series in enumerate(found):
        figure.add_scatter(
            x=[_year_words(fact) for fact in series],
            y=[float(fact.value) for fact in series],
            mode="lines+markers",
            name=escape(series[-1].label),
            marker={
                "symbol": MARKERS[position % len(MARKERS)],
                "size": 11,
                "color": network_colour(position),
            },
            line={"color": network_colour(position), "width": 2},
            hovertemplate="%{x}: %{y}<extra></extra>",
        )
    scale = found[0][0].scale
    assert scale is not None
    figure.update_layout(height=380)
    figure.update_yaxes(range=[scale.min, scale.max], title=f"Skala {scale.min}–{scale.max}")
    figure.update_xaxes(type="category")
    each = [f"{lower_first(s[-1].label)} " + listed([_figure(f) for f in s]) for s in found]
    title = _survey_finding(found[0])
    show_figure(figure, title, f"enkat-{network.id}", f"Linjer. {'; '.join(each)}. {title}.")


def _survey_finding(series: Sequence[Fact]) -> str:
    first, last = series[0], series[-1]
    return (
        f"{first.as_of.year} svarade {number(first.respondents or 0)} på enkäten, "
        f"{last.as_of.year} svarade {number(last.respondents or 0)}"
    )


def _year_words(fact: Fact) -> str:
    return f"{fact.as_of.year}: {fact.respondents} svar"
