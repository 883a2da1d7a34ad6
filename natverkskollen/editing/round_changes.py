"""What each assessor answers in this round beside what they answered in the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from natverkskollen.store import answer_at
from natverkskollen.store.plain_data import value_at


@dataclass(frozen=True)
class AnswerChange:
    """One assessor's answer in this round beside the one in the last.

    `state`: "same", "changed", "new" (not given before), "waiting" (given before and not yet now).
    """

    assessor: str
    network: str
    criterion: str
    state: Literal["same", "changed", "new", "waiting"]
    before: Answer
    now: Answer


def changed_since(
    previous: Mapping[str, Any], current: Mapping[str, Any], criteria: CriteriaSet
) -> Iterator[AnswerChange]:
    """Every answer given in either round, by assessor, network and criterion in their order.

    `previous` and `current` are the data of the two in the store; `criteria` is the present set,
    which knows the ids criteria had earlier.
    """
    empty = Answer()
    for assessor in value_at(current, ("evaluation", "assessors")) or ():
        for membership in value_at(current, ("evaluation", "memberships")) or ():
            for criterion in criteria.criteria:
                if not criterion.asked:
                    continue
                place = (assessor["id"], membership["network"])
                before = answer_at(previous, *place, criterion)
                now = answer_at(current, *place, criterion)
                if before == now == empty:
                    continue
                state = "waiting" if now == empty else "new" if before == empty else "changed"
                state = "same" if before == now else state
                yield AnswerChange(*place, criterion.id, state, before, now)  # type: ignore[arg-type]
