"""One thing in the material that a person should know before deciding, with both its sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from natverkskollen.analysis.facts import scaled_value, source_words
from natverkskollen.model.finding_answer import FindingAnswer
from natverkskollen.model.network import Fact, Network

Severity = Literal["motsägelse", "inaktuell", "saknas", "att pröva"]
SEVERITIES: tuple[Severity, ...] = ("motsägelse", "inaktuell", "saknas", "att pröva")

SEVERITY_WORDS: Mapping[Severity, str] = {
    "motsägelse": "Motsägelse",
    "inaktuell": "Inaktuellt",
    "saknas": "Saknas",
    "att pröva": "Att pröva",
}


@dataclass(frozen=True)
class Side:
    """One side of a finding: what is said, for which day, where it stands and since when."""

    label: str
    value: str
    as_of: date | None = None
    source: str = ""
    quote: str = ""
    published: date | None = None


@dataclass(frozen=True)
class Finding:
    """What was found, about which network (None: the case), and what to ask because of it.

    `id` is kind, network and subject (`motsagelse/sekom/medlemmar`): the same for the same thing
    from one run to the next, so that an answer given to it is found again.
    """

    id: str
    kind: str
    severity: Severity
    network: str | None
    what: str
    sides: tuple[Side, ...]
    question: str
    answer: FindingAnswer | None = None

    @property
    def weight(self) -> tuple[bool, int]:
        """The order findings are told in: open before explained, contradictions first."""
        return self.answer is not None, SEVERITIES.index(self.severity)


def finding_id(kind: str, *subject: str) -> str:
    """The stable id of a finding."""
    return "/".join((kind, *subject))


def fact_side(network: Network, fact: Fact) -> Side:
    """A fact as one side of a finding."""
    return Side(
        label=fact.label,
        value=scaled_value(fact),
        as_of=fact.as_of,
        source=source_words(network, fact.source),
        quote=fact.source.quote,
        published=network.document(fact.source.document).published,
    )


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one; below zero where it is not later."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    # The last day of a month is a whole month after the last day of the one before.
    return months - (later.day < earlier.day and not _month_end(later))


def _month_end(day: date) -> bool:
    return day.toordinal() + 1 == (
        date(day.year + day.month // 12, day.month % 12 + 1, 1).toordinal()
    )
