"""Which assumption moves a network's total most: the rows of a tornado diagram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.standing import Standings, network_standings
from natverkskollen.analysis.robustness.table import Table


@dataclass(frozen=True)
class Driver:
    """One assumption moved alone, and the total 0–100 with its verdict at either end.

    `kind` is `criterion` (its value at its lowest and highest) or `theme` (its points halved and
    doubled); `id` names it. `low` and `high` belong to those ends in that order, so `low` may be
    the larger for a theme.
    """

    kind: Literal["criterion", "theme"]
    id: str
    low: float
    high: float
    verdict_low: VerdictWord | None
    verdict_high: VerdictWord | None

    @property
    def swing(self) -> float:
        """How many points the total moves between the two ends."""
        return abs(self.high - self.low)


def drivers(found: Table, network: int) -> tuple[Driver, ...]:
    """Every assumption that moves the total, the one that moves it most first."""
    criteria = [c for c in range(len(found.criteria)) if found.applies[network, c]]
    ends = (found.low[:, network].min(axis=0), found.high[:, network].max(axis=0))
    rows = []
    if criteria:
        values = np.repeat(found.values[network][None], 2 * len(criteria), axis=0)
        for row, c in enumerate(criteria):
            values[2 * row, c], values[2 * row + 1, c] = ends[0][c], ends[1][c]
        moved = network_standings(found, network, values=values)
        rows += [_row("criterion", found.criteria[c], moved, at) for at, c in enumerate(criteria)]
    weights = np.repeat(found.points[None], 2 * len(found.themes), axis=0)
    for theme in range(len(found.themes)):
        weights[2 * theme, theme] /= 2
        weights[2 * theme + 1, theme] *= 2
    moved = network_standings(found, network, weights)
    rows += [_row("theme", id_, moved, at) for at, id_ in enumerate(found.themes)]
    return tuple(sorted((row for row in rows if row.swing > 1e-9), key=lambda row: -row.swing))


def _row(kind: Literal["criterion", "theme"], id_: str, moved: Standings, at: int) -> Driver:
    low, high = float(moved.totals[2 * at]), float(moved.totals[2 * at + 1])
    return Driver(kind, id_, low, high, moved.verdict(2 * at), moved.verdict(2 * at + 1))
