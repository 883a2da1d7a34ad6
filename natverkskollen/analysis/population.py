"""Which population a fee is counted on, and how exact that figure is."""

from __future__ import annotations

from dataclasses import replace

from natverkskollen.analysis.fee import FeeAmount, applicable_fee, fee_amount
from natverkskollen.model.fee import Fee
from natverkskollen.model.municipality import Municipality
from natverkskollen.model.network import Network
from natverkskollen.model.reference import DISTURBED_FROM
from natverkskollen.swedish.money import in_currency, kr
from natverkskollen.swedish.numbers import number

DISTURBANCE = (
    "SCB lägger från och med 2025 in en liten slumpmässig störning i varje kommuns folkmängd. "
    "Avgiften är alltså exakt räknad på ett tal som kan skilja sig något från det verkliga."
)


def fee_for(who: Municipality, fee: Fee, year: int) -> FeeAmount:
    """What a municipality pays in a year, counted on the population that the fee's rules name.

    Where that year's population is not known, the evaluation's own is counted on and the words of
    the amount say so.
    """
    lag = fee.population_years_before
    wanted = who.as_of.year if lag is None else year - lag
    if wanted == who.as_of.year:
        counted = fee_amount(fee, who.inhabitants, year, who.sums)
        return counted if lag is None else replace(counted, population_year=wanted)
    if wanted in who.populations:
        return replace(
            fee_amount(fee, who.populations[wanted], year, who.sums), population_year=wanted
        )
    counted = fee_amount(fee, who.inhabitants, year, who.sums)
    return replace(counted, population_year=who.as_of.year, population_missing=wanted)


def rule_amount(network: Network, who: Municipality, year: int) -> str:
    """What a network's rules give for a municipality in a year, in words; empty where unknown.

    Where the fee depends on the kind of membership, the lowest and the highest.
    """
    found = []
    for category in [None, *network.categories(who.kind)]:
        fee = applicable_fee(network.fees, year, who.kind, category)
        if fee and (counted := fee_for(who, fee, year)).net is not None:
            found.append(counted)
    words = [amount_words(each) for each in sorted(found, key=lambda each: each.net or 0)]
    if len(set(words)) < 2:
        return "".join(words[:1])
    return f"{words[0]} till {words[-1]}, efter slag av medlemskap"


def amount_words(counted: FeeAmount) -> str:
    """A fee's amount in a table, in its own currency; `okänt` where it is not known."""
    if counted.net is None:
        return "okänt"
    if counted.fee.free:
        return "ingen avgift"
    if counted.fee.currency == "SEK":
        return kr(counted.net)
    return in_currency(number(counted.net), counted.fee.currency)


def disturbed(who: Municipality) -> bool:
    """Whether the population is a figure that Statistics Sweden has disturbed."""
    return who.code is not None and who.kind == "kommun" and who.as_of >= DISTURBED_FROM
