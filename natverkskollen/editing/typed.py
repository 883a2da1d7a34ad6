"""What a person typed in a field, read as a text, a day or a number; or why it cannot be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from natverkskollen.files.fields import Day, MonthDay
from natverkskollen.files.yaml_scalar import FORBIDDEN
from natverkskollen.model.decision import ParagraphNumber
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.typed_numbers import doubt, parse_figures
from natverkskollen.swedish.words import capital

T = TypeVar("T")
_DAY: TypeAdapter[date] = TypeAdapter(Day)
_MONTH_DAY: TypeAdapter[str] = TypeAdapter(MonthDay)
_PARAGRAPH: TypeAdapter[int | str] = TypeAdapter(ParagraphNumber)
MOST_TEXT = 20_000  # about eight pages
_MOST_MARKS = 50  # a typesetter takes the square of their number, and no language has five
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_YEARS = range(1900, 2201)  # as fields.Year


class Unclear(ValueError):
    """Why something typed cannot be used, as whole Swedish sentences."""


def cleaned(text: str, line_break: str = "\n") -> str:
    """A text as it was pasted, with the line breaks of Word and slides as `line_break`.

    Other control characters show nothing, can be in no file, and are left out.
    """
    return FORBIDDEN.sub("", _BREAKS.sub(line_break, text))


def unfit(text: str) -> str:
    """What to say of a text that no field holds, in whole sentences; empty where one does."""
    if len(text) > MOST_TEXT:
        now, most = number(len(text)), number(MOST_TEXT)
        return f"Texten är {now} tecken, och högst {most} ryms i fältet. Korta den."
    heaped = groupby(text, lambda sign: unicodedata.category(sign) in ("Mn", "Me"))
    if not text.isascii() and any(marks and len([*run]) > _MOST_MARKS for marks, run in heaped):
        what = f"Ett tecken i texten har fler än {_MOST_MARKS} accenter"
        return f"{what}, och ingen kan läsa det. Radera det och skriv om."
    return ""


@dataclass
class Entry:
    """A form that has been read: the evaluation's data, or what is wrong by the field's name."""

    data: dict[str, Any] | None = None
    wrong: dict[str, str] = field(default_factory=dict)

    def read(self, name: str, work: Callable[..., T], *arguments: Any) -> T | None:
        """What `work` makes of a field; what it says is wrong is kept beside the field's name."""
        try:
            return work(*arguments)
        except Unclear as unclear:
            self.wrong[name] = str(unclear)
            return None


def typed_text(text: str | None, missing: str = "") -> str:
    """The text without spaces around it; Unclear where it is empty and `missing` says what is."""
    if told := unfit(text or ""):
        raise Unclear(told)
    found = cleaned(text or "").strip()
    if missing and not found:
        raise Unclear(missing)
    return found


def typed_day(text: str | None, missing: str = "") -> date | None:
    """The day, None where nothing is typed and nothing has to be."""
    found = typed_text(text, missing)
    if not found:
        return None
    try:
        day = _DAY.validate_python(found, strict=True)
    except ValidationError as error:
        told = error.errors()[0]["ctx"]
        what = str(told["what"])
        what = f"Dagen {what}" if what.startswith("ska ") else capital(what)
        raise Unclear(f"{what}. {told['remedy']}.") from None
    if day.year not in _YEARS:
        raise Unclear(f"Året är {day.year}. Kontrollera siffrorna.")
    return day


def typed_day_or_year(text: str | None, missing: str = "") -> date | int | None:
    """The day, or the year alone where only that is known; None where nothing is typed."""
    found = typed_text(text, missing)
    if not (found.isascii() and found.isdigit() and len(found) == 4):
        return typed_day(text, missing)
    if int(found) not in _YEARS:
        raise Unclear(f"Året är {found}. Kontrollera siffrorna.")
    return int(found)


def typed_year(text: str | None, missing: str) -> int:
    """The year, of those that a file may have; `missing` says what is asked for."""
    found = typed_text(text, missing)
    if not (found.isascii() and found.isdigit() and int(found) in _YEARS):
        raise Unclear("Skriv ett årtal, till exempel 2026.")
    return int(found)


def typed_month_day(text: str | None) -> str | None:
    """A day of every year as the files have it, `09-30`; None where nothing is typed."""
    found = typed_text(text)
    if not found:
        return None
    try:
        return _MONTH_DAY.validate_python(found, strict=True)
    except ValidationError as error:
        told = error.errors()[0]["ctx"]
        raise Unclear(f"{capital(str(told['what']))}. {told['remedy']}.") from None


def typed_paragraph(text: str | None) -> int | str | None:
    """The § of a decision, None where nothing is typed."""
    found = typed_text(text)
    if not found:
        return None
    try:
        given = int(found) if found.isdecimal() else found
        return _PARAGRAPH.validate_python(given, strict=True)
    except ValidationError as error:
        raise Unclear(f"Paragrafen {error.errors()[0]['ctx']['what']}.") from None


def typed_amount(text: str | None, missing: str = "") -> Decimal | None:
    """A number that is not below nought, None where nothing is typed and nothing has to be."""
    typed_text(text, missing)
    figure = typed_figure(text)
    if figure is not None and figure < 0:
        raise Unclear("Talet kan inte vara mindre än noll.")
    return figure


def typed_pair(row: str, example: str) -> tuple[str, Decimal]:
    """What stands before the colon of a row, and the amount after it; Unclear gives the example."""
    name, colon, amount = (part.strip() for part in row.partition(":"))
    try:
        figure = typed_amount(amount)
    except Unclear:
        figure = None
    if not colon or figure is None:
        raise unread(row, example)
    return name, figure


def unread(row: str, example: str) -> Unclear:
    """What to say of a row that cannot be read."""
    return Unclear(f"Raden ”{row.strip()}” går inte att läsa. Skriv till exempel {example}.")


def written_amount(amount: Decimal | None) -> str:
    """An amount as one would type it: `0,3`; empty where there is none."""
    return "" if amount is None else f"{amount.normalize():f}".replace(".", ",")


def typed_figure(text: str | None) -> Decimal | None:
    """One number, None where nothing is typed."""
    found = typed_text(text)
    if not found:
        return None
    if asked := doubt(found):
        raise Unclear(asked)
    figures = parse_figures(found)
    if figures is None or figures[0] != figures[1]:
        raise Unclear("Talet går inte att läsa. Skriv till exempel 12,5.")
    return figures[0]
