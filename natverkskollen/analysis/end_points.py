"""What `from worst to best` means in each theme, so that a swing can be weighed."""

from __future__ import annotations

from natverkskollen.model.criteria import CriteriaSet, Theme
from natverkskollen.model.criterion import Criterion, JudgedCriterion
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import lower_first


def end_points(criteria: CriteriaSet, theme: Theme) -> tuple[str, ...]:
    """Per criterion of a theme its worst and best end: `Arbetstid: 120 → 0 timmar per år`."""
    return tuple(f"{each.title}: {_ends(criteria, each)}" for each in theme.criteria)


def _ends(criteria: CriteriaSet, criterion: Criterion) -> str:
    if isinstance(criterion, JudgedCriterion):
        texts = criterion.level_texts
        worst, best = (texts[step] for step in (criteria.scale.min, criteria.scale.max))
        return f"”{lower_first(worst)}” → ”{lower_first(best)}”"
    points = sorted(criterion.value.items(), key=lambda point: point[1])
    worst_at = [at for at, worth in points if worth == 0]
    best_at = [at for at, worth in points if worth == 100]
    falling = best_at[0] < worst_at[0]
    # The nearest ends: beyond them nothing more is won or lost.
    worst_figure = min(worst_at) if falling else max(worst_at)
    best_figure = max(best_at) if falling else min(best_at)
    unit = criterion.measured_in or "kronor per år"
    if getattr(criterion, "computed", None) == "cost_per_inhabitant":
        unit = "kronor per invånare och år"
    return f"{number(worst_figure)} → {number(best_figure)} {unit}"
