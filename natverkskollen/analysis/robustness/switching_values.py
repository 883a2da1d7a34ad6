"""At what weight or score a conclusion changes: closed form, no sampling.

Only one theme's weight moves at a time; the others keep their proportions to each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.standing import network_standings, verdict_at, with_share
from natverkskollen.analysis.robustness.table import Table


@dataclass(frozen=True)
class SwitchingValue:
    """A network's value passes a cut-off when a theme weighs more (or less) than a share (0–1).

    `today` is the theme's present share, `verdict` what it becomes (None: too little assessed).
    """

    theme: str
    today: float
    share: float
    more: bool
    verdict: VerdictWord | None


@dataclass(frozen=True)
class PairSwitch:
    """Two networks change places when a theme weighs more (or less) than a share (0–1)."""

    ahead: str
    behind: str
    theme: str
    today: float
    share: float
    more: bool


@dataclass(frozen=True)
class StepChange:
    """A network's verdict becomes another if one score were a step higher (+1) or lower (−1)."""

    criterion: str
    step: int
    total: float
    verdict: VerdictWord | None


def switching_values(found: Table, network: int) -> tuple[SwitchingValue, ...]:
    """Where each theme's weight changes a network's verdict: the nearest share on either side."""
    flips = []
    for theme, id_ in enumerate(found.themes):
        today = float(found.points[theme])
        if today >= 1:
            continue
        edges = _edges(_verdict_roots(found, network, theme), today)
        shares = np.array([*_middles(edges), today])
        codes = network_standings(found, network, with_share(found.points, theme, shares)).by_value
        for share, more, code in _changes(edges, codes[:-1].tolist(), int(codes[-1]), today):
            flips.append(SwitchingValue(id_, today, share, more, verdict_at(code)))
    return tuple(flips)


_NEAR = 1e-7


def pair_switches(found: Table) -> tuple[PairSwitch, ...]:
    """Where each theme's weight makes two networks change places: the nearest on either side."""
    flips = []
    for theme, id_ in enumerate(found.themes):
        today = float(found.points[theme])
        if today >= 1:
            continue
        lines = [_lines(found, network, theme)[0] for network in range(len(found.networks))]
        for i, j in combinations(range(len(lines)), 2):
            gap = _gap(lines[i], lines[j])
            now = _sign(gap(today))
            if not now:
                continue
            edges = _edges(_gap_roots(lines[i], lines[j]), today)
            signs = [_sign(gap(at)) for at in _middles(edges)]
            ahead, behind = (i, j) if now > 0 else (j, i)
            names = found.networks[ahead], found.networks[behind]
            for share, more, _ in _changes(edges, signs, now, today):
                flips.append(PairSwitch(*names, id_, today, share, more))
    return tuple(flips)


def step_changes(found: Table, network: int, steps: Mapping[str, float]) -> tuple[StepChange, ...]:
    """Which single scores move the value over a cut-off when moved one step of value `steps` each.

    Unanswered questions that alone could decide are left aside here, as for the weights: the
    question is what the answers given would say.
    """
    values, moves = [], []
    for c, id_ in enumerate(found.criteria):
        value = found.values[network, c]
        if id_ not in steps or np.isnan(value):
            continue
        for step in (1, -1):
            moved = min(max(value + step * steps[id_], 0), 100)
            values.append(
                np.where(np.arange(len(found.criteria)) == c, moved, found.values[network])
            )
            moves.append((id_, step))
    if not moves:
        return ()
    base = int(network_standings(found, network).by_value)
    there = network_standings(found, network, values=np.array(values))
    return tuple(
        StepChange(id_, step, float(there.totals[at]), verdict_at(int(there.by_value[at])))
        for at, (id_, step) in enumerate(moves)
        if there.by_value[at] != base
    )


# A line is (at share 0, at share 1): a numerator or denominator that is linear in the share.
Line = tuple[float, float]


def _lines(found: Table, network: int, theme: int) -> tuple[tuple[Line, Line], ...]:
    """Total, coverage and applicable part as numerator and denominator, as the share moves."""
    alone = network_standings(found, network, np.eye(len(found.themes)))
    others = with_share(found.points, theme, 0.0)

    def line(amounts: Array) -> Line:
        return float(others @ amounts), float(amounts[theme])

    each = (alone.totals, alone.coverage * 100, alone.applicable * 100)
    return tuple(
        (line(np.nan_to_num(amounts)), line((~np.isnan(amounts)).astype(float))) for amounts in each
    )


def _verdict_roots(found: Table, network: int, theme: int) -> Iterable[float]:
    value, coverage, applicable = _lines(found, network, theme)
    for (top, bottom), cut in (
        (value, found.keep_from),
        (value, found.leave_below),
        (coverage, found.min_coverage),
        (applicable, found.min_applicable),
    ):
        start, end = (top[at] - cut * bottom[at] for at in (0, 1))
        if start * end < 0:
            yield start / (start - end)


def _sign(gap: float) -> int:
    return 0 if abs(gap) < 1e-9 else 1 if gap > 0 else -1


def _gap(mine: tuple[Line, ...], theirs: tuple[Line, ...]) -> Callable[[float], float]:
    def total(lines: tuple[Line, ...], share: float) -> float:
        top, bottom = (line[0] + share * (line[1] - line[0]) for line in lines)
        return top / bottom if bottom else 0.0

    return lambda share: total(mine, share) - total(theirs, share)


def _gap_roots(mine: tuple[Line, ...], theirs: tuple[Line, ...]) -> Iterable[float]:
    """Where two totals meet; a quadratic where the networks do not share all themes."""
    (a, da), (b, db), (c, dc), (d, dd) = (
        (start, end - start) for start, end in (mine[0], theirs[1], theirs[0], mine[1])
    )
    constant, linear = a * b - c * d, a * db + b * da - c * dd - d * dc
    square = da * db - dc * dd
    if abs(square) < 1e-9:
        return [-constant / linear] if abs(linear) > 1e-12 else []
    inside = linear * linear - 4 * square * constant
    if inside < 0:
        return []
    return [(-linear + sign * inside**0.5) / (2 * square) for sign in (1, -1)]


def _edges(roots: Iterable[float], today: float) -> list[float]:
    # Two totals that only meet at an end have a double root there, found to eight digits at best.
    inside = {round(root, 12) for root in roots if _NEAR < root < 1 - _NEAR}
    return sorted({0.0, round(today, 12), 1.0, *inside})


def _middles(edges: Sequence[float]) -> list[float]:
    return [(low + high) / 2 for low, high in pairwise(edges)]


def _changes(
    edges: Sequence[float], codes: Sequence[int], now: int, today: float
) -> Iterable[tuple[float, bool, int]]:
    """The nearest edge above and below today beyond which the code is another."""
    at = edges.index(round(today, 12))
    for more, places in ((True, range(at, len(codes))), (False, range(at - 1, -1, -1))):
        for place in places:
            if codes[place] != now:
                yield edges[place if more else place + 1], more, int(codes[place])
                break
