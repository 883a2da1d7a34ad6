"""The days that a decision names, and what falls on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from natverkskollen.model.decision import Decision
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import KINDS
from natverkskollen.swedish.joining import Joining

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
    named = KINDS[decision.outcome].by
    if decision.by and named:
        yield "aterkom", decision.by, named.falls.format(name)
    if isinstance(decision.from_date, date) and network:
        yield "uttrade", decision.from_date, _ENDS[network.membership].format(name)
