"""In how many of 100 computations each network gets each verdict."""

from __future__ import annotations

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.natural_frequencies import hundred_words
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.wording import (
    VERDICT_ORDER,
    quoted_verdict,
    verdict_heading,
    verdict_name,
)
from natverkskollen.output.drawings.drawing import Drawing
from natverkskollen.output.drawings.fills import verdict_part
from natverkskollen.output.drawings.scale import NOTHING, hundred
from natverkskollen.output.drawings.shapes import box, chip, text
from natverkskollen.swedish.words import listed, lower_first

_ROW, _BAR = 62, 28


def verdict_bars(found: Robustness, key: str = "slutsatser") -> Drawing:
    """One bar of 100 computations a network with a result, parted by the verdicts they lead to."""
    drawn = [network for network in found.networks if network.verdict_share]
    foot = len(drawn) * _ROW + 4
    members = {network.member for network in found.networks}
    shares = [
        f"{network.name}: "
        + listed([f"{_small(network, v)} i {words}" for v, words in _words(network).items()])
        for network in drawn
    ]
    return Drawing(
        key=key,
        finding=_finding(found),
        alt=f"Staplar av 100 beräkningar. {'. '.join(shares)}. "
        "Samma tal står i tabellen efter diagrammet.",
        height=foot + 28,
        strokes="".join(_bar(n, row * _ROW) for row, n in enumerate(drawn)) + hundred(foot),
        legend=tuple(verdict_heading(verdict, members) for verdict in VERDICT_ORDER),
        fills=tuple(map(verdict_part, VERDICT_ORDER)),
    )


def _words(network: NetworkRobustness) -> dict[VerdictWord, str]:
    words = hundred_words(network.verdict_share)
    return {verdict: words[verdict] for verdict in VERDICT_ORDER}


def _bar(network: NetworkRobustness, top: int) -> str:
    parts, figures, at = [text(0, top + 14, _name(network), bold=True)], [], 0.0
    for verdict, words in _words(network).items():
        wide = network.verdict_share[verdict] * 100
        if wide <= 0:
            continue
        parts.append(box(at, top + 20, wide, _BAR, verdict_part(verdict)))
        if wide >= 4.5:
            chip_wide = 28 if len(words) < 4 else 96
            middle = chip(at + wide / 2, top + 20 + _BAR // 2, words, chip_wide, small=wide < 9)
            figures.append(middle)
        at += wide
    return "".join((*parts, *figures))


def _name(network: NetworkRobustness) -> str:
    return f"{network.name}: {_small(network, network.verdict)}"


def _small(network: NetworkRobustness, verdict: VerdictWord | None) -> str:
    return lower_first(verdict_name(verdict, network.member))


def _finding(found: Robustness) -> str:
    told = [
        f"{_words(n)[n.verdict]} {quoted_verdict(n.verdict, n.member)} för {n.name}"
        for n in found.networks
        if n.verdict
    ]
    if not told:
        return NOTHING
    return f"Av 100 beräkningar med andra vikter och andra möjliga svar ger {listed(told)}"
