"""One step of a fee that rises by steps with the number of inhabitants."""

from __future__ import annotations

from pydantic import model_validator

from natverkskollen.files.fields import (
    Amount,
    Count,
    Model,
    problem,
)


class FeeStep(Model):
    """One step of a stepped fee: the amount for inhabitants `below` or `up_to` a limit.

    `below` means fewer than, `up_to` means at most; the last step has neither and takes the rest.
    """

    below: Count | None = None
    up_to: Count | None = None
    amount: Amount

    @model_validator(mode="after")
    def _one_limit(self) -> FeeStep:
        if self.below is not None and self.up_to is not None:
            raise problem("steget har både below och up_to", "Behåll den gräns som avgiften anger")
        return self

    def holds(self, inhabitants: int) -> bool:
        """Whether a municipality of this size belongs to the step."""
        if self.below is not None:
            return inhabitants < self.below
        return self.up_to is None or inhabitants <= self.up_to

    @property
    def ceiling(self) -> int | None:
        """The largest number of inhabitants in the step; None for the last one."""
        return self.below - 1 if self.below is not None else self.up_to
