"""The look every Plotly figure shares: colours, separators, axes, a finding above, alt text."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from components import html
from natverkskollen.drawings.fills import NETWORK_COLOURS

TEXT = "#1A1A1A"
MARKERS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
_CONFIG = {"displayModeBar": False, "scrollZoom": False}


def network_colour(position: int) -> str:
    """The colour of the network at this place in the evaluation, the same everywhere."""
    return NETWORK_COLOURS[position % len(NETWORK_COLOURS)]


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
