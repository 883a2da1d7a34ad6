"""How a membership is ended: the rule as a phrase of the file, read into what it says.

A rule is one of a few Swedish phrases, the same in the file, in the form and in a list in Excel.
Their kinds are those that associations' statutes and municipal agreements have (DOMAIN: Geoforum,
NFKK, Sunne kommuner, Fairtrade City).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, WithJsonSchema

from natverkskollen.files.fields import UNKNOWN, Day, Model, problem
from natverkskollen.swedish.dates import MONTHS
from natverkskollen.swedish.words import COUNT_WORDS

Unit = Literal["månader", "veckor", "dagar"]
NEVER = "kan inte sägas upp"
LAST = 31  # the last day of a month, whichever it is
EXAMPLES: Final = (
    "senast 30 september året före",
    "före 1 oktober året före",
    "senast 31 december två år före",
    "senast 3 månader före årets slut",
    "senast 3 månader före 30 juni",
    "6 månaders uppsägningstid",
    "avtal till 31 december 2027, förlängs 1 år i taget, senast 3 månader före",
    "avtal till 31 december 2027",
    "förnyas senast sista februari varje år",
    "senast på årsmötet året före",
    NEVER,
    UNKNOWN,
)


@dataclass(frozen=True)
class Period:
    """So many months, weeks or days."""

    count: int
    unit: Unit


@dataclass(frozen=True)
class YearDay:
    """A day of every year; the day LAST is the last one of its month, leap years included."""

    month: int
    day: int


@dataclass(frozen=True)
class ByDay:
    """Notice by a day, `years` years before the year one is out; `strict`: before that day."""

    by: YearDay
    years: int = 1
    strict: bool = False


@dataclass(frozen=True)
class BeforeEnd:
    """Notice some time before the end of the membership's own year, each year."""

    before: Period
    end: YearDay = YearDay(12, 31)


@dataclass(frozen=True)
class Rolling:
    """Notice on any day; one is out when the period has passed."""

    period: Period


@dataclass(frozen=True)
class Agreement:
    """An agreement to a day, prolonged so many years at a time unless notice is given before.

    Without `years` it just ends, and has to be made anew.
    """

    end: date
    years: int = 0
    before: Period = Period(0, "dagar")


@dataclass(frozen=True)
class Renewal:
    """A membership that ends unless it is renewed by a day each year."""

    by: YearDay


@dataclass(frozen=True)
class AtMeeting:
    """Notice at the yearly meeting at the latest, whose day is decided anew each year."""


@dataclass(frozen=True)
class NoRule:
    """No day follows: the terms are not known, or the membership cannot be left."""

    known: bool


Rule = ByDay | BeforeEnd | Rolling | Agreement | Renewal | AtMeeting | NoRule

_COUNT = r"(\d{1,3}|" + "|".join(COUNT_WORDS[1:]) + ")"
_UNITS: dict[str, Unit] = {"m": "månader", "v": "veckor", "d": "dagar"}
_PERIOD = _COUNT + r" (månad(?:er)?|veck(?:a|or)|dag(?:ar)?)"
_MONTH = "(" + "|".join(MONTHS) + ")"
_YEAR_DAY = r"(?:den )?(\d{1,2}|sista) " + _MONTH
_DAY = r"(?:den )?(\d{1,2} " + _MONTH + r" \d{4}|\d{4}-\d{2}-\d{2})"


def _count(text: str) -> int:
    return int(text) if text.isdigit() else COUNT_WORDS.index(text)


def _years(text: str) -> int:
    if not (years := _count(text)):
        raise ValueError(text)
    return years


def _period(count: str, unit: str) -> Period:
    return Period(_count(count), _UNITS[unit[0]])


def _year_day(day: str, month: str) -> YearDay:
    at = MONTHS.index(month) + 1
    if day == "sista":
        return YearDay(at, LAST)
    date(2000, at, int(day))  # ValueError where no year has it
    return YearDay(at, int(day))


def _date(text: str) -> date:
    if " " in text:
        day, month, year = text.split()
        text = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    if not "1900" <= text[:4] <= "2200":
        raise ValueError(text)
    return date.fromisoformat(text)


def _by_day(how: str, day: str, month: str, years: str | None) -> Rule:
    return ByDay(_year_day(day, month), _years(years or "1"), how == "före")


def _before_end(count: str, unit: str, day: str | None, month: str | None) -> Rule:
    period = _period(count, unit)
    return BeforeEnd(period, _year_day(day, month)) if day and month else BeforeEnd(period)


def _agreement(end: str, _: object, years: str | None, count: str | None, unit: str | None) -> Rule:
    before = _period(count, unit) if count and unit else Period(0, "dagar")
    return Agreement(_date(end), _years(years) if years else 0, before)


_FORMS: tuple[tuple[str, Callable[..., Rule]], ...] = (
    (rf"(senast|före) {_YEAR_DAY} (?:året|{_COUNT} år) före(?: utträdet)?", _by_day),
    (rf"senast {_PERIOD} före (?:årets slut|årsskiftet|{_YEAR_DAY})", _before_end),
    (
        rf"{_COUNT} (månad(?:er)?s|veck(?:a|or)s|dag(?:ar)?s) uppsägningstid",
        lambda count, unit: Rolling(_period(count, unit)),
    ),
    (
        rf"avtal till {_DAY}(?:, förlängs {_COUNT} år(?: i taget)?(?:, senast {_PERIOD} före)?)?",
        _agreement,
    ),
    (
        rf"förnyas senast {_YEAR_DAY} varje år",
        lambda day, month: Renewal(_year_day(day, month)),
    ),
    (r"senast på (?:årsmötet|stämman|årsstämman) året före", AtMeeting),
    (NEVER, lambda: NoRule(known=True)),
    (UNKNOWN, lambda: NoRule(known=False)),
)


@lru_cache(1024)
def rule_of(text: str) -> Rule | None:
    """What a phrase says; None where it is none of ours.

    >>> rule_of("senast 30 september året före")
    ByDay(by=YearDay(month=9, day=30), years=1, strict=False)
    >>> rule_of("när det passar") is None
    True
    """
    plain = " ".join(text.split()).lower().rstrip(".")
    for pattern, made in _FORMS:
        if found := re.fullmatch(pattern, plain):
            try:
                return made(*found.groups())
            except ValueError:  # 31 april, 0 år
                return None
    return None


def _phrase(text: str) -> str:
    if rule_of(text) is None:
        raise problem(
            f"ska vara en av programmets regler för uppsägning, men är '{text}'",
            f"Skriv till exempel: {EXAMPLES[0]} (alla regler står i memberships/README.md)",
        )
    return text


Phrase = Annotated[
    str,
    AfterValidator(_phrase),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": list(EXAMPLES)}),
]


class Notice(Model):
    """How one leaves, whether notice is given, and the day of the meeting where that decides."""

    rule: Phrase = UNKNOWN
    given: Day | None = None
    meeting: Day | None = None

    @property
    def says(self) -> Rule:
        """The rule, read."""
        found = rule_of(self.rule)
        assert found is not None, "the phrase was checked when the file was read"
        return found
