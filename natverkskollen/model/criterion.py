"""One question a network is judged on: a kind's fields, its words and what it refuses.

A kind is a class here, its value in analysis/value.py and what is typed for it in
editing/answer_entry.py. Nobody else asks for the kind itself: they ask what it is `judged` by,
`measured_in` or `asked`, and docs/arkitektur.md tells where a new kind also has to answer that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from natverkskollen.files.fields import Model, Number, Positive, Slug, Text, problem
from natverkskollen.swedish.money import kr
from natverkskollen.swedish.numbers import Figure, number, span
from natverkskollen.swedish.signs import HARD

Points = Annotated[Number, Field(ge=0, le=100)]
Breakpoints = dict[Number, Points]
Fault = tuple[str, str]  # what is wrong with an answer, and what to do
_NO_LEVELS: Mapping[int, str] = {}


class _Criterion(Model):
    """What every kind has; `asked` tells whether a person answers it, or it is computed.

    `expected_question` is asked where the municipality is not a member, about what is expected.
    `without_membership` is what the criterion is worth in the zero alternative.
    """

    id: Slug
    title: Text
    question: Text
    expected_question: Text | None = None
    guidance: Text | None = None
    weight: Positive = Decimal(1)
    earlier_ids: tuple[Slug, ...] = ()
    evidence: Literal["required", "encouraged"] = "encouraged"
    without_membership: Literal["lowest", "highest", "not-applicable"] | None = None
    tags: tuple[Slug, ...] = ()
    asked: ClassVar[bool] = True

    def asks(self, member: bool) -> str:
        """The question about a network that the municipality is a member of, or only considers."""
        return self.question if member else self.expected_question or self.question

    @property
    def level_texts(self) -> Mapping[int, str]:
        """The written anchor of each step, by step; none where no step is judged."""
        return _NO_LEVELS

    @property
    def measured_in(self) -> str | None:
        """The unit that an answer is a figure in; None for a step on the scale."""
        return None

    @property
    def figure_unit(self) -> str:
        """The unit of a figure, answered or computed; empty for a step on the scale."""
        return self.measured_in or ""

    @property
    def judged(self) -> bool:
        """Whether an answer is a step on the scale with a written anchor."""
        return bool(self.level_texts)

    def words(self, low: Figure, high: Figure) -> str:
        """An answer in words: `4 – Används ofta`, `2–4`, `12 timmar`, `38 291,20 kr`."""
        return span(low, high)

    def faults(self, figures: Sequence[Decimal], steps: range) -> Iterator[Fault]:
        """Why figures cannot be an answer on a scale with these steps; nothing where they can."""
        yield from ()

    def means_the_same_as(self, other: _Criterion) -> bool:
        """Whether an answer to the other says the same here, on one and the same scale."""
        return type(self) is type(other) and self.measured_in == other.measured_in


class JudgedCriterion(_Criterion):
    """A criterion a person judges against one written anchor per step of the scale."""

    levels: dict[int, Text]
    kind: ClassVar[str] = "judged"

    @property
    def level_texts(self) -> Mapping[int, str]:
        """The written anchor of each step, by step."""
        return self.levels

    @property
    def judged(self) -> bool:
        """An answer is a step on the scale."""
        return True

    def words(self, low: Figure, high: Figure) -> str:
        """A step with its anchor, or an interval of steps."""
        anchor = self.levels.get(int(low)) if low == high and low == int(low) else None
        return f"{number(low)} – {anchor}" if anchor else span(low, high)

    def faults(self, figures: Sequence[Decimal], steps: range) -> Iterator[Fault]:
        """That a figure is no step on the scale."""
        if not all(figure in steps for figure in figures):
            low, high = steps[0], steps[-1]
            yield (
                f"poängen för '{self.id}' är inte ett steg på skalan {low}–{high}",
                f"Ange ett heltal från {low} till {high}, eller ett intervall mellan två",
            )


class NumberCriterion(_Criterion):
    """A criterion answered with a figure in a unit, valued by a piecewise-linear function."""

    unit: Text
    value: Breakpoints
    min: Number | None = None
    max: Number | None = None
    kind: ClassVar[str] = "number"

    @model_validator(mode="after")
    def _has_a_value_function(self) -> NumberCriterion:
        check_breakpoints(self.value)
        if self.min is not None and self.max is not None and self.max <= self.min:
            raise problem("max är inte större än min", "Ange det rimliga intervallet lägst först")
        return self

    @property
    def measured_in(self) -> str | None:
        """The unit of the figure."""
        return self.unit

    def words(self, low: Figure, high: Figure) -> str:
        """A figure or an interval with its unit."""
        return f"{span(low, high)}{HARD}{self.unit}"

    def faults(self, figures: Sequence[Decimal], steps: range) -> Iterator[Fault]:
        """That a figure lies outside what is reasonable."""
        remedy = "Kontrollera talet och enheten"
        if self.min is not None and min(figures) < self.min:
            yield f"talet för '{self.id}' är mindre än {self.min} {self.unit}", remedy
        if self.max is not None and max(figures) > self.max:
            yield f"talet för '{self.id}' är större än {self.max} {self.unit}", remedy


class ComputedCriterion(_Criterion):
    """A criterion nobody answers: the figure follows from the facts.

    The cost is the fee, the working hours, travel and other; the outlay is the cost but the hours.
    """

    computed: Literal["annual_cost_sek", "cost_per_inhabitant", "outlay_per_inhabitant"]
    value: Breakpoints
    kind: ClassVar[str] = "computed"
    asked: ClassVar[bool] = False

    @model_validator(mode="after")
    def _has_a_value_function(self) -> ComputedCriterion:
        check_breakpoints(self.value)
        return self

    @property
    def figure_unit(self) -> str:
        """The unit of what is computed."""
        return "kronor per invånare och år" if self.per_inhabitant else "kronor per år"

    @property
    def per_inhabitant(self) -> bool:
        """Whether the figure is an amount per inhabitant."""
        return self.computed != "annual_cost_sek"

    def words(self, low: Figure, high: Figure) -> str:
        """The amount, to the öre."""
        return f"{kr(low)} per invånare" if self.per_inhabitant else kr(low)

    def faults(self, figures: Sequence[Decimal], steps: range) -> Iterator[Fault]:
        """That it is not answered at all."""
        yield (
            f"'{self.id}' räknas fram och ska inte besvaras",
            "Ta bort score; rätta i stället avgiften eller medlemskapet",
        )

    def means_the_same_as(self, other: _Criterion) -> bool:
        """No answer is an answer to what is computed."""
        return False


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
