"""The days that matter to a membership: notice, exit, coming back, the next evaluation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from natverkskollen.analysis.decision_days import days_of
from natverkskollen.analysis.yearly_days import next_after
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.swedish.words import lower_first


@dataclass(frozen=True)
class KeyDate:
    """One day to keep: what falls on it, for which network (None: the case), and why it is known.

    `id` is stable, so that a calendar replaces the event when the file is read in again.
    """

    id: str
    day: date
    network: str | None
    title: str
    basis: str


def key_dates(evaluation: Evaluation, networks: Mapping[str, Network]) -> tuple[KeyDate, ...]:
    """Every known day of the evaluation and its networks from the day of the case on, in order."""
    found = [*_network_days(evaluation, networks), *_decision_days(evaluation, networks)]
    if evaluation.next_evaluation:
        found.append(
            KeyDate(
                f"{evaluation.id}-nasta",
                evaluation.next_evaluation,
                None,
                "Nästa utvärdering av nätverken",
                "angiven i utvärderingen",
            )
        )
    return tuple(sorted(found, key=lambda each: (each.day, each.id)))


def _network_days(evaluation: Evaluation, networks: Mapping[str, Network]) -> Iterator[KeyDate]:
    for membership in evaluation.memberships:
        network = networks[membership.network]
        for key, month_day, title in (
            ("uppsagning", network.terms.last_notice_day, "Sista dag att säga upp"),
            ("avgift", network.terms.fee_day, "Avgiften ska betalas till"),
        ):
            if month_day:
                yield KeyDate(
                    f"{evaluation.id}-{network.id}-{key}",
                    next_after(month_day, evaluation.case.date),
                    network.id,
                    f"{title} {network.short}",
                    network.terms.notice,
                )


def _decision_days(evaluation: Evaluation, networks: Mapping[str, Network]) -> Iterator[KeyDate]:
    given = Counter[str]()  # several decisions about one network may name a day of the same kind
    for decision in evaluation.decisions:
        network = networks[decision.network] if decision.network else None
        for key, day, title in days_of(decision, network):
            id_ = f"{evaluation.id}-{decision.network or 'arendet'}-{key}"
            given[id_] += 1
            yield KeyDate(
                id_ if given[id_] == 1 else f"{id_}-{given[id_]}",
                day,
                decision.network,
                title,
                f"förslag till beslut i {lower_first(decision.body)}",
            )
