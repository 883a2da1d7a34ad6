"""The strokes of a drawing: places across in percent of its width, places down in pixels.

Text keeps its size while bars follow the width, so one drawing reads on a phone and on paper.
Colours are attributes for paper; the class beside each lets a style sheet set them on screen.
"""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

INK, LINE, PAPER = "#1A1A1A", "#5B6B7A", "#FFFFFF"
Anchor = Literal["start", "middle", "end"]


def across(share: float) -> str:
    """A place or a length across, from 0 (left) to 100 (right)."""
    return f"{share:.2f}%"


def text(x: float, y: int, words: str, anchor: Anchor = "start", bold: bool = False) -> str:
    """A line of words at a place, legible across a line; `words` are escaped."""
    heavy = ' font-weight="bold"' if bold else ""
    return (
        f'<text class="nk-words" x="{across(x)}" y="{y}" text-anchor="{anchor}" fill="{INK}" '
        f'stroke="{PAPER}" stroke-width="4" paint-order="stroke"{heavy}>{escape(words)}</text>'
    )


def box(x: float, y: int, wide: float, high: int, fill: str, name: str = "") -> str:
    """A bar or a part of one, with a thin line around it; `name` is its class."""
    return (
        f'<rect class="nk-edge {name}" x="{across(x)}" y="{y}" width="{across(wide)}" '
        f'height="{high}" fill="{fill}" stroke="{INK}" stroke-width="1"/>'
    )


def level(x: float, to: float, y: int, strong: bool = False) -> str:
    """A line across from one place to another."""
    return (
        f'<line class="nk-{"ink" if strong else "line"}-stroke" x1="{across(x)}" x2="{across(to)}" '
        f'y1="{y}" y2="{y}" stroke="{INK if strong else LINE}" '
        f'stroke-width="{1.6 if strong else 1}"/>'
    )


def upright(x: float, y: int, to: int, dashed: bool = False, strong: bool = False) -> str:
    """A line from top to bottom at one place."""
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<line class="nk-{"ink" if strong else "line"}-stroke" x1="{across(x)}" x2="{across(x)}" '
        f'y1="{y}" y2="{to}" stroke="{INK if strong else LINE}" '
        f'stroke-width="{1.6 if dashed or strong else 1}"{dashes}/>'
    )


def at(x: float, y: int, strokes: str) -> str:
    """Strokes drawn in pixels around one place."""
    return f'<svg x="{across(x)}" y="{y}" width="1" height="1" overflow="visible">{strokes}</svg>'


def chip(x: float, y: int, words: str, wide: int = 28, small: bool = False) -> str:
    """A figure on a light ground, centred at a place; `small` parts drop it on a narrow screen."""
    strokes = (
        f'<rect class="nk-paper" x="{-wide / 2:g}" y="-10" width="{wide}" height="19" rx="3" '
        f'fill="{PAPER}"/><text class="nk-ink" x="0" y="5" text-anchor="middle" fill="{INK}">'
        f"{escape(words)}</text>"
    )
    drawn = at(x, y, strokes)
    return f'<g class="nk-wide-only">{drawn}</g>' if small else drawn


def span(low: float, high: float, y: int) -> str:
    """A line with ends: how low and how high something may be."""
    ends = "".join(upright(x, y - 4, y + 4, strong=True) for x in (low, high))
    return level(low, high, y, strong=True) + ends
