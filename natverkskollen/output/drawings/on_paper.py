"""A drawing as one SVG file on white, for a Word file, a PDF and print."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.fills import patterns
from natverkskollen.output.drawings.shapes import look

_FONT = "'Liberation Sans', Arial, sans-serif"
_EDGED = re.compile(r'<text ([^>]*?) paint-order="stroke"([^>]*)>([^<]*)</text>')
_WIDTH, _MARGIN, _ROW = 700, 20, 24


def on_paper(drawing: Drawing) -> str:
    """The drawing 700 pixels wide with its legend below."""
    height = drawing.height + 16 + _ROW * len(drawing.named)
    rows = "".join(
        f'<svg x="{_MARGIN}" y="{drawing.height + 14 + _ROW * row}" width="600" height="{_ROW}" '
        f'overflow="visible">{sample}<text x="36" y="13" {look("ink")}>{escape(words)}</text></svg>'
        for row, (sample, words) in enumerate(drawing.named)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" font-family="{_FONT}" font-size="15">'
        f"<title>{escape(drawing.finding)}</title><desc>{escape(drawing.alt)}</desc>"
        f"{patterns(drawing.key, len(drawing.legend))}"
        f'<rect width="{_WIDTH}" height="{height}" {look("paper")}/>'
        f'<svg x="{_MARGIN}" y="0" width="{_WIDTH - 2 * _MARGIN}" height="{drawing.height}" '
        f'overflow="visible">{_whole_letters(drawing.strokes)}</svg>{rows}</svg>'
    )


def _whole_letters(strokes: str) -> str:
    """The strokes with the light edge of each text drawn first, all of it, and then the letters.

    What draws a PDF edges letter by letter, and each edge would eat of the letter before it.
    """
    return _EDGED.sub(_edge_and_letters, strokes)


def _edge_and_letters(found: re.Match[str]) -> str:
    before, after, words = found.groups()
    letters = re.sub(r' stroke(-width)?="[^"]*"', "", before)
    return (
        f'<text aria-hidden="true" {before}{after}>{words}</text>'
        f"<text {letters}{after}>{words}</text>"
    )
