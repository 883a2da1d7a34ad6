"""The days that matter to a membership: notice, exit, coming back, the next evaluation."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from natverkskollen.model.decision import Decision
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import Outcome
from natverkskollen.swedish.dates import long_date
from natverkskollen.swedish.joining import Joining
from natverkskollen.swedish.signs import HARD
from natverkskollen.swedish.words import counted, lower_first

WARN_DAYS = 60


@dataclass(frozen=True)
class KeyDate:
    """One day to keep: what falls on it, for which network (None: the case), and why it is known.

    `id` is stable, so that a calendar replaces the event when the file is read in again.
    """

    id: str
    day: date
    network: str | None
    title: str
    basis: str


def key_dates(evaluation: Evaluation, networks: Mapping[str, Network]) -> tuple[KeyDate, ...]:
    """Every known day of the evaluation and its networks from the day of the case on, in order."""
    found = [*_network_days(evaluation, networks), *_decision_days(evaluation, networks)]
    if evaluation.next_evaluation:
        found.append(
            KeyDate(
                f"{evaluation.id}-nasta",
                evaluation.next_evaluation,
                None,
                "Nästa utvärdering av nätverken",
                "angiven i utvärderingen",
            )
        )
    return tuple(sorted(found, key=lambda each: (each.day, each.id)))


def _network_days(evaluation: Evaluation, networks: Mapping[str, Network]) -> Iterator[KeyDate]:
    for membership in evaluation.memberships:
        network = networks[membership.network]
        for key, month_day, title in (
            ("uppsagning", network.terms.last_notice_day, "Sista dag att säga upp"),
            ("avgift", network.terms.fee_day, "Avgiften ska betalas till"),
        ):
            if month_day:
                yield KeyDate(
                    f"{evaluation.id}-{network.id}-{key}",
                    next_after(month_day, evaluation.case.date),
                    network.id,
                    f"{title} {network.short}",
                    network.terms.notice,
                )


def _decision_days(evaluation: Evaluation, networks: Mapping[str, Network]) -> Iterator[KeyDate]:
    for decision in evaluation.decisions:
        network = networks[decision.network] if decision.network else None
        for key, day, title in _days_of(decision, network):
            yield KeyDate(
                f"{evaluation.id}-{decision.network or 'arendet'}-{key}",
                day,
                decision.network,
                title,
                f"förslag till beslut i {lower_first(decision.body)}",
            )


# What falls on the day that an outcome names.
_TITLES: Mapping[Outcome, str] = {
    "trial": "Prövotiden slutar för {}",
    "come-back": "Frågan om {} ska vara avgjord",
    "continue-with-condition": "Villkoret för {} ska vara uppfyllt",
    "renegotiate": "Villkoren för {} ska vara omförhandlade",
    "evaluate-by": "Utvärderingen av {} ska vara klar",
}
_ENDS: Mapping[Joining, str] = {
    "medlemskap": "Medlemskapet upphör i {}",
    "diplomering": "Diplomeringen upphör till {}",
    "anslutning": "Anslutningen upphör till {}",
}


def _days_of(decision: Decision, network: Network | None) -> Iterator[tuple[str, date, str]]:
    """Only whole days: a year alone is nothing to put in a calendar."""
    name = network.short if network else "alla medlemskap"
    if decision.by and decision.outcome in _TITLES:
        yield "aterkom", decision.by, _TITLES[decision.outcome].format(name)
    if isinstance(decision.from_date, date) and network:
        yield "uttrade", decision.from_date, _ENDS[network.membership].format(name)


def warnings(dates: Sequence[KeyDate], today: date, days: int = WARN_DAYS) -> tuple[str, ...]:
    """What is soon or has passed, as whole sentences, nearest first."""
    return tuple(
        _warning(each, today) for each in dates if each.day <= today + timedelta(days=days)
    )


def _warning(each: KeyDate, today: date) -> str:
    away = (each.day - today).days
    if away < 0:
        when = f"passerade {long_date(each.day)}"
    elif away == 0:
        when = "är i dag"
    else:
        when = f"är om {counted(away, 'en dag', 'dagar')}, {long_date(each.day)}"
        when = when.replace(f"ett{HARD}dag", f"en{HARD}dag")
    return f"{each.title}: dagen {when}."


def ics_text(dates: Sequence[KeyDate], title: str, stamp: date) -> str:
    """The days as a calendar file (RFC 5545), with a reminder thirty days before each."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Natverkskollen//SV",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    for each in dates:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{each.id}@natverkskollen",
            f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(each.title)}",
            f"DESCRIPTION:{_escaped(each.basis)}",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(each.title)}",
            "TRIGGER:-P30D",
            "END:VALARM",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _escaped(text: str) -> str:
    escaped = re.sub(r"([\\;,])", r"\\\1", text)
    return re.sub(r"\r\n|\r|\n", r"\\n", escaped)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes; all but the first begin with a space."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > 75:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += width
    yield piece


def in_year(month_day: str, year: int) -> date:
    """The day in a certain year; 29 February is the 28th where the year has none."""
    month, day = (int(part) for part in month_day.split("-"))
    return date(year, month, 28 if (month, day) == (2, 29) and not isleap(year) else day)


def last_notice_before(month_day: str, exit_day: date) -> date:
    """The last occurrence of the day that is not after another day."""
    this_year = in_year(month_day, exit_day.year)
    return this_year if this_year <= exit_day else in_year(month_day, exit_day.year - 1)


def next_after(month_day: str, day: date) -> date:
    """The first occurrence of the day that is not before another day."""
    this_year = in_year(month_day, day.year)
    return this_year if this_year >= day else in_year(month_day, day.year + 1)
