"""What tells the parts of a drawing apart: a colour and a pattern, and a mark for each network."""

from __future__ import annotations

from natverkskollen.drawings.shapes import INK, PAPER

# Ground colour and strokes of each part; a seventh starts over from the first.
_GROUNDS = ("#1F5F6B", "#F2DDB0", "#A9D0D6", "#FFFFFF", "#CFC3E2", "#E9ECEE")
_STROKES = (
    "",
    '<path class="nk-ink-stroke" d="M0 8L8 0M-2 2L2 -2M6 10L10 6" stroke="{ink}"/>',
    "",
    '<circle class="nk-ink" cx="4" cy="4" r="1.5" fill="{ink}"/>',
    '<path class="nk-ink-stroke" d="M0 4H8" stroke="{ink}"/>',
    '<path class="nk-ink-stroke" d="M0 0L8 8M0 8L8 0" stroke="{ink}" stroke-width="0.8"/>',
)
MOST = len(_GROUNDS)

NETWORK_COLOURS = ("#1F5F6B", "#A8480F", "#5B3F8C", "#5C6300", "#8C2F5A", "#2F4F9E")
_MARKS = (
    '<circle r="8"{look}/>',
    '<rect x="-7.5" y="-7.5" width="15" height="15"{look}/>',
    '<path d="M0 -10L10 0L0 10L-10 0Z"{look}/>',
    '<path d="M0 -9L9 7H-9Z"{look}/>',
    '<path d="M-3 -9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z"{look}/>',
    '<path d="M0 9L-9 -7H9Z"{look}/>',
)


def patterns(key: str, count: int) -> str:
    """The patterns of a drawing's parts; `key` keeps them apart from those of other drawings."""
    drawn = "".join(
        f'<pattern id="{key}-{n}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect class="nk-part-{n + 1}" width="8" height="8" fill="{_GROUNDS[n]}"/>'
        f"{_STROKES[n].format(ink=INK)}</pattern>"
        for n in range(min(count, MOST))
        if _STROKES[n]
    )
    return f"<defs>{drawn}</defs>"


def look(key: str, part: int) -> tuple[str, str]:
    """The fill and the class of one part, by its place among the parts."""
    place = part % MOST
    if _STROKES[place]:
        return f"url(#{key}-{place})", "nk-part"
    return _GROUNDS[place], f"nk-part nk-part-{place + 1}"


def mark(network: int) -> str:
    """The mark of a network, by its place in the evaluation: a shape and a colour of its own."""
    colour, place = NETWORK_COLOURS[network % MOST], network % MOST
    look = f' class="nk-net-{place + 1}" fill="{colour}" stroke="{PAPER}" stroke-width="1.5"'
    return _MARKS[place].format(look=look)
