"""What each theme adds to each network's value: one bar a network, from 0 to 100."""

from __future__ import annotations

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import bounds_words, by_limits, value_words
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.fills import part
from natverkskollen.output.drawings.scale import NOTHING, by_value, cutoffs, hundred
from natverkskollen.output.drawings.shapes import box, chip, look, span, text
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import listed

_TOP, _ROW, _BAR = 44, 74, 28


def theme_bars(result: Result, key: str = "teman") -> Drawing:
    """Stacked bars of the contributions, the span under each bar, and the cut-offs."""
    drawn = [found for found in by_value(result) if found.told is not None]
    foot = _TOP + len(drawn) * _ROW
    bars = [_bar(result, found, _TOP + row * _ROW, key) for row, found in enumerate(drawn)]
    each = [
        f"{found.network.short} får {by_limits(result.criteria, found.told)}" for found in drawn
    ]
    return Drawing(
        key=key,
        finding=f"{listed(each)} av 100" if each else NOTHING,
        alt=_alt(result),
        height=foot + 28,
        strokes="".join((cutoffs(result, foot), *bars, hundred(foot))),
        legend=tuple(theme.title for theme in result.criteria.themes),
        span_words="så lågt och så högt värdet kan vara med det underlag som finns",
    )


def _bar(result: Result, found: NetworkResult, top: int, key: str) -> str:
    name, y = found.network.short, top + 18
    parts = [
        text(0, top + 12, f"{name}: {by_limits(result.criteria, found.told)} av 100", bold=True),
        box(0, y, 100, _BAR, look("paper", "ink")),
    ]
    at, figures = 0.0, []
    for position, theme in enumerate(found.themes):
        wide = float(theme.contribution or 0)
        if not wide:
            continue
        parts.append(box(at, y, wide, _BAR, part(key, position)))
        if wide >= 4.5:
            figure = number(theme.contribution or 0, 0)
            figures.append(chip(at + wide / 2, y + _BAR // 2, figure, small=wide < 9))
        at += wide
    whole = "".join((*parts, *figures, span(float(found.low), float(found.high), y + _BAR + 8)))
    return f'<g class="bar">{whole}</g>'


def _alt(result: Result) -> str:
    told = []
    for found in by_value(result):
        parts = [t for t in found.themes if t.contribution]
        if found.told is None:
            told.append(f"Om {found.network.short} räcker underlaget inte.")
            continue
        if not parts:
            told.append(
                f"{found.network.short} får {by_limits(result.criteria, found.told)} av 100."
            )
            continue
        total = value_words(found.told)
        most = max(parts, key=lambda theme: theme.contribution or 0)
        told.append(
            f"{found.network.short} får {total} av 100 "
            f"(intervall {bounds_words(found.low, found.high)}), mest från temat "
            f"{most.theme.title} ({number(most.contribution or 0, 0)})."
        )
    names = listed([found.network.short for found in by_value(result)])
    return (
        f"Stapeldiagram för {names}. {' '.join(told)} Samma tal står i tabellen efter diagrammet."
    )
