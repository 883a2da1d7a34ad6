"""Which of the municipality's needs each network meets, by the facts and by the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal

from natverkskollen.analysis.result import CriterionResult, NetworkResult, Result
from natverkskollen.analysis.value import weighted_mean
from natverkskollen.analysis.wording import STATES
from natverkskollen.model.need import Need
from natverkskollen.swedish.words import counted, listed

Level = Literal["met", "partly", "not-met", "not-applicable", "not-assessed"]
LEVEL_WORDS: dict[Level, str] = {
    "met": "Tillgodoses",
    "partly": "Tillgodoses delvis",
    "not-met": "Tillgodoses inte",
    "not-applicable": STATES["not-applicable"],
    "not-assessed": STATES["not-assessed"],
}
_STATED = ("result", "done", "claim")
_HALF = Fraction(50)
ENOUGH = 3
_MOST_PAIRED = 4  # networks that have a sentence for each pair


@dataclass(frozen=True)
class Meeting:
    """How far one network meets one need.

    `facts` counts what the sources hold under the need's tags, `value` is what the criteria with
    such a tag are worth together (None: none is assessed). Met: the sources hold ENOUGH and the
    answers are worth at least half. Partly: something of either. About a network that no source
    tells anything of, the answers alone decide; where there are none, nothing is claimed.
    """

    need: Need
    network: str
    facts: int
    value: Fraction | None
    level: Level


def needs(result: Result) -> tuple[Need, ...]:
    """The needs the evaluation names; without any, what is judged outside the cost."""
    if result.evaluation.needs:
        return result.evaluation.needs
    return tuple(
        Need(id=criterion.id, title=criterion.title, tags=criterion.tags)
        for theme in result.criteria.themes
        if not theme.cost
        for criterion in theme.criteria
        if criterion.tags and criterion.judged
    )


def meetings(result: Result) -> tuple[tuple[Meeting, ...], ...]:
    """A row per need with a meeting per network, in presentation order."""
    return tuple(
        tuple(_meeting(found, need, own=not result.evaluation.needs) for found in result.networks)
        for need in needs(result)
    )


def _meeting(found: NetworkResult, need: Need, own: bool) -> Meeting:
    tags = set(need.tags)
    facts = sum(
        fact.kind in _STATED and bool(tags & set(fact.tags)) for fact in found.network.facts
    )
    # A need that is a criterion is answered by that criterion, not by all with a tag in common.
    asked = [
        cell
        for cell in found.criteria
        if (cell.criterion.id == need.id if own else tags & set(cell.criterion.tags))
    ]
    value = weighted_mean((c.criterion.weight, c.value) for c in asked if c.value is not None)
    return Meeting(need, found.network.id, facts, value, _level(found, asked, facts, value))


def _level(
    found: NetworkResult, asked: Sequence[CriterionResult], facts: int, value: Fraction | None
) -> Level:
    told_of = any(fact.kind in _STATED for fact in found.network.facts)
    if not facts and value is None:
        states = {cell.assessment.state for cell in asked}
        if states == {"not-applicable"}:
            return "not-applicable"
        return "not-met" if told_of and "not-assessed" not in states else "not-assessed"
    supported = value is None or value >= _HALF
    if supported and (facts >= ENOUGH or not told_of):
        return "met"
    return "partly" if facts or supported else "not-met"


def overlap_sentences(
    result: Result, rows: Sequence[Sequence[Meeting]], network: str | None = None
) -> tuple[str, ...]:
    """For every pair of networks, how many needs both meet and what only one of them does.

    With the id of a network only its pairs. Without, empty for more than four networks, whose pairs
    are too many to read.
    """
    if network is None and len(result.networks) > _MOST_PAIRED:
        return ()
    sentences = []
    for one, other in combinations(range(len(result.networks)), 2):
        pair = [result.networks[at].network for at in (one, other)]
        if network and network not in (each.id for each in pair):
            continue
        names = [each.short for each in pair]
        met = [
            {row[at].need.title for row in rows if row[at].level == "met"} for at in (one, other)
        ]
        both = [row[0].need.title for row in rows if row[0].need.title in met[0] & met[1]]
        many = counted(len(both), "ett behov", "behov")
        shared = f"tillgodoser båda {many}" if both else "har inget behov gemensamt"
        parts = [f"{names[0]} och {names[1]} {shared}"]
        for at, name in enumerate(names):
            alone = [r[0].need.title for r in rows if r[0].need.title in met[at] - met[1 - at]]
            if alone:
                quoted = listed([f"”{title}”" for title in alone])
                parts.append(f"bara {name} tillgodoser {quoted}")
        sentences.append("; ".join(parts) + ".")
    return tuple(sentences)
