"""The rate of a foreign currency, as a case states it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from natverkskollen.files.fields import (
    Day,
    Model,
    Positive,
)


class ExchangeRate(Model):
    """What a unit of a foreign currency (ISO 4217) cost in kronor on a day, as the case states."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    kronor: Positive
    date: Day
