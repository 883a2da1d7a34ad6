"""Criteria that measure partly the same thing, so that one fact weighs more than it seems to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.criterion import Criterion
from natverkskollen.swedish.numbers import number, percent
from natverkskollen.swedish.words import counted, listed, lower_first

# With fewer networks two criteria follow each other by chance.
FEWEST_NETWORKS = 3
# Pearson's r from which two criteria are said to move together (Cohen 1988 calls 0.5 large).
TOGETHER = Fraction(9, 10)

# A smaller part of the weight changes little if it is counted twice.
LEAST_SHARE = Fraction(1, 10)

Values = dict[str, Fraction]


def overlapping_criteria(dossier: Dossier, known: Result | None = None) -> Iterator[Finding]:
    """Criteria with a subject in common whose values move together over the networks.

    `known` is the evaluation's result, where it has been counted already.
    """
    if len(dossier.networks) < FEWEST_NETWORKS:
        return
    result = known or evaluate(dossier)
    values = {
        criterion.id: _values(result, criterion)
        for criterion in result.criteria.criteria
        if criterion.judged
    }
    for chain in _chains(result, values):
        share = _share(result, chain)
        if share < LEAST_SHARE:
            continue
        titles = [lower_first(each.title) for each in chain]
        yield Finding(
            finding_id("overlappande-kriterier", chain[0].id),
            "overlappande-kriterier",
            "att pröva",
            None,
            f"{counted(len(chain), 'ett kriterium', 'kriterier').capitalize()} mäter delvis samma "
            f"sak ({listed([f'”{title}”' for title in titles])}): de följs åt över nätverken och "
            f"väger tillsammans {percent(share)} av vikten.",
            tuple(
                Side(each.title, ", ".join(number(v, 0) for v in values[each.id].values()))
                for each in chain
            ),
            "Kontrollera om samma sak räknas flera gånger, och väg i så fall om kriterierna.",
        )


def _values(result: Result, criterion: Criterion) -> Values:
    cells = ((n.network.id, n.criterion(criterion.id).value) for n in result.networks)
    return {id_: value for id_, value in cells if value is not None}


def _chains(result: Result, values: dict[str, Values]) -> Iterator[list[Criterion]]:
    """The groups in which each criterion goes along with another of the group."""
    asked = [each for each in result.criteria.criteria if each.id in values]
    groups = {each.id: {each.id} for each in asked}
    for one, other in combinations(asked, 2):
        if set(one.tags) & set(other.tags) and _together(values[one.id], values[other.id]):
            joined = groups[one.id] | groups[other.id]
            groups |= dict.fromkeys(joined, joined)
    seen: set[str] = set()
    for each in asked:
        if len(groups[each.id]) > 1 and each.id not in seen:
            seen |= groups[each.id]
            yield [criterion for criterion in asked if criterion.id in groups[each.id]]


def _together(one: Values, other: Values) -> bool:
    """Whether two criteria rise and fall together, where both differ between the networks."""
    shared = [id_ for id_ in one if id_ in other]
    if len(shared) < FEWEST_NETWORKS:
        return False
    pairs = [(one[id_], other[id_]) for id_ in shared]
    means = [sum((pair[at] for pair in pairs), Fraction(0)) / len(pairs) for at in (0, 1)]
    across = sum((a - means[0]) * (b - means[1]) for a, b in pairs)
    spreads = [sum(((pair[at] - means[at]) ** 2 for pair in pairs), Fraction(0)) for at in (0, 1)]
    return across > 0 and across**2 >= TOGETHER**2 * spreads[0] * spreads[1]


def _share(result: Result, chain: Sequence[Criterion]) -> Fraction:
    """Their part of the whole weight, where everything applies."""
    chosen = {each.id for each in chain}
    share = Fraction(0)
    for theme in result.criteria.themes:
        whole = sum((Fraction(each.weight) for each in theme.criteria), Fraction(0))
        own = sum((Fraction(e.weight) for e in theme.criteria if e.id in chosen), Fraction(0))
        share += result.weights[theme.id] * own / whole
    return share
