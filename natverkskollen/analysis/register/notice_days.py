"""When notice has to be given: the next day that must be kept, what it leads to, and the words.

Months are counted as in Swedish law (lag 1930:173): the same number in the earlier month, or its
last day where it has none. 29 February is the 28th in a year without one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from natverkskollen.model.notice import (
    Agreement,
    AtMeeting,
    BeforeEnd,
    ByDay,
    NoRule,
    Notice,
    Period,
    Renewal,
    Rolling,
    Rule,
    YearDay,
)
from natverkskollen.swedish.dates import MONTHS, long_date
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted

_YEAR_END = YearDay(12, 31)


@dataclass(frozen=True)
class NoticeDay:
    """The last day to do something about a membership, and when it ends if that is done.

    `renewal` says that it is the other way round: it ends if nothing is done.
    """

    day: date
    ends: date | None
    renewal: bool = False


def next_notice(notice: Notice, today: date) -> NoticeDay | None:
    """The next day that must be kept, from today on; None where none is, or notice is given."""
    if notice.given:
        return None
    rule = notice.says
    if isinstance(rule, AtMeeting):
        meeting = notice.meeting
        known = meeting is not None and meeting >= today
        return NoticeDay(meeting, _in_year(_YEAR_END, meeting.year)) if known and meeting else None
    return next((each for each in _days(rule, today.year) if each.day >= today), None)


def leaves_on(notice: Notice) -> date | None:
    """The last day as a member once notice is given; None where the rule does not tell."""
    if notice.given is None:
        return None
    rule = notice.says
    if isinstance(rule, Rolling):
        return _later(notice.given, rule.period)
    if isinstance(rule, AtMeeting):
        return _in_year(_YEAR_END, notice.given.year)
    days = _days(rule, notice.given.year)
    return next((each.ends for each in days if each.day >= notice.given), None)


def _days(rule: Rule, year: int) -> Iterator[NoticeDay]:
    """The days of a rule in order, the first of them no later than the end of a year."""
    if isinstance(rule, Agreement):
        for turn in count() if rule.years else range(1):
            end = _in_year(YearDay(rule.end.month, rule.end.day), rule.end.year + turn * rule.years)
            yield NoticeDay(_earlier(end, rule.before), end, renewal=not rule.years)
    elif not isinstance(rule, (AtMeeting, NoRule)):
        # A period longer than a year has its day years before the end.
        for at in count(year):
            yield _yearly(rule, at)


def _yearly(rule: ByDay | BeforeEnd | Rolling | Renewal, year: int) -> NoticeDay:
    if isinstance(rule, ByDay):
        by = _in_year(rule.by, year) - timedelta(days=1 if rule.strict else 0)
        return NoticeDay(by, date(year + rule.years - 1, 12, 31))
    if isinstance(rule, Renewal):
        by = _in_year(rule.by, year)
        return NoticeDay(by, by, renewal=True)
    before, last = (
        (rule.before, rule.end) if isinstance(rule, BeforeEnd) else (rule.period, _YEAR_END)
    )
    end = _in_year(last, year)
    return NoticeDay(_earlier(end, before), end)


def _in_year(by: YearDay, year: int) -> date:
    return date(year, by.month, min(by.day, monthrange(year, by.month)[1]))


def _earlier(day: date, period: Period) -> date:
    return _moved(day, period, -1)


def _later(day: date, period: Period) -> date:
    return _moved(day, period, 1)


def _moved(day: date, period: Period, way: int) -> date:
    if period.unit != "månader":
        return day + way * timedelta(days=period.count * (7 if period.unit == "veckor" else 1))
    at = day.year * 12 + day.month - 1 + way * period.count
    return _in_year(YearDay(at % 12 + 1, day.day), at // 12)


def rule_words(rule: Rule) -> str:
    """The rule as a whole Swedish sentence."""
    if isinstance(rule, ByDay):
        years = "året" if rule.years == 1 else counted(rule.years, "ett år", "år")
        how = "före" if rule.strict else "senast"
        return f"Uppsägningen ska vara inne {how} {_day_words(rule.by)} {years} före utträdet."
    if isinstance(rule, BeforeEnd):
        end = "årets slut" if rule.end == _YEAR_END else _day_words(rule.end)
        return f"Uppsägningen ska vara inne senast {_period(rule.before)} före {end}."
    if isinstance(rule, Rolling):
        return (
            f"Medlemskapet går att säga upp när som helst och upphör {_period(rule.period)} senare."
        )
    if isinstance(rule, Renewal):
        return f"Medlemskapet upphör om det inte förnyas senast {_day_words(rule.by)} varje år."
    if isinstance(rule, AtMeeting):
        return "Uppsägningen ska göras senast på årsmötet året före utträdet."
    if isinstance(rule, NoRule):
        return (
            "Medlemskapet kan inte sägas upp."
            if rule.known
            else "Villkoren för uppsägning är inte kända."
        )
    end = f"Avtalet gäller till och med {long_date(rule.end)}"
    if not rule.years:
        return f"{end} och förlängs inte av sig självt."
    turn = counted(rule.years, "ett år", "år")
    when = f" senast {_period(rule.before)} före" if rule.before.count else " före dess"
    return f"{end} och förlängs {turn} i taget om det inte sägs upp{when}."


def next_words(notice: Notice, today: date) -> str:
    """The next day to keep and what it leads to, as a sentence; what is given, where it is."""
    if notice.given:
        out = leaves_on(notice)
        given = f"Uppsagt {long_date(notice.given)}"
        return f"{given}; upphör {long_date(out)}." if out else f"{given}."
    found = next_notice(notice, today)
    if found is None:
        asked = isinstance(notice.says, AtMeeting)
        return "Skriv in dagen för nästa årsmöte." if asked else ""
    if found.renewal:
        return f"Närmaste dag är {long_date(found.day)}."
    ends = f"; då upphör medlemskapet {long_date(found.ends)}" if found.ends else ""
    return f"Närmaste dag är {long_date(found.day)}{ends}."


def short_words(notice: Notice, today: date) -> str:
    """The next day to keep in a few words, for a narrow column; why no day can be told."""
    if notice.given:
        out = leaves_on(notice)
        return f"uppsagt, upphör {out.isoformat()}" if out else "uppsagt"
    if found := next_notice(notice, today):
        return f"{'förnyas ' if found.renewal else ''}{found.day.isoformat()}"
    rule = notice.says
    if isinstance(rule, AtMeeting):
        return "på årsmötet"
    if isinstance(rule, Agreement):
        return f"avtalet gick ut {rule.end.isoformat()}"
    return "kan inte sägas upp" if isinstance(rule, NoRule) and rule.known else "okänt"


def _day_words(by: YearDay) -> str:
    month = MONTHS[by.month - 1]
    last = by.day > monthrange(2000, by.month)[1]
    return f"sista{HARD}{month}" if last else f"den{HARD}{by.day}{HARD}{month}"


def _period(period: Period) -> str:
    one = {"månader": "en månad", "veckor": "en vecka", "dagar": "en dag"}[period.unit]
    return counted(period.count, one, period.unit)
