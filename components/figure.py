"""The look every Plotly figure shares: colours, separators, axes, a finding above, alt text."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components import html

TEXT = "#1A1A1A"
_NETWORKS = ("#1F5F6B", "#A8480F", "#5B3F8C", "#5C6300", "#8C2F5A", "#2F4F9E")
MARKERS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
_CONFIG = {"displayModeBar": False, "scrollZoom": False}


def network_colour(position: int) -> str:
    """The colour of the network at this place in the evaluation, the same everywhere."""
    return _NETWORKS[position % len(_NETWORKS)]


def part_look(fill: str, pattern: str, ink: str) -> dict[str, Any]:
    """How one part of a stacked bar looks: fill, pattern for print, and its number inside."""
    return {
        "orientation": "h",
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": ink, "size": 15},
        "marker": {
            "color": fill,
            "line": {"color": TEXT, "width": 1},
            "pattern": {
                "shape": pattern,
                "fillmode": "overlay",
                "fgcolor": "#6B6B6B",
                "fgopacity": 0.35,
                "size": 8,
                "solidity": 0.12,
            },
        },
    }


def show_figure(figure: go.Figure, title: str, key: str, alt: str) -> None:
    """Draw a figure under the sentence that tells its finding; `alt` says it to who cannot see."""
    figure.update_layout(
        font={"color": TEXT, "size": 14, "family": "Source Sans, sans-serif"},
        separators=",\u00a0",
        margin={"l": 10, "r": 24, "t": 34, "b": 10},
        legend={
            "orientation": "h",
            "yanchor": "top",
            "y": -0.16,
            "x": 0,
            "traceorder": "normal",
            "font": {"color": TEXT},
            "itemclick": False,
            "itemdoubleclick": False,
        },
        plot_bgcolor="#FFFFFF",
        paper_bgcolor="#FFFFFF",
        dragmode=False,
    )
    look = {
        "tickfont": {"color": TEXT, "size": 14},
        "title_font": {"color": TEXT},
        "automargin": True,
        "fixedrange": True,
        "gridcolor": "#D5D9DD",
        "linecolor": TEXT,
    }
    figure.update_xaxes(showline=True, **look)
    figure.update_yaxes(**look)
    html.paragraphs(title, "nk-finding")
    st.plotly_chart(figure, key=key, alt=alt, config=_CONFIG, theme=None)
