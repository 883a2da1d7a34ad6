"""Where each network stands: a dot and its interval over the zones of the results, best first."""

from __future__ import annotations

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.robustness.plain_words import ONE_WORD
from natverkskollen.analysis.robustness.robustness import Robustness
from natverkskollen.analysis.wording import (
    ENDS,
    bounds_words,
    by_limits,
    verdict_heading,
    verdict_name,
)
from natverkskollen.analysis.zero_alternative import NAME, zero_alternative
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.scale import by_value
from natverkskollen.output.drawings.shapes import Anchor, at, box, level, look, span, text
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import listed, lower_first

_TOP, _ROW = 30, 54
_DOT = f'<circle r="9" {look("accent", "paper")} stroke-width="2"/>'
_NONE = f'<rect x="-7" y="-7" width="14" height="14" {look("paper", "ink")} stroke-width="2"/>'


def zones(found: Robustness) -> Drawing:
    """A row for each network with its value and how sure it is, and one for no membership."""
    result = found.result
    ranked = by_value(result)
    nothing = zero_alternative(result).total
    rows = [_row(found, each, _TOP + n * _ROW) for n, each in enumerate(ranked)]
    if nothing is not None:
        y = _TOP + len(ranked) * _ROW
        words = f"{NAME}: {by_limits(result.criteria, nothing)}"
        rows.append(text(0.8, y + 18, words, edge=False) + at(float(nothing), y + 36, _NONE))
    foot = _TOP + len(rows) * _ROW + 4
    told = [f"{each.network.short} {_told(found, each)}" for each in ranked]
    told += (
        [f"{NAME.lower()} är värt {by_limits(result.criteria, nothing)}"]
        if nothing is not None
        else []
    )
    return Drawing(
        key="lagen",
        finding=finding(result),
        alt=f"Punktdiagram från 0 till 100 med gränserna inritade. {listed(told)}.",
        height=foot + 24,
        strokes="".join((_grounds(result, foot), *rows, _scale(result, foot))),
        span_words="så lågt och så högt värdet kan vara med det underlag som finns",
    )


def finding(result: Result) -> str:
    """How many networks speak for each result, in one sentence."""
    said: dict[str, list[str]] = {}
    for each in by_value(result):
        said.setdefault(lower_first(verdict_name(each.verdict, each.member)), []).append(
            each.network.short
        )
    return ". ".join(f"{verdict.capitalize()}: {listed(names)}" for verdict, names in said.items())


def _told(found: Robustness, each: NetworkResult) -> str:
    sure = ONE_WORD[found.network(each.network.id).certainty.level].lower()
    if each.verdict is None or each.total is None:
        return sure
    reach = bounds_words(each.low, each.high)
    return f"får {by_limits(found.result.criteria, each.total)} (intervall {reach}), {sure}"


def _row(found: Robustness, each: NetworkResult, y: int) -> str:
    sure = ONE_WORD[found.network(each.network.id).certainty.level].lower()
    name = each.network.short
    if each.verdict is None or each.total is None:
        words = f"{name}: {sure}"
        reach = span(float(each.low), float(each.high), y + 36) if each.coverage else ""
        return text(0.8, y + 18, words, bold=True, edge=False) + reach
    words = f"{name}: {by_limits(found.result.criteria, each.total)}, {sure}"
    reach = span(float(each.low), float(each.high), y + 36)
    return (
        text(0.8, y + 18, words, bold=True, edge=False)
        + reach
        + at(float(each.total), y + 36, _DOT)
    )


def _grounds(result: Result, foot: int) -> str:
    """The three zones with their names at the top, each in the colour of its result."""
    rules = result.criteria.verdict
    members = {found.member for found in result.networks}
    keep, leave = ENDS
    low, high = float(rules.leave_below), float(rules.keep_from)
    parts = []
    for x, to, verdict in ((0.0, low, leave), (low, high, "come-back"), (high, 100.0, keep)):
        if to > x:
            parts.append(box(x, _TOP, to - x, foot - _TOP, look(f"zone-{verdict}", "paper")))
            if to - x >= 15:
                parts.append(text(x + 0.8, 20, verdict_heading(verdict, members)))
    return "".join(parts)


def _scale(result: Result, foot: int) -> str:
    rules = result.criteria.verdict
    marks: dict[float, Anchor] = {0.0: "start"}
    marks |= {float(limit): "middle" for limit in (rules.leave_below, rules.keep_from)}
    marks[100.0] = "end"
    drawn = (text(x, foot + 18, number(x), where) for x, where in marks.items())
    return level(0, 100, foot) + "".join(drawn)
