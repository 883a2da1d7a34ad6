"""A drawing as a picture in a web page: an image cannot run anything, whatever its words say.

The strokes follow the width of the image, so text keeps its size from phone to projector.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape

from natverkskollen.drawings.drawing import Drawing
from natverkskollen.drawings.fills import patterns

_NARROW = "@media (max-width:520px){.nk-wide-only{display:none}}"
# The classes of shapes.py and fills.py on a dark page.
_DARK = (
    ".nk-ink{fill:#F2F2F2}.nk-ink-stroke{stroke:#F2F2F2}.nk-line-stroke{stroke:#A7B4BD}"
    ".nk-words{fill:#F2F2F2;stroke:#14191B}.nk-paper{fill:#14191B}.nk-edge{stroke:#F2F2F2}"
    ".nk-rest{fill:#14191B}.nk-part-1{fill:#7FC4CE}.nk-part-2{fill:#5B4717}.nk-part-3{fill:#2F5C64}"
    ".nk-part-4{fill:#14191B}.nk-part-5{fill:#51447A}.nk-part-6{fill:#3A4144}"
    ".nk-net-1{fill:#7FC4CE}.nk-net-2{fill:#F0A274}.nk-net-3{fill:#C0ADEB}.nk-net-4{fill:#C3CC5E}"
    ".nk-net-5{fill:#EE9CC1}.nk-net-6{fill:#9DB4F2}"
)
_FONT = "'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, sans-serif"


def on_screen(drawing: Drawing, dark: bool = False) -> str:
    """The finding, the picture with its alternative text, and the legend, as HTML."""
    look = f"<style>{_NARROW}{_DARK if dark else ''}</style>"
    own = look + patterns(drawing.key, len(drawing.legend))
    legend = "".join(
        f"<li>{_image(own + sample, '26', 16, '')} {escape(words)}</li>"
        for sample, words in drawing.named
    )
    return (
        f'<figure class="nk-figure"><figcaption class="nk-finding">{escape(drawing.finding)}'
        f"</figcaption>{_image(own + drawing.strokes, '100%', drawing.height, drawing.alt)}"
        f'<ul class="nk-legend">{legend}</ul></figure>'
    )


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
