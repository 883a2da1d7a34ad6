"""What tells the parts of a drawing apart: a colour and a pattern, and a mark for each network."""

from __future__ import annotations

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.output.drawings.shapes import look

# The strokes over each part's colour; a seventh part starts over from the first.
_INK = look(line="ink")
_STROKES = (
    "",
    f'<path {_INK} d="M0 8L8 0M-2 2L2 -2M6 10L10 6"/>',
    "",
    f'<circle {look("ink")} cx="4" cy="4" r="1.5"/>',
    f'<path {_INK} d="M0 4H8"/>',
    f'<path {_INK} d="M0 0L8 8M0 8L8 0" stroke-width="0.8"/>',
)
MOST = len(_STROKES)

_MARKS = (
    '<circle r="8"{look}/>',
    '<rect x="-7.5" y="-7.5" width="15" height="15"{look}/>',
    '<path d="M0 -10L10 0L0 10L-10 0Z"{look}/>',
    '<path d="M0 -9L9 7H-9Z"{look}/>',
    '<path d="M-3 -9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z"{look}/>',
    '<path d="M0 -10L3 -3L10 -3L4 2L7 9L0 4L-7 9L-4 2L-10 -3L-3 -3Z"{look}/>',
)


def patterns(key: str, count: int, printed: bool = True) -> str:
    """The patterns of a drawing's parts; `key` keeps them apart from those of other drawings.

    On a screen the colours alone tell the parts apart, so that the figures in them are read.
    """
    drawn = "".join(
        f'<pattern id="{key}-{n}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect {look(f"part-{n + 1}")} width="8" height="8"/>'
        f"{_STROKES[n] if printed else ''}</pattern>"
        for n in range(min(count, MOST))
        if _STROKES[n]
    )
    return f"<defs>{drawn}</defs>"


def part(key: str, place: int) -> str:
    """The look of one part, by its place among the parts: an edge, a colour and a pattern."""
    place %= MOST
    plain = look(f"part-{place + 1}", "ink").replace('class="', 'class="part ', 1)
    if not _STROKES[place]:
        return plain
    edge = look(line="ink").replace('class="', 'class="part ', 1)
    return edge.replace('fill="none"', f'fill="url(#{key}-{place})"')


def verdict_part(verdict: VerdictWord) -> str:
    """The look of a part that stands for a result: the colour that the result has everywhere."""
    return look(f"zone-{verdict}", "ink").replace('class="', 'class="part ', 1)


def mark(network: int) -> str:
    """The mark of a network, by its place in the evaluation: a shape and a colour of its own."""
    place = network % MOST
    return _MARKS[place].format(look=f' {look(f"net-{place + 1}", "paper")} stroke-width="1.5"')
