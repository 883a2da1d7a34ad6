"""The figure of an answer: one that is known, or a span between two that it lies within."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag, WithJsonSchema, model_validator

from natverkskollen.files.fields import Model, Number, problem


class Span(Model):
    """An answer that is not one figure but somewhere between two, both included."""

    low: Number
    high: Number

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.low >= self.high:
            raise problem(
                f"intervallet går från {self.low} till {self.high}", "Skriv det lägre talet som low"
            )
        return self


def _figure(value: Any) -> Any:
    if isinstance(value, (dict, Span, Decimal)):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise problem(
        f"svaret ska vara ett tal eller ett intervall, men är '{value}'",
        "Skriv till exempel: score: 3 eller score: {low: 2, high: 3}",
    )


_FIGURE = {
    "anyOf": [
        {"type": "number"},
        {
            "type": "object",
            "properties": {"low": {"type": "number"}, "high": {"type": "number"}},
            "required": ["low", "high"],
            "additionalProperties": False,
        },
    ]
}
Figure = Annotated[
    Annotated[Decimal, Tag("@number")] | Annotated[Span, Tag("@span")],
    Discriminator(lambda value: "@span" if isinstance(value, (dict, Span)) else "@number"),
    BeforeValidator(_figure),
    WithJsonSchema(_FIGURE),
]
