"""The rule of a fee as one says it in running text, where it is simple enough to be said."""

from __future__ import annotations

from natverkskollen.analysis.fee import FeeAmount
from natverkskollen.swedish.money import kronor, ore_or_kronor


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
    said.append(f"{ore_or_kronor(fee.per_inhabitant)} per invånare")
    words = " och ".join(said)
    for bound, name in ((fee.min_amount, "lägst"), (fee.max_amount, "högst")):
        words += f", {name} {kronor(bound)}" if bound is not None else ""
    return words
