"""A Result as arrays of numbers: what the draws and the what-ifs are counted on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

import numpy as np

from natverkskollen.analysis.result import Result, VerdictWord
from natverkskollen.analysis.robustness.assessors import curve, own_spans
from natverkskollen.analysis.robustness.reading import Array, Curve, Space
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
    one view); `readers` (N) are the layers of those who have a view of a network, and `curves` say
    how a value rises inside its span where it does so unevenly. `least` (C,) is the value a
    criterion must reach for keep, −∞ where none is set. `common_error` (0–1) is the part of an
    answer's error that its assessor's other answers share.
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
    min_applicable: float
    missing_may_decide: bool
    common_error: float = 0.0
    readers: tuple[tuple[int, ...], ...] = ()
    curves: Mapping[tuple[int, int, int], Curve] = field(default_factory=dict)

    def of(self, networks: Sequence[int]) -> Table:
        """The same table with some of the networks only, in their order."""
        rows = list(networks)
        return replace(
            self,
            networks=tuple(self.networks[n] for n in rows),
            values=self.values[rows],
            applies=self.applies[rows],
            low=self.low[:, rows],
            high=self.high[:, rows],
            readers=tuple(self.readers[n] for n in rows) if self.readers else (),
            curves={
                (a, rows.index(n), c): curve
                for (a, n, c), curve in self.curves.items()
                if n in rows
            },
        )

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
    layers = _layers(result, dossier)
    values = _numbers(result, "value")
    if result.evaluation.waiting_for:  # what the few open answers say is no result of anything
        values = np.full_like(values, np.nan)
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
        values=values,
        applies=~np.isnan(_numbers(result, "low")),
        low=layers.low,
        high=layers.high,
        least=np.array([_least(criteria, each) for each in criteria.criteria]),
        keep_from=float(criteria.verdict.keep_from),
        leave_below=float(criteria.verdict.leave_below),
        min_coverage=float(criteria.verdict.min_coverage),
        min_applicable=float(criteria.verdict.min_applicable),
        missing_may_decide=criteria.verdict.missing_may_decide,
        common_error=float(criteria.robustness.common_error),
        readers=layers.readers,
        curves=layers.curves,
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
        readers=found.readers if spread else (),
        group_of=None if level == "themes" else found.theme_of,
        answered=~np.isnan(found.values),
        common=found.common_error if spread else 0.0,
        curves=found.curves if spread else {},
    )


@dataclass(frozen=True, eq=False)
class _Layers:
    """The spans (A, N, C): whole, or as each assessor with an answer of their own sees them."""

    low: Array
    high: Array
    readers: tuple[tuple[int, ...], ...]
    curves: Mapping[tuple[int, int, int], Curve]


def _layers(result: Result, dossier: Dossier) -> _Layers:
    low, high = _numbers(result, "low"), _numbers(result, "high")
    own = list(own_spans(dossier, result))
    layers = max(len(own), 1)
    lows, highs = np.repeat(low[None], layers, 0), np.repeat(high[None], layers, 0)
    curves = {
        (layer, n, c): bent
        for n, found in enumerate(result.networks)
        for c, cell in enumerate(found.criteria)
        if (bent := curve(cell.criterion, cell.assessment.low, cell.assessment.high))
        for layer in range(layers)
    }
    for layer, spans in enumerate(own):
        for (n, c), span in spans.items():
            lows[layer, n, c], highs[layer, n, c] = span.low, span.high
            curves.pop((layer, n, c), None)
            if span.curve:
                curves[layer, n, c] = span.curve
    readers = tuple(
        tuple(layer for layer, spans in enumerate(own) if any(at == n for at, _ in spans)) or (0,)
        for n in range(len(result.networks))
    )
    return _Layers(lows, highs, readers, curves)


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
