"""The field types every data model is built of, with the Swedish words for what they refuse."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from natverkskollen.yaml_scalar import FORBIDDEN

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DEVICE_NAMES = {
    "con",
    "nul",
    "prn",
    "aux",
    *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)),
}
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_SCHEMA_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2025-04-01"]}


class Model(BaseModel):
    """A mapping in one of our YAML files: closed, strict and unchangeable once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def problem(what: str, remedy: str) -> PydanticCustomError:
    """An error a validator may raise whose two parts reach the reader's Problem unchanged."""
    return PydanticCustomError("swedish", "{what}", {"what": what, "remedy": remedy})


def _slug(text: str) -> str:
    if not re.fullmatch(_SLUG, text) or len(text) > 64 or text in _DEVICE_NAMES:
        raise problem(
            f"id ska bestå av a–z, 0–9 och bindestreck (högst 64 tecken), men är '{text}'",
            "Skriv till exempel: anvandning-i-arbetet",
        )
    return text


def _text(text: str) -> str:
    if not text.strip():
        raise problem("texten är tom", "Skriv en text eller ta bort raden")
    found = FORBIDDEN.search(text)
    if found:
        raise problem(
            f"texten innehåller ett osynligt styrtecken (U+{ord(found.group()):04X})",
            "Radera tecknet och skriv om texten på det stället",
        )
    return text


def _number(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and re.fullmatch(r"-?\d[\d\s\u00a0]*,\d+", value):
        dotted = re.sub(r"\s|\u00a0", "", value).replace(",", ".")
        raise problem(
            f"ett tal skrivs med punkt i YAML, men är '{value}'", f"Skriv till exempel: {dotted}"
        )
    return value


def _date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise problem(
                f"datumet {value} finns inte i kalendern", "Kontrollera månad och dag"
            ) from None
    raise problem(
        f"ska vara ett datum, men är '{value}'", "Skriv året först, till exempel: 2025-04-01"
    )


def _month_day(text: str) -> str:
    found = _MONTH_DAY.fullmatch(text)
    try:
        date(2000, int(found[1]), int(found[2]))  # type: ignore[index]
    except (TypeError, ValueError):
        raise problem(
            f"ska vara månad och dag, men är '{text}'", "Skriv till exempel: 11-30"
        ) from None
    return text


def _filled(items: Any) -> Any:
    if not items:
        raise problem("listan är tom", "Lägg till minst en del")
    return items


def _version(value: Any) -> Any:
    if value != 1 or isinstance(value, bool):
        raise problem(
            f"schema är {value}, men det här programmet läser schema 1",
            "Skriv schema: 1, eller öppna filen i den version av programmet som skrev den",
        )
    return value


_SCHEMA_SLUG = {"type": "string", "pattern": _SLUG, "maxLength": 64}
Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": _SLUG, "maxLength": 64}),
]
Text = Annotated[str, AfterValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
Amount = Annotated[Number, Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
Positive = Annotated[Number, Field(gt=0), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
Count = Annotated[int, Field(ge=0)]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema(_SCHEMA_DATE)]
MonthDay = Annotated[str, AfterValidator(_month_day)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Version = Annotated[int, BeforeValidator(_version), WithJsonSchema({"const": 1})]
Filled = AfterValidator(_filled)
