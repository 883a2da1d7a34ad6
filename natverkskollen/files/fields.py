"""The field types every data model is built of, with the Swedish words for what they refuse."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from natverkskollen.files.yaml_scalar import FORBIDDEN

MOST_SLUG = 64
MOST_HOURS = 200_000  # a hundred people on full time
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DEVICE_NAMES = {
    "con",
    "nul",
    "prn",
    "aux",
    *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)),
}
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_DECIMAL_COMMA = re.compile(r"-?[0-9][0-9\s]*,[0-9]+")
_SCHEMA_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2025-04-01"]}


class Model(BaseModel):
    """A mapping in one of our YAML files: closed, strict and unchangeable once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def problem(what: str, remedy: str) -> PydanticCustomError:
    """An error a validator may raise whose two parts reach the reader's Problem.

    A `what` that begins with "ska " gets the key put before it; the refused value, quoted as
    f"'{value}'", is shortened and put in Swedish words where it is no text.
    """
    return PydanticCustomError("swedish", "{what}", {"what": what, "remedy": remedy})


def _slug(text: str) -> str:
    if text in _DEVICE_NAMES:
        raise problem(
            f"id kan inte vara '{text}', som är ett reserverat namn i Windows",
            f"Lägg till ett ord, till exempel: {text}-natverk",
        )
    if not re.fullmatch(_SLUG, text) or len(text) > MOST_SLUG:
        raise problem(
            f"id ska bestå av a–z, 0–9 och bindestreck (högst {MOST_SLUG} tecken), men är '{text}'",
            f"Skriv till exempel: {_as_slug(text) or 'anvandning-i-arbetet'}",
        )
    return text


def is_slug(text: str) -> bool:
    """Whether a text can be an id."""
    fits = re.fullmatch(_SLUG, text) and len(text) <= MOST_SLUG
    return bool(fits) and text not in _DEVICE_NAMES


def _as_slug(text: str) -> str:
    """What the person may have meant: å as a, spaces as hyphens, and short enough."""
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:40].strip("-")


def _text(text: str) -> str:
    if not text.strip():
        raise problem("ska vara en text, men är tom", "Skriv en text eller ta bort raden")
    found = FORBIDDEN.search(text)
    if found:
        raise problem(
            f"texten innehåller ett osynligt styrtecken (U+{ord(found.group()):04X})",
            "Radera tecknet och skriv om texten på det stället",
        )
    return text


def exact_number(value: Any) -> Any:
    """An integer as Decimal; a decimal comma is refused; anything else is left as it is."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and len(value) < 40 and _DECIMAL_COMMA.fullmatch(value):
        dotted = re.sub(r"\s", "", value).replace(",", ".")
        raise problem(
            f"ska vara ett tal med decimalpunkt, men är '{value}'", f"Skriv talet så här: {dotted}"
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


def _day_or_year(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        if 1900 <= value <= 2200:
            return value
        raise problem(f"ska vara ett år från 1900 till 2200, men är '{value}'", "Rätta siffrorna")
    if isinstance(value, (str, date)):
        return _date(value)
    raise problem(
        f"ska vara ett datum eller ett årtal, men är '{value}'",
        "Skriv året först, till exempel: 2025-04-01, eller bara året: 2025",
    )


def _known_or_not(value: Any) -> Any:
    return value if value == UNKNOWN else _day_or_year(value)


def _month_day(text: str) -> str:
    found = _MONTH_DAY.fullmatch(text)
    try:
        date(2000, int(found[1]), int(found[2]))  # type: ignore[index]
    except (TypeError, ValueError):
        raise problem(
            f"ska vara månad och dag, men är '{text}'", "Skriv till exempel: 11-30"
        ) from None
    return text


def _hours(value: Decimal) -> Decimal:
    if value > MOST_HOURS:
        raise problem(
            f"ska vara timmar om året, men är {value:f}, mer än hundra heltidstjänster",
            "Kontrollera siffrorna. Skriv till exempel: hours_per_year: 40",
        )
    return value


def _filled(items: Any) -> Any:
    if not items:
        raise problem("ska ha minst en del, men är en tom lista", "Lägg till en del")
    return items


def _version(value: Any) -> Any:
    if value != 1 or isinstance(value, bool):
        raise problem(
            f"schema är '{value}', men det här programmet läser schema 1",
            "Skriv schema: 1, eller öppna filen i den version av programmet som skrev den",
        )
    return value


Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": _SLUG, "maxLength": MOST_SLUG}),
]
Text = Annotated[str, AfterValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Number = Annotated[Decimal, BeforeValidator(exact_number), WithJsonSchema({"type": "number"})]
Amount = Annotated[Number, Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
Positive = Annotated[Number, Field(gt=0), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
Count = Annotated[int, Field(ge=0)]
Hours = Annotated[Amount, AfterValidator(_hours)]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema(_SCHEMA_DATE)]
# A year alone where only the year is known.
DayOrYear = Annotated[
    date | int,
    BeforeValidator(_day_or_year),
    WithJsonSchema({"anyOf": [_SCHEMA_DATE, {"type": "integer", "minimum": 1900}]}),
]
UNKNOWN = "okänt"
DayIfKnown = Annotated[
    date | int | Literal["okänt"],
    BeforeValidator(_known_or_not),
    WithJsonSchema({"anyOf": [_SCHEMA_DATE, {"type": "integer"}, {"const": UNKNOWN}]}),
]
MonthDay = Annotated[str, AfterValidator(_month_day)]
Year = Annotated[int, Field(ge=1900, le=2200)]
# As a key, which the journal keeps as text.
YearKey = Annotated[
    int,
    BeforeValidator(lambda key: int(key) if str(key).isdecimal() else key),
    Field(ge=1900, le=2200),
]
Version = Annotated[int, BeforeValidator(_version), WithJsonSchema({"const": 1})]
Filled = AfterValidator(_filled)
