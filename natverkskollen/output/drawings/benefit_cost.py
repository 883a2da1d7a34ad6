"""What each network gives, without the cost theme, against what a year of it costs."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.wording import bounds_words, value_words
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.fills import mark
from natverkskollen.output.drawings.scale import kronor_scale, kronor_steps
from natverkskollen.output.drawings.shapes import Anchor, at, level, look, text
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import counted, listed

_TOP, _HIGH = 44, 250
_BESIDE, _APART = 16, 20  # pixels between marks at one cost, and between their names


def benefit_cost(result: Result) -> Drawing:
    """A mark a network, with a line from the lowest to the highest benefit it may have."""
    shown = [n for n in enumerate(result.networks) if _can_be_drawn(n[1])]
    steps = kronor_steps(max((n.cost.total or Decimal(0) for _, n in shown), default=Decimal(0)))
    grid = [
        level(0, 100, _y(mark), "grid") + text(0, _y(mark) - 4, number(mark))
        for mark in range(0, 101, 20)
    ]
    foot = _TOP + _HIGH
    labels = (
        text(0, 14, "Nytta av 100", bold=True),
        text(100, foot + 40, "Kostnad per år, kronor", "end", bold=True),
    )
    drawn = [found for _, found in shown]
    return Drawing(
        key="nytta",
        finding=benefit_finding(drawn),
        alt=_alt(result, drawn),
        height=foot + 48,
        strokes="".join((*grid, *_marks(shown, steps[-1]), kronor_scale(steps, foot), *labels)),
        span_words="så låg och så hög nyttan kan vara",
    )


def missing_words(result: Result) -> str:
    """How many networks the drawing leaves out, and why; empty where it shows them all."""
    missing = sum(not _can_be_drawn(found) for found in result.networks)
    if not missing:
        return ""
    networks = counted(missing, "ett nätverk", "nätverk").capitalize()
    return f"{networks} saknas i diagrammet eftersom kostnaden eller nyttan inte är känd."


def _can_be_drawn(found: NetworkResult) -> bool:
    return None not in (found.verdict, found.benefit, found.cost.total)


def _y(benefit: float) -> int:
    return round(_TOP + _HIGH * (1 - benefit / 100))


def _marks(shown: list[tuple[int, NetworkResult]], most: Decimal) -> list[str]:
    """Marks side by side where costs are the same, and names that never cover one another."""
    parts, names_at = [], list[tuple[float, int]]()
    for position, found in sorted(shown, key=lambda each: -float(each[1].benefit or 0)):
        x = float(100 * (found.cost.total or 0) / most)
        y = _y(float(found.benefit or 0))
        beside = sum(abs(x - other) < 3 for other, _ in names_at) * _BESIDE
        named = max([y, *(below + _APART for other, below in names_at if abs(x - other) < 40)])
        names_at.append((x, named))
        left = x > 55
        shift = -beside if left else beside
        words_at = shift - 14 if left else shift + 14
        low, high = _y(float(found.benefit_low)) - y, _y(float(found.benefit_high)) - y
        parts.append(
            at(
                x,
                y,
                f'<path {look(line="ink")} d="M{shift} {high}V{low}M{shift - 5} {high}h10'
                f'M{shift - 5} {low}h10" stroke-width="1.6"/>'
                f'<g transform="translate({shift} 0)">{mark(position)}</g>',
            )
        )
        anchor: Anchor = "end" if left else "start"
        name = (
            f'<g transform="translate({words_at} 5)">{text(0, 0, found.network.short, anchor)}</g>'
        )
        parts.append(at(x, named, name))
    return parts


def _alt(result: Result, drawn: list[NetworkResult]) -> str:
    each = [
        f"{f.network.short} ger nyttan {value_words(f.benefit)} "
        f"(intervall {bounds_words(f.benefit_low, f.benefit_high)}) för "
        f"{f.cost.least}{kronor(f.cost.total or 0)}"
        for f in drawn
    ]
    told = f"Punktdiagram. {listed(each)} per år." if each else "Tomt diagram."
    return " ".join(filter(None, (told, missing_words(result), _SAME)))


_SAME = "Samma tal står i tabellen efter diagrammet."


def benefit_finding(drawn: list[NetworkResult]) -> str:
    """Which network gives most, and which costs least, in one sentence."""
    if not drawn:
        return "Kostnaden eller nyttan är inte känd för något nätverk"
    ranked = sorted(drawn, key=lambda found: found.benefit or 0, reverse=True)
    best = ranked[0]
    if len(drawn) == 1:
        return f"{best.network.short} ger nyttan {value_words(best.benefit)} av 100"
    if value_words(best.benefit) == value_words(ranked[1].benefit):
        return "Nyttan är lika stor för de främsta nätverken"
    if len({found.cost.hours_counted for found in drawn}) > 1:
        return f"{best.network.short} ger störst nytta; kostnaderna är inte räknade på samma sätt"
    if len({kronor(found.cost.total or 0) for found in drawn}) == 1:
        return f"Kostnaden är densamma, och {best.network.short} ger störst nytta"
    cheapest = min(drawn, key=lambda found: found.cost.total or 0)
    if cheapest is best:
        return f"{best.network.short} ger störst nytta och kostar minst"
    return f"{best.network.short} ger störst nytta, {cheapest.network.short} kostar minst"
