"""Which answer it is: what the store asks for, and the names that the session has for its parts."""

from __future__ import annotations

from dataclasses import dataclass

from components.seen.memory import Memory
from components.shell import state


@dataclass(frozen=True)
class Place:
    """Which answer: one assessor's on one network and criterion of one evaluation."""

    evaluation: str
    assessor: str
    network: str
    criterion: str

    @property
    def where(self) -> tuple[str, str, str, str]:
        """Its parts, as the store asks for them."""
        return self.evaluation, self.assessor, self.network, self.criterion

    @property
    def memory(self) -> Memory:
        """What the session remembers of the answer's fields."""
        return Memory(self.key)

    def key(self, field: str) -> str:
        """The session key of one field of the answer, or of what belongs to it."""
        return state.answer_key(self.evaluation, self.assessor, self.network, self.criterion, field)
