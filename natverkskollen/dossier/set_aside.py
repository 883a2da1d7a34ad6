"""An answer that is kept and does not count, since the criteria or the networks are others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria_change import RemovedCriterion
from natverkskollen.model.criterion import Criterion


@dataclass(frozen=True)
class SetAside:
    """One such answer, under the id it stands under, and why it does not count.

    "gone": the criterion was removed. "changed": it can no longer be answered the same way.
    "taken": the criterion it passed on to has an answer of its own. "out": the network has been
    taken out of the evaluation. `asked` is the criterion as it was, where that is known, `now` the
    one in its place, and `revision` the one that did it.
    """

    assessor: str
    network: str
    criterion: str
    answer: Answer
    why: Literal["gone", "changed", "taken", "out"]
    revision: str
    asked: RemovedCriterion | None = None
    now: Criterion | None = None

    @property
    def title(self) -> str:
        """What the criterion was called; its id where nobody knows."""
        return self.asked.title if self.asked else self.now.title if self.now else self.criterion
