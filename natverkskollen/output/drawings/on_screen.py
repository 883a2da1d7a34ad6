"""A drawing as a picture in a web page: an image cannot run anything, whatever its words say.

The strokes follow the width of the image, so text keeps its size from phone to projector.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from html import escape
from pathlib import Path

from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.fills import patterns
from natverkskollen.output.drawings.palette import COLOURS, Theme, colour

_NARROW = "@media (max-width:520px){.wide-only{display:none}}"
_FONT = "'Natverkskollen Sans', Helvetica, Arial, sans-serif"


def on_screen(drawing: Drawing, theme: Theme = "light") -> str:
    """The finding, the picture with its alternative text, and the legend, as HTML."""
    own = f"<style>{_NARROW}{_colours(theme)}</style>"
    own += patterns(drawing.key, len(drawing.legend), printed=False)
    legend = "".join(
        f"<li>{_image(own + sample, '26', 16, '')} {escape(words)}</li>"
        for sample, words in drawing.named
    )
    strokes = _typeface() + own + drawing.strokes
    return (
        f'<figure class="nk-figure"><figcaption class="nk-finding">{escape(drawing.finding)}'
        f"</figcaption>{_image(strokes, '100%', drawing.height, drawing.alt)}"
        f'<ul class="nk-legend">{legend}</ul></figure>'
    )


@lru_cache(maxsize=1)
def _typeface() -> str:
    """The page's typeface, in the picture itself: an image sees no font of the page around it.

    A part of Source Sans (Adobe, SIL Open Font License 1.1) under a name of its own: Latin letters
    in the weights from regular to bold.
    """
    raw = Path(__file__).with_name("natverkskollen-sans.woff2").read_bytes()
    source = f"url(data:font/woff2;base64,{b64encode(raw).decode()})"
    return (
        "<style>@font-face{font-family:'Natverkskollen Sans';font-weight:400 700;"
        f"src:{source}}}text{{font-feature-settings:'tnum'}}</style>"
    )


def _colours(theme: Theme) -> str:
    """The rules that set the palette's dark colours over the light ones of the strokes."""
    if theme == "light":
        return ""
    named = ((name, colour(name, theme)) for name in COLOURS)
    return "".join(f".fill-{n}{{fill:{c}}}.line-{n}{{stroke:{c}}}" for n, c in named)


def _image(strokes: str, width: str, height: int, alt: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'font-family="{_FONT}" font-size="15">{strokes}</svg>'
    )
    unit = "" if width.endswith("%") else "px"
    return (
        f'<img class="nk-drawing" alt="{escape(alt)}" decoding="sync" '
        f'style="width:{width}{unit};height:{height}px" '
        f'src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'
    )
