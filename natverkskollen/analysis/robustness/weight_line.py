"""How the totals follow the weight of one theme, from nothing to everything."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.robustness.standing import network_standings, with_share
from natverkskollen.analysis.robustness.table import table
from natverkskollen.dossier.dossier import Dossier


@dataclass(frozen=True)
class WeightLine:
    """One theme's share of the weight (0–1) against each network's total 0–100.

    `totals` has one value per share and network id (None where nothing counts); `today` is the
    theme's present share. The other themes keep their proportions.
    """

    theme: str
    today: float
    shares: tuple[float, ...]
    totals: dict[str, tuple[float | None, ...]]


def weight_line(dossier: Dossier, result: Result, theme: str, points: int = 21) -> WeightLine:
    """How the totals follow one theme's weight from nothing to everything."""
    numbers = table(result, dossier)
    place = numbers.themes.index(theme)
    shares = np.linspace(0, 1, points)
    weights = with_share(numbers.points, place, shares)
    totals = {
        id_: tuple(
            None if np.isnan(total) else round(float(total), 6)
            for total in network_standings(numbers, n, weights).totals
        )
        for n, id_ in enumerate(numbers.networks)
    }
    return WeightLine(theme, float(numbers.points[place]), tuple(map(float, shares)), totals)
