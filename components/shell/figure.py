"""The look every Plotly figure shares: colours, separators, axes, a finding above, alt text."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from components.shell import html
from natverkskollen.output.drawings.palette import colour

MARKERS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
_CLEAR = "rgba(0,0,0,0)"  # the page shows through, so no seam is seen when the theme changes
_CONFIG = {"displayModeBar": False, "scrollZoom": False}


def tone(name: str) -> str:
    """A colour of the house in the theme of the page: Plotly reads no CSS variables."""
    return colour(name, st.context.theme.type or "light")


def network_colour(position: int) -> str:
    """The colour of the network at this place in the evaluation, the same everywhere."""
    return tone(f"net-{position % 6 + 1}")


def show_figure(figure: go.Figure, title: str, key: str, alt: str) -> None:
    """Draw a figure under the sentence that tells its finding; `alt` says it to who cannot see."""
    figure.update_layout(
        font={"color": tone("ink"), "size": 14, "family": "Source Sans, sans-serif"},
        separators=",\u00a0",
        margin={"l": 10, "r": figure.layout.margin.r or 24, "t": 28, "b": 10},
        legend={
            "orientation": "h",
            "yanchor": "top",
            "y": -0.16,
            "x": 0,
            "traceorder": "normal",
            "font": {"color": tone("ink")},
            "itemclick": False,
            "itemdoubleclick": False,
        },
        plot_bgcolor=_CLEAR,
        paper_bgcolor=_CLEAR,
        dragmode=False,
    )
    look = {
        "tickfont": {"color": tone("ink"), "size": 14},
        "title_font": {"color": tone("ink"), "size": 14},
        "automargin": True,
        "fixedrange": True,
        "gridcolor": tone("grid"),
        "linecolor": tone("ink"),
    }
    figure.update_xaxes(showline=True, **look)
    figure.update_yaxes(**look)
    html.paragraphs(title, "nk-finding")
    st.plotly_chart(figure, key=key, alt=alt, config=_CONFIG, theme=None)
