"""The municipality or region that evaluates."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from natverkskollen.files.fields import (
    Count,
    Day,
    Model,
    Text,
    YearKey,
)
from natverkskollen.model.fee import MemberKind
from natverkskollen.model.fee_share import MunicipalSum
from natverkskollen.model.source import Source


class Municipality(Model):
    """The municipality or region that evaluates, and the population its fees are counted on.

    `code` is its number in the reference tables, where the population was taken from there, and
    `populations` that of other years, at their end, for fees that are counted on those. `sums` are
    its tax base and income, for fees that are a share of those.
    """

    name: Text
    code: Annotated[str, Field(pattern=r"^\d{2}(\d{2})?$")] | None = None
    kind: MemberKind = "kommun"
    inhabitants: Count
    as_of: Day
    populations: dict[YearKey, Count] = {}
    sums: tuple[MunicipalSum, ...] = ()
    source: Source | None = None

    @property
    def definite(self) -> str:
        """What running text calls it once it is named; a region is never called kommunen."""
        return f"{self.kind}en"
