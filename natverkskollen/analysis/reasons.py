"""The reasons people wrote that weigh the most in a result, for whoever has room for a few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import attrgetter

from natverkskollen.analysis.assessment import Ground
from natverkskollen.analysis.result import CriterionResult, NetworkResult, Result
from natverkskollen.model.criteria import Theme
from natverkskollen.model.criterion import Criterion
from natverkskollen.model.network import Network
from natverkskollen.swedish.sentences import split_sentences

_MIDDLE = 50  # the value that speaks neither for a membership nor against it


@dataclass(frozen=True)
class Reason:
    """A rationale as it was written, about one network or word for word the same about several.

    `networks` has the network it weighs the most for first. `pull` is how many points of 100 the
    criterion moves that network's value from the middle of the scale, and `favours` to which side
    (None where it stays in the middle or the criterion has no value).
    """

    networks: tuple[Network, ...]
    theme: Theme
    criterion: Criterion
    text: str
    pull: Fraction
    favours: bool | None

    @property
    def opening(self) -> str:
        """The first sentence."""
        return next(iter(split_sentences(" ".join(self.text.split()))), "")


_PULL = attrgetter("pull")


def weightiest(found: Result, most: int, per_theme: int) -> tuple[Reason, ...]:
    """At most so many reasons of each network and each theme, those with the greatest pull first.

    What is chosen for several networks in the same words stands once, for all of them. Where two
    pull alike the one first in the criteria comes first. A criterion with several assessors is
    told by the one whose answer lies nearest what counts. What a membership costs is no reason
    here: the cost is told in kronor of its own.
    """
    alike: dict[tuple[str, str], list[Reason]] = {}
    for network in found.networks:
        for reason in _chosen(network, most, per_theme):
            key = reason.criterion.id, " ".join(reason.text.split()).casefold()
            alike.setdefault(key, []).append(reason)
    order = [criterion.id for criterion in found.criteria.criteria]
    return tuple(
        sorted(
            map(_joined, alike.values()),
            key=lambda each: (-each.pull, order.index(each.criterion.id)),
        )
    )


def _chosen(found: NetworkResult, most: int, per_theme: int) -> list[Reason]:
    """The weightiest reasons of one network."""
    of_theme: Counter[str] = Counter()
    chosen: list[Reason] = []
    for reason in sorted(_reasons(found), key=_PULL, reverse=True):
        of_theme[reason.theme.id] += 1
        if of_theme[reason.theme.id] <= per_theme:
            chosen.append(reason)
    return chosen[:most]


def _joined(alike: list[Reason]) -> Reason:
    first, *others = sorted(alike, key=_PULL, reverse=True)
    return replace(first, networks=first.networks + tuple(n for o in others for n in o.networks))


def _reasons(found: NetworkResult) -> Iterator[Reason]:
    for cell in found.criteria:
        text = _told(cell)
        if text and not cell.theme.cost and cell.assessment.state != "not-applicable":
            value = cell.value
            favours = None if value in (None, _MIDDLE) else value > _MIDDLE
            yield Reason((found.network,), cell.theme, cell.criterion, text, pull(cell), favours)


def pull(cell: CriterionResult) -> Fraction:
    """How far one criterion moves a network's value from the middle, in points of the total."""
    return Fraction(0) if cell.value is None else cell.share * abs(cell.value - _MIDDLE)


def _told(cell: CriterionResult) -> str:
    """What is written about one network on one criterion by the assessor who is told."""
    figure = cell.assessment.figure
    grounds = [each for each in cell.assessment.speaking if each.answer.rationale]
    if not grounds:
        return ""
    # One alone is the nearest: nothing is counted for it.
    nearest = min(grounds, key=lambda g: _distance(g, figure)) if grounds[1:] else grounds[0]
    return nearest.answer.rationale or ""


def _distance(ground: Ground, figure: Fraction | None) -> tuple[bool, Fraction]:
    """How far an answer lies from what counts; one without a figure is the farthest."""
    bounds = ground.answer.bounds
    if bounds is None or figure is None:
        return True, Fraction(0)
    return False, abs(sum(map(Fraction, bounds), Fraction(0)) / 2 - figure)
