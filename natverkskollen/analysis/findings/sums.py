"""Totals that their parts do not add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from natverkskollen.analysis.facts import fact_value
from natverkskollen.analysis.findings.fact_agreement import TOLERANCE, close
from natverkskollen.analysis.findings.finding import Finding, Side, fact_side, finding_id
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.network import Fact
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import counted, lower_first


def sums_that_differ(dossier: Dossier) -> Iterator[Finding]:
    """Totals stated in a document that its own parts of the same year do not give."""
    for network in dossier.networks.values():
        for total in network.facts:
            parts = [
                fact
                for fact in network.facts
                if fact.part_of == total.id
                and fact.source.document == total.source.document
                and fact.as_of.year == total.as_of.year
                and not isinstance(fact.value, str)
            ]
            if not parts or isinstance(total.value, str):
                continue
            tolerance = TOLERANCE if _rounded([total, *parts]) else Decimal(0)
            summed = _sum(parts)
            if close(summed, total.value, tolerance):
                continue
            yield Finding(
                finding_id("summa", network.id, total.id),
                "summa",
                "motsägelse",
                network.id,
                f"{network.short}: {lower_first(total.label)} anges till {fact_value(total)}, men "
                f"delarna blir {number(summed)}.{_day_by_day(total, parts, tolerance)}",
                (fact_side(network, total), *_part_sides(parts)),
                "Kontrollera hur summan är räknad innan du använder den.",
            )


def _rounded(facts: Sequence[Fact]) -> bool:
    return any(fact.approximate for fact in facts)


def _sum(parts: Sequence[Fact]) -> Decimal:
    return sum((Decimal(part.value) for part in parts), Decimal(0))


def _day_by_day(total: Fact, parts: Sequence[Fact], tolerance: Decimal) -> str:
    """What the sum becomes where what lasted several days is counted once a day."""
    extra = sum(part.extra_days or 0 for part in parts)
    if not extra:
        return ""
    counted_daily = _sum(parts) + extra
    agrees = close(counted_daily, Decimal(total.value), tolerance)
    word = "och då stämmer summan" if agrees else "och det stämmer inte heller"
    days = counted(extra, "en extra dag", "extra dagar")
    return f" Räknas varje dag för sig ({days}) blir det {number(counted_daily)}, {word}."


def _part_sides(parts: Sequence[Fact]) -> Iterator[Side]:
    for fact in parts:
        yield Side(f"Del: {fact.label}", fact_value(fact), fact.as_of, quote=fact.source.quote)
