"""The strokes of a drawing: places across in percent of its width, places down in pixels.

Text keeps its size while bars follow the width, so one drawing reads on a phone and on paper.
Colours are the palette's light ones, as attributes; the class beside each names the colour, so
that a dark page can set another.
"""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

from natverkskollen.output.drawings.palette import colour

Anchor = Literal["start", "middle", "end"]


def look(fill: str = "", line: str = "") -> str:
    """The attributes of a surface and its line in colours of the palette."""
    names = (*([f"fill-{fill}"] if fill else []), *([f"line-{line}"] if line else []))
    return (
        f'class="{" ".join(names)}" fill="{colour(fill, "light") if fill else "none"}" '
        f'stroke="{colour(line, "light") if line else "none"}"'
    )


def across(share: float) -> str:
    """A place or a length across, from 0 (left) to 100 (right)."""
    return f"{share:.2f}%"


def text(
    x: float, y: int, words: str, anchor: Anchor = "start", bold: bool = False, edge: bool = True
) -> str:
    """A line of words at a place; with an `edge` legible across a line. `words` are escaped."""
    heavy = ' font-weight="bold"' if bold else ""
    over = ' stroke-width="4" paint-order="stroke"' if edge else ""
    return (
        f'<text {look("ink", "paper" if edge else "")} x="{across(x)}" y="{y}" '
        f'text-anchor="{anchor}"{over}{heavy}>{escape(words)}</text>'
    )


def box(x: float, y: int, wide: float, high: int, attributes: str) -> str:
    """A bar or a part of one; `attributes` are its look."""
    return (
        f'<rect {attributes} x="{across(x)}" y="{y}" width="{across(wide)}" height="{high}" '
        f'stroke-width="1"/>'
    )


def level(x: float, to: float, y: int, line: str = "rule", wide: float = 1) -> str:
    """A line across from one place to another."""
    return (
        f'<line {look(line=line)} x1="{across(x)}" x2="{across(to)}" y1="{y}" y2="{y}" '
        f'stroke-width="{wide}"/>'
    )


def upright(x: float, y: int, to: int, line: str = "rule", wide: float = 1, dash: str = "") -> str:
    """A line from top to bottom at one place."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line {look(line=line)} x1="{across(x)}" x2="{across(x)}" y1="{y}" y2="{to}" '
        f'stroke-width="{wide}"{dashes}/>'
    )


def at(x: float, y: int, strokes: str) -> str:
    """Strokes drawn in pixels around one place."""
    return f'<svg x="{across(x)}" y="{y}" width="1" height="1" overflow="visible">{strokes}</svg>'


def chip(x: float, y: int, words: str, wide: int = 28, small: bool = False) -> str:
    """A figure on a light ground, centred at a place; `small` parts drop it on a narrow screen."""
    strokes = (
        f'<rect {look("paper")} x="{-wide / 2:g}" y="-10" width="{wide}" height="19" rx="3"/>'
        f'<text {look("ink")} x="0" y="5" text-anchor="middle">{escape(words)}</text>'
    )
    drawn = at(x, y, strokes)
    return f'<g class="wide-only">{drawn}</g>' if small else drawn


def span(low: float, high: float, y: int) -> str:
    """A line with ends: how low and how high something may be."""
    ends = "".join(upright(x, y - 4, y + 4, "ink", 1.6) for x in (low, high))
    return level(low, high, y, "ink", 1.6) + ends
