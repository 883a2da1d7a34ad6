"""A Result as arrays of numbers: what the draws and the what-ifs are counted on."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np

from natverkskollen.analysis.result import Result, VerdictWord
from natverkskollen.analysis.robustness.assessors import own_spans
from natverkskollen.analysis.robustness.smaa import Array, Space
from natverkskollen.analysis.value import level_value
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.model.criterion import Criterion

# A verdict as a number is its place here; -1 stands for no verdict.
VERDICT_ORDER: tuple[VerdictWord, ...] = ("leave", "come-back", "keep")


@dataclass(frozen=True, eq=False)
class Table:
    """N networks × C criteria in T themes, worth 0–100.

    `points` (T,) are the themes' parts of the weight and sum to 1; `weights` (C,) are the
    criteria's weights inside their theme, `belongs` (C, T) is 1 in it. `values` (N, C) is NaN
    where nothing was assessed, `applies` (N, C) false where the criterion does not apply. `low`
    and `high` (A, N, C) are the spans as each of A assessors sees them (one layer where there is
    one view). `least` (C,) is the value a criterion must reach for keep, −∞ where none is set.
    """

    networks: tuple[str, ...]
    criteria: tuple[str, ...]
    themes: tuple[str, ...]
    points: Array
    weights: Array
    belongs: Array
    values: Array
    applies: Array
    low: Array
    high: Array
    least: Array
    keep_from: float
    leave_below: float
    min_coverage: float

    @property
    def theme_of(self) -> Array:
        """The place of each criterion's theme (C,)."""
        theme: Array = self.belongs.argmax(axis=1)
        return theme

    def units(self, level: str) -> tuple[tuple[str, ...], Array]:
        """What is weighted at a level (`themes` or `criteria`): ids, and parts of the weight."""
        if level == "themes":
            return self.themes, self.points
        inside = self.weights / (self.weights @ self.belongs)[self.theme_of]
        return self.criteria, inside * self.points[self.theme_of]


def table(result: Result, dossier: Dossier) -> Table:
    """The numbers of a result, with each assessor's own spans from the dossier."""
    criteria = result.criteria
    low, high = _layers(result, dossier)
    return Table(
        networks=tuple(each.network.id for each in result.networks),
        criteria=tuple(each.id for each in criteria.criteria),
        themes=tuple(each.id for each in criteria.themes),
        points=np.array([float(result.weights[theme.id]) for theme in criteria.themes]),
        weights=np.array([float(each.weight) for each in criteria.criteria]),
        belongs=np.array(
            [
                [float(criterion in theme.criteria) for theme in criteria.themes]
                for criterion in criteria.criteria
            ]
        ),
        values=_numbers(result, "value"),
        applies=~np.isnan(_numbers(result, "low")),
        low=low,
        high=high,
        least=np.array([_least(criteria, each) for each in criteria.criteria]),
        keep_from=float(criteria.verdict.keep_from),
        leave_below=float(criteria.verdict.leave_below),
        min_coverage=float(criteria.verdict.min_coverage),
    )


def space(found: Table, level: str, spread: bool = True) -> Space:
    """The space the draws are taken from; without spread every score stays at its value."""
    low, high, applies = found.low, found.high, found.applies
    if not spread:
        # An answer that is missing weighs nothing, but it does not reach a minimum level either.
        missing = np.isnan(found.values)
        low = high = np.where(found.applies & missing, -1, found.values)[None]
        applies = ~missing
    if level == "themes":
        unit_of, parts = found.theme_of, found.weights * applies
        whole = (parts @ found.belongs)[:, unit_of]
        parts = np.divide(parts, whole, out=np.zeros_like(parts), where=whole > 0)
    else:
        unit_of, parts = np.arange(len(found.criteria)), applies.astype(float)
    return Space(
        low=low,
        high=high,
        parts=parts,
        unit_of=unit_of,
        units=int(unit_of.max()) + 1,
        least=found.least,
        keep_from=found.keep_from,
        leave_below=found.leave_below,
        keys=tuple(crc32(network.encode()) for network in found.networks),
    )


def _layers(result: Result, dossier: Dossier) -> tuple[Array, Array]:
    """The spans (A, N, C) low and high: whole, or as each assessor with an answer sees them."""
    low, high = _numbers(result, "low"), _numbers(result, "high")
    lows, highs = [], []
    for own in own_spans(dossier, result):
        mine = low.copy(), high.copy()
        for at, span in own.items():
            mine[0][at], mine[1][at] = span
        lows.append(mine[0])
        highs.append(mine[1])
    return (np.array(lows), np.array(highs)) if len(lows) > 1 else (low[None], high[None])


def _numbers(result: Result, name: str) -> Array:
    return np.array(
        [
            [
                np.nan if getattr(cell, name) is None else float(getattr(cell, name))
                for cell in found.criteria
            ]
            for found in result.networks
        ]
    )


def _least(criteria: CriteriaSet, criterion: Criterion) -> float:
    level = criteria.verdict.minimum.get(criterion.id)
    return -np.inf if level is None else float(level_value(level, criteria.scale))
