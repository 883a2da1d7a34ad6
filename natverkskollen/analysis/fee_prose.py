"""The rule of a fee as one says it in running text, where it is simple enough to be said."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.fee import FeeAmount
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.signs import HARD


def prose_words(counted: FeeAmount) -> str:
    """`4 000 kronor och 30 öre per invånare`; empty for a rule that takes a table to explain.

    That is one in parts, by steps, with an index or VAT, or in another currency.
    """
    fee = counted.fee
    if fee.free:
        return "noll kronor"
    intricate = fee.parts or fee.steps or fee.index or fee.vat_percent or fee.unknown
    if intricate or fee.currency != "SEK" or counted.net is None:
        return ""
    if fee.per_inhabitant is None:
        return "densamma för alla medlemmar" if fee.fixed is not None else ""
    said = [kronor(fee.fixed)] if fee.fixed else []
    said.append(f"{_rate(fee.per_inhabitant)} per invånare")
    words = " och ".join(said)
    for bound, name in ((fee.min_amount, "lägst"), (fee.max_amount, "högst")):
        words += f", {name} {kronor(bound)}" if bound is not None else ""
    return words


def _rate(amount: Decimal) -> str:
    """An amount per inhabitant: in öre under a krona where these are whole."""
    ore = amount * 100
    if amount < 1 and ore == ore.to_integral_value():
        return f"{number(ore)}{HARD}öre"
    if amount == 1:
        return f"1{HARD}krona"
    if amount == amount.to_integral_value():
        return kronor(amount)
    decimals = max(2, -int(amount.normalize().as_tuple().exponent))
    return f"{number(amount, decimals)}{HARD}kronor"
