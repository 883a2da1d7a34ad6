"""Where the names of the lines of a chart stand: on the lines, or spread at their ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from components.shell.figure import tone
from components.shell.picker import FEW

_TOP = 100.0  # the highest value on the axis
_ROW = 18  # pixels for a name
_EVERYTHING_ELSE = 80  # pixels above and below the lines
_LETTER = 7.4  # pixels across, at most, on average


def name_lines(
    figure: go.Figure, at: Sequence[float], lines: Mapping[str, Sequence[float | None]]
) -> None:
    """Name each line by its short name, where it stands clear of the others.

    `lines` are the values 0–100 at the places `at`. A few are named where they lie farthest
    apart. Of many the names stand beside the right end, spread so that none covers another, with
    a thread to the line.
    """
    if len(lines) > FEW:
        _at_ends(figure, at[-1], {name: totals[-1] for name, totals in lines.items()})
        return
    place = _where_lines_part(list(lines.values()))
    for name, totals in lines.items():
        if totals[place] is not None:
            _name(figure, name, x=at[place], y=totals[place], showarrow=False, yshift=15)


def _at_ends(figure: go.Figure, x: float, ends: Mapping[str, float | None]) -> None:
    known = {name: y for name, y in ends.items() if y is not None}
    names = sorted(known, key=lambda name: known[name])
    gap = _TOP / max(len(names), 20)
    for name, y in zip(names, spread([known[name] for name in names], gap), strict=True):
        thread: dict[str, Any] = {"arrowhead": 0, "arrowwidth": 1, "arrowcolor": tone("quiet")}
        place = {"x": x, "y": known[name], "ax": 18, "ay": y, "ayref": "y", "xanchor": "left"}
        _name(figure, name, showarrow=True, standoff=4, **place, **thread)
    room = 30 + _LETTER * max(map(len, names), default=0)
    figure.update_layout(height=_EVERYTHING_ELSE + _ROW * round(_TOP / gap), margin={"r": room})


def spread(values: Sequence[float], gap: float) -> list[float]:
    """Rising values 0–100 moved as little as keeps them a gap apart and within 0–100.

    >>> spread([50, 51, 90], 5)
    [48.0, 53.0, 90.0]
    >>> spread([99, 100], 5)
    [95.0, 100.0]
    """
    groups: list[tuple[list[float], float]] = []  # what stands together, and where the first does
    for value in values:
        members, first = [value], value
        while True:
            first = min(max(first, 0.0), _TOP - gap * (len(members) - 1))
            if not groups or groups[-1][1] + gap * len(groups[-1][0]) <= first:
                break
            members = groups.pop()[0] + members
            first = sum(v - gap * place for place, v in enumerate(members)) / len(members)
        groups.append((members, first))
    return [
        float(first + gap * place) for members, first in groups for place in range(len(members))
    ]


def _name(figure: go.Figure, name: str, **place: Any) -> None:
    figure.add_annotation(text=escape(name), font={"color": tone("ink"), "size": 14}, **place)


def _where_lines_part(lines: Sequence[Sequence[float | None]]) -> int:
    """The place on the left half where the lines lie farthest apart: there their names fit."""

    def gap(place: int) -> float:
        heights = sorted(totals[place] or 0.0 for totals in lines)
        return min((b - a for a, b in pairwise(heights)), default=0.0)

    if not lines:
        return 0
    middle = len(lines[0]) // 4  # clear of the axis where any place does, as for a line alone
    return max(range(1, len(lines[0]) // 2), key=lambda place: (gap(place), -abs(place - middle)))
