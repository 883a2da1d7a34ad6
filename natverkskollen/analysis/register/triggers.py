"""Why a membership should be evaluated in full before its turn, as sentences of the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import ceil

from natverkskollen.analysis.register.days import is_over, notice_of
from natverkskollen.analysis.register.notice_days import next_notice
from natverkskollen.analysis.register.use import last_entry
from natverkskollen.model.network import Network
from natverkskollen.model.notice import Agreement
from natverkskollen.model.own_municipality import EvaluateWhen
from natverkskollen.model.register import Proposal, RegisteredMembership
from natverkskollen.swedish.dates import last_day_of, long_date
from natverkskollen.swedish.numbers import percent
from natverkskollen.swedish.words import lower_first

_PROPOSED: Mapping[Proposal, str] = {
    "utvärdera": "utvärderas",
    "omförhandla": "omförhandlas",
    "säg upp": "sägs upp",
}
_YEAR = timedelta(days=365)


def triggers(
    membership: RegisteredMembership,
    network: Network | None,
    today: date,
    when: EvaluateWhen,
) -> tuple[str, ...]:
    """Every reason to evaluate now, weightiest first; none where the membership is over."""
    if is_over(membership, network, today) or membership.notice.given:
        return ()
    return tuple(_triggers(membership, network, today, when))


def _triggers(
    membership: RegisteredMembership, network: Network | None, today: date, when: EvaluateWhen
) -> Iterator[str]:
    rule = notice_of(membership, network).says
    if isinstance(rule, Agreement) and not rule.years and rule.end < today:
        yield f"Avtalet gick ut {long_date(rule.end)}."
    due = next_notice(notice_of(membership, network), today)
    if due and due.day <= today + _months(when.notice_months):
        what = "ska medlemskapet förnyas" if due.renewal else "är sista dag att säga upp"
        yield f"{long_date(due.day).capitalize()} {what}."
    paid = sorted(membership.paid, key=lambda each: each.year)
    if len(paid) > 1 and paid[-2].amount:
        before, now = paid[-2], paid[-1]
        up = (now.amount - before.amount) / before.amount
        if up * 100 > when.fee_up and now.year >= today.year - 1:
            yield f"Avgiften höjdes {percent(up)} från {before.year} till {now.year}."
    quiet = _months(when.quiet_months)
    latest, since = last_entry(membership), membership.since
    if latest and latest <= today - quiet:
        yield f"Inget är skrivet i loggen sedan {long_date(latest)}."
    elif not latest and (not since or last_day_of(since) <= today - quiet):
        yield "Inget är skrivet i loggen."
    for seat in membership.seats:
        if seat.ends and today - _YEAR <= last_day_of(seat.ends) < today:
            ended = long_date(last_day_of(seat.ends))
            yield f"Uppdraget som {lower_first(seat.role)} slutade {ended}."
    for year, told in sorted(membership.follow_ups.items())[-1:]:
        if told.proposal != "fortsätt" and year >= today.year - 1:
            what = _PROPOSED[told.proposal]
            yield f"I uppföljningen för {year} föreslås att medlemskapet {what}."


def _months(count: int) -> timedelta:
    return timedelta(days=ceil(count * 365 / 12))
