"""The days that a decision names, and what falls on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from natverkskollen.model.decision import Decision
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import Outcome
from natverkskollen.swedish.joining import Joining

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


def days_of(decision: Decision, network: Network | None) -> Iterator[tuple[str, date, str]]:
    """A key, the day and what falls on it, for each day that a decision names.

    Only whole days: a year alone is nothing to put in a calendar.
    """
    name = network.short if network else "alla medlemskap"
    if decision.by and decision.outcome in _TITLES:
        yield "aterkom", decision.by, _TITLES[decision.outcome].format(name)
    if isinstance(decision.from_date, date) and network:
        yield "uttrade", decision.from_date, _ENDS[network.membership].format(name)
