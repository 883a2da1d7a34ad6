"""What is asked of the robustness: which weightings, how many draws, and what if."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from natverkskollen.analysis.robustness.reading import Array
from natverkskollen.analysis.robustness.smaa import Sampler
from natverkskollen.analysis.robustness.weight_draws import anywhere, between, in_order
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.rules import Level, RobustnessRules, WeightsModel
from natverkskollen.swedish.numbers import Figure


@dataclass(frozen=True)
class Options:
    """What to ask for; what is None is taken from the criteria file and the evaluation.

    `profile` or `points` (per theme) asks what if the weighting were another. `ranks` (1 weighs
    most) or `intervals` (lowest and highest points), for every theme, gives the draws a ranking
    or intervals of the reader's own.
    """

    weights: WeightsModel | None = None
    level: Level | None = None
    draws: int | None = None
    seed: int | None = None
    profile: str | None = None
    points: Mapping[str, Figure] | None = None
    ranks: Mapping[str, int] | None = None
    intervals: Mapping[str, tuple[float, float]] | None = None

    @property
    def own(self) -> bool:
        """Whether the draws follow the reader's own ranking or intervals."""
        return bool(self.ranks or self.intervals)


@dataclass(frozen=True)
class Sampling:
    """How the draws are made, once everything is settled."""

    weights: WeightsModel
    level: Level
    draws: int
    seed: int


def sampling(rules: RobustnessRules, asked: Options) -> Sampling:
    """What was asked for, filled in from the rules; DataError where it is out of bounds."""
    own: WeightsModel | None = "ranked" if asked.ranks else "interval" if asked.intervals else None
    found = Sampling(
        weights=own or asked.weights or rules.weights,
        level="themes" if own else asked.level or rules.level,
        draws=rules.draws if asked.draws is None else asked.draws,
        seed=rules.seed if asked.seed is None else asked.seed,
    )
    if not 1_000 <= found.draws <= 1_000_000:
        what = f"antalet försök är {found.draws}"
        raise DataError([Problem("draws", 0, what, "Ange ett tal från 1000 till 1000000")])
    if found.seed < 0:
        what = f"fröet är {found.seed}"
        raise DataError([Problem("seed", 0, what, "Ange 0 eller ett större tal")])
    return found


def sampler(
    weights: WeightsModel, asked: Options, units: tuple[str, ...], points: Array
) -> Sampler:
    """What draws the weights of the units, whose present parts of the weight are `points` (U,).

    DataError where the reader's own ranking or intervals leave a theme out.
    """
    own: Mapping[str, object] = asked.ranks or asked.intervals or {}
    missing = [unit for unit in units if asked.own and unit not in own]
    if missing:
        what = f"rangordningen eller intervallen saknar {', '.join(missing)}"
        raise DataError([Problem("vikterna", 0, what, "Ange något för varje tema")])
    if weights == "all":
        return anywhere()
    if asked.ranks:
        return in_order([asked.ranks[unit] for unit in units])
    if weights == "ranked":
        rounded = points.round(12)
        return in_order([int((rounded > point).sum()) for point in rounded])
    if asked.intervals:
        low, high = zip(*(asked.intervals[unit] for unit in units), strict=True)
        return between(low, high)
    return between(points / 2, points * 2)
