"""What each membership costs in a year, parted by fee, working time, travel and other."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.cost import least
from natverkskollen.analysis.result import NetworkResult, Result
from natverkskollen.analysis.year_cost import FREE, amount_or_free, year_cost
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.fills import part
from natverkskollen.output.drawings.scale import kronor_scale, kronor_steps
from natverkskollen.output.drawings.shapes import box, look, text
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.words import counted, listed

_ROW, _BAR = 62, 28


def cost_bars(result: Result, key: str = "kostnad") -> Drawing:
    """One bar a network in kronor; what is not known is said and not drawn."""
    labels = _labels(result)
    known = [found.cost.known for found in result.networks]
    steps = kronor_steps(max(known, default=Decimal(0)))
    foot = len(result.networks) * _ROW + 4
    bars = [
        _bar(found, row * _ROW, steps[-1], labels, key) for row, found in enumerate(result.networks)
    ]
    told = [f"{found.network.short}: {year_cost(found)}." for found in result.networks]
    return Drawing(
        key=key,
        finding=_finding(result.networks),
        alt=f"Staplar i kronor per år. {' '.join(told)} "
        "Samma tal står i tabellen efter diagrammet.",
        height=foot + 28,
        strokes="".join((*bars, kronor_scale(steps, foot))),
        legend=labels,
    )


def _labels(result: Result) -> tuple[str, ...]:
    """The cost lines that any network has an amount for, in the order they stand."""
    lines = (line for found in result.networks for line in found.cost.lines)
    return tuple(dict.fromkeys(line.label for line in lines if line.amount))


def _bar(found: NetworkResult, top: int, most: Decimal, labels: tuple[str, ...], key: str) -> str:
    words = f"{found.network.short}: {year_cost(found)}"
    parts, at = [text(0, top + 14, words, bold=True)], 0.0
    for line in found.cost.lines:
        wide = float(100 * (line.amount or 0) / most)
        if wide:
            parts.append(box(at, top + 20, wide, _BAR, part(key, labels.index(line.label))))
            at += wide
    if not at:
        parts.append(box(0, top + 20, 0.4, _BAR, look("paper", "ink")))
    return "".join(parts)


def _finding(networks: tuple[NetworkResult, ...]) -> str:
    """What today's memberships cost, and what those that are considered would cost."""
    groups = [[n for n in networks if n.member], [n for n in networks if not n.member]]
    today, others = (_compared(group) if group else "" for group in groups)
    return "; ".join(filter(None, (today, others)))


def _compared(networks: list[NetworkResult]) -> str:
    member = networks[0].member
    costs = "kostar" if member else "skulle kosta"
    known = [found for found in networks if found.cost.total is not None]
    if not known:
        return f"Vad {'medlemskapen kostar' if member else 'ett inträde skulle kosta'} är okänt"
    amounts = {kronor(found.cost.total or 0) for found in known}  # as they are read
    names = listed([found.network.short for found in known])
    first = known[0].cost.total or Decimal(0)
    more = least(found.cost for found in known)
    if amounts == {kronor(0)}:
        return f"{names} tar {FREE}"
    if len(known) == 1:
        return f"{names} {costs} {more}{kronor(first)} per år"
    if len({found.cost.hours_counted for found in known}) > 1:
        return f"Vad {names} {costs} är inte räknat på samma sätt"
    if len(amounts) == 1:
        return f"{names} {costs} lika mycket, {more}{kronor(first)} var per år"
    high = max(known, key=lambda found: found.cost.total or 0)
    low = min(known, key=lambda found: found.cost.total or 0)
    most = f"mest, {more}{kronor(high.cost.total or 0)} per år"
    lowest = f"{low.network.short} minst, {amount_or_free(low.cost.total or Decimal(0))}"
    if len(known) < len(networks):  # what the others cost may be more, or less
        among = counted(len(known), "ett nätverk", "nätverk")
        among = f"Av de {among} vars kostnad är känd i kronor"
        return f"{among} {costs} {high.network.short} {most}, och {lowest}"
    return f"{high.network.short} {costs} {most}, och {lowest}"
