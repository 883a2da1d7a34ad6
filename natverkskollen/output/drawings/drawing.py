"""A drawing as a value: what it finds, what it shows, and its strokes in whatever width it gets."""

from __future__ import annotations

from dataclasses import dataclass

from natverkskollen.output.drawings.fills import part
from natverkskollen.output.drawings.shapes import look


@dataclass(frozen=True)
class Drawing:
    """A drawing that fills the width it is given; `height` in pixels.

    `finding` is the sentence above it, `alt` what it shows to who cannot see it. `legend` names
    the parts in the order of their fills (those of `fills`, else the parts' own), and `span_words`
    what the line with ends means.
    """

    key: str
    finding: str
    alt: str
    height: int
    strokes: str
    legend: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()
    span_words: str = ""

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The legend as samples, 26 by 16 pixels, and what each stands for."""
        fills = self.fills or [part(self.key, at) for at in range(len(self.legend))]
        parts = [(_sample(fill), words) for fill, words in zip(fills, self.legend, strict=True)]
        return (*parts, *([(_SPAN, self.span_words)] if self.span_words else []))


def _sample(fill: str) -> str:
    return f'<rect {fill} x="0.5" y="0.5" width="25" height="15"/>'


_SPAN = f'<path {look(line="ink")} d="M1 8H25M1 4V12M25 4V12" stroke-width="1.6"/>'
