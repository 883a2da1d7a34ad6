"""One question a network is judged on: its levels, or its value function over a figure."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from natverkskollen.files.fields import Model, Number, Positive, Slug, Text, problem

Points = Annotated[Number, Field(ge=0, le=100)]
Breakpoints = dict[Number, Points]


class _Criterion(Model):
    id: Slug
    title: Text
    question: Text
    guidance: Text | None = None
    weight: Positive = Decimal(1)
    earlier_ids: tuple[Slug, ...] = ()
    evidence: Literal["required", "encouraged"] = "encouraged"
    tags: tuple[Slug, ...] = ()


class JudgedCriterion(_Criterion):
    """A criterion a person judges against one written anchor per step of the scale."""

    levels: dict[int, Text]
    kind: ClassVar = "judged"


class NumberCriterion(_Criterion):
    """A criterion answered with a figure in a unit, valued by a piecewise-linear function."""

    unit: Text
    value: Breakpoints
    min: Number | None = None
    max: Number | None = None
    kind: ClassVar = "number"

    @model_validator(mode="after")
    def _has_a_value_function(self) -> NumberCriterion:
        check_breakpoints(self.value)
        if self.min is not None and self.max is not None and self.max <= self.min:
            raise problem("max är inte större än min", "Ange det rimliga intervallet lägst först")
        return self


class ComputedCriterion(_Criterion):
    """A criterion nobody answers: the figure follows from the facts."""

    computed: Literal["annual_cost_sek", "cost_per_inhabitant"]
    value: Breakpoints
    kind: ClassVar = "computed"

    @model_validator(mode="after")
    def _has_a_value_function(self) -> ComputedCriterion:
        check_breakpoints(self.value)
        return self


def check_breakpoints(value: dict[Decimal, Decimal]) -> None:
    """Refuse a value function that is no function from worst (0) to best (100)."""
    worths = [value[x] for x in sorted(value)]
    if len(worths) < 2:
        raise problem(
            "value behöver minst två brytpunkter", "Skriv till exempel: value: {0: 100, 40000: 0}"
        )
    if min(worths) != 0 or max(worths) != 100:
        raise problem(
            "value ska nå både 0 (sämst) och 100 (bäst)",
            "Lägg till brytpunkter med värdet 0 och värdet 100",
        )
    rising = all(a <= b for a, b in pairwise(worths))
    falling = all(a >= b for a, b in pairwise(worths))
    if not (rising or falling):
        raise problem(
            "value går både upp och ned", "Låt värdet bara stiga eller bara sjunka när talet ökar"
        )


def _kind(data: Any) -> str:
    given = data if isinstance(data, dict) else getattr(data, "__dict__", {})
    if "computed" in given:
        return "@computed"
    return "@judged" if "levels" in given or "value" not in given else "@number"


Criterion = Annotated[
    Annotated[JudgedCriterion, Tag("@judged")]
    | Annotated[NumberCriterion, Tag("@number")]
    | Annotated[ComputedCriterion, Tag("@computed")],
    Discriminator(_kind),
]
