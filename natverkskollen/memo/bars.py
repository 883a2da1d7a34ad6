"""The picture in the memo: what each theme adds to each network's value, as stacked bars.

Drawn by hand so that the same result always gives the same drawing, and with a pattern for each
theme so that it can be told apart without colour.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from natverkskollen.result import NetworkResult, Result
from natverkskollen.swedish import listed, number
from natverkskollen.wording import bounds_words, value_words

INK, LINE = "#16324f", "#5b6b7a"
FONT = "'Liberation Sans', Arial, sans-serif"
WIDTH, LEFT, SCALE, TOP, ROW, BAR = 700, 20, 5.9, 46, 74, 28
# Fill and drawn lines of each theme's pattern; a seventh theme starts over from the first.
_PATTERNS = (
    (INK, ""),
    ("#ffffff", '<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" stroke="#16324f" stroke-width="1.4"/>'),
    ("#b9c7d4", ""),
    ("#ffffff", '<circle cx="4" cy="4" r="1.7" fill="#16324f"/>'),
    ("#dfe6ec", '<path d="M0 4H8" stroke="#16324f" stroke-width="1.2"/>'),
    ("#ffffff", '<path d="M0 0L8 8M0 8L8 0" stroke="#5b6b7a" stroke-width="1"/>'),
)


def bars_svg(result: Result) -> str:
    """One bar a network from 0 to 100, one part a theme, with the span and the cut-offs."""
    rows = len(result.networks)
    base = TOP + rows * ROW
    legend = _legend(result, base + 34)
    height = base + 34 + 24 * (legend.count("<text")) + 4
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="{FONT}" font-size="15" fill="#111111">',
        f"<title>{escape(_TITLE)}</title><desc>{escape(bars_alt(result))}</desc><defs>",
        *(
            f'<pattern id="p{i}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="{fill}"/>{lines}</pattern>'
            for i, (fill, lines) in enumerate(_PATTERNS)
        ),
        f'</defs><rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *_cutoffs(result, base),
        *(part for i, found in enumerate(result.networks) for part in _bar(found, TOP + i * ROW)),
        *_axis(base),
        legend,
        "</svg>",
    ]
    return "".join(parts)


_TITLE = "Vad varje tema bidrar med till det sammanvägda värdet"


def _x(value: float) -> str:
    return f"{LEFT + value * SCALE:.1f}"


def _bar(found: NetworkResult, top: int) -> list[str]:
    total = "ej bedömt" if found.total is None else f"{value_words(found.total)} av 100"
    name = escape(found.network.short)
    parts = [f'<text x="{LEFT}" y="{top + 12}" font-weight="bold">{name}: {total}</text>']
    parts.append(_rect(0, 100, top + 19, "#ffffff", LINE))
    at = 0.0
    for position, theme in enumerate(found.themes):
        wide = float(theme.contribution or 0)
        if wide:
            parts.append(_rect(at, wide, top + 19, f"url(#p{position % len(_PATTERNS)})", INK))
        if wide >= 3.5:
            middle = LEFT + (at + wide / 2) * SCALE
            parts.append(
                f'<rect x="{middle - 13:.1f}" y="{top + 24}" width="26" height="18" rx="3" '
                f'fill="#ffffff"/><text x="{middle:.1f}" y="{top + 38}" text-anchor="middle">'
                f"{number(theme.contribution or 0, 0)}</text>"
            )
        at += wide
    low, high, y = float(found.low), float(found.high), top + 19 + BAR + 7
    parts.append(
        f'<path d="M{_x(low)} {y}H{_x(high)}M{_x(low)} {y - 4}V{y + 4}M{_x(high)} {y - 4}V{y + 4}" '
        f'stroke="#111111" stroke-width="1.6" fill="none"/>'
    )
    return parts


def _rect(at: float, wide: float, top: int, fill: str, stroke: str) -> str:
    return (
        f'<rect x="{_x(at)}" y="{top}" width="{wide * SCALE:.1f}" height="{BAR}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="1"/>'
    )


def _cutoffs(result: Result, base: int) -> list[str]:
    rules = result.criteria.verdict
    parts = []
    for value, words, anchor in (
        (rules.leave_below, "lämna under", "end"),
        (rules.keep_from, "behåll från", "start"),
    ):
        parts.append(
            f'<path d="M{_x(float(value))} 26V{base}" stroke="{LINE}" stroke-width="1.4" '
            f'stroke-dasharray="5 4"/><text x="{_x(float(value))}" y="18" '
            f'text-anchor="{anchor}">{words} {number(value)}</text>'
        )
    return parts


def _axis(base: int) -> list[str]:
    return [f'<path d="M{_x(0)} {base}H{_x(100)}" stroke="{LINE}"/>'] + [
        f'<path d="M{_x(mark)} {base}v5" stroke="{LINE}"/>'
        f'<text x="{_x(mark)}" y="{base + 20}" text-anchor="middle">{mark}</text>'
        for mark in range(0, 101, 20)
    ]


def _legend(result: Result, top: int) -> str:
    parts = []
    for position, theme in enumerate(result.criteria.themes):
        y = top + 24 * position
        parts.append(
            f'<rect x="{LEFT}" y="{y}" width="26" height="16" stroke="{INK}" '
            f'fill="url(#p{position % len(_PATTERNS)})"/>'
            f'<text x="{LEFT + 36}" y="{y + 13}">{escape(theme.title)}</text>'
        )
    y = top + 24 * len(result.criteria.themes)
    parts.append(
        f'<path d="M{LEFT} {y + 8}h26M{LEFT} {y + 4}v8M{LEFT + 26} {y + 4}v8" stroke="#111111" '
        f'stroke-width="1.6" fill="none"/><text x="{LEFT + 36}" y="{y + 13}">'
        f"så lågt och så högt värdet kan vara med det underlag som finns</text>"
    )
    return "".join(parts)


def bars_alt(result: Result) -> str:
    """What the picture shows, in words: each network's value, span and largest contribution."""
    told = []
    for found in result.networks:
        parts = [t for t in found.themes if t.contribution]
        if found.total is None or not parts:
            told.append(f"{found.network.short} är ej bedömt.")
            continue
        most = max(parts, key=lambda theme: theme.contribution or 0)
        told.append(
            f"{found.network.short} får {value_words(found.total)} av 100 "
            f"(spann {bounds_words(found.low, found.high)}), mest från temat "
            f"{most.theme.title} ({number(most.contribution or 0, 0)})."
        )
    names = listed([found.network.short for found in result.networks])
    return (
        f"Stapeldiagram för {names}. {' '.join(told)} Samma tal står i tabellen efter diagrammet."
    )
