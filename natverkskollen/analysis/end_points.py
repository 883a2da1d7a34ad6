"""What `from worst to best` means in each theme, so that a swing can be weighed."""

from __future__ import annotations

from natverkskollen.analysis.value import BEST, WORST, Anchor, anchors
from natverkskollen.model.criteria import CriteriaSet, Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import lower_first


def end_points(criteria: CriteriaSet, theme: Theme) -> tuple[str, ...]:
    """Per criterion of a theme its worst and best end: `Arbetstid: 120 → 0 timmar per år`."""
    return tuple(f"{each.title}: {_ends(criteria, each)}" for each in theme.criteria)


def _ends(criteria: CriteriaSet, criterion: Criterion) -> str:
    """The ends that lie nearest each other: beyond them nothing more is won or lost."""
    points = anchors(criterion, criteria.scale)
    worst, best = ([p for p in points if p.value == end] for end in (WORST, BEST))
    rising = worst[0].figure < best[0].figure
    ends = (worst[-1], best[0]) if rising else (worst[0], best[-1])
    return f"{_named(ends[0])} → {_named(ends[1])} {criterion.figure_unit}".rstrip()


def _named(end: Anchor) -> str:
    return f"”{lower_first(end.meaning)}”" if end.meaning else number(end.figure)
