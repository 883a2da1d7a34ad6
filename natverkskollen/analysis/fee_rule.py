"""The rule of a fee in words: the whole of it, and as one says it in running text."""

from __future__ import annotations

from natverkskollen.analysis.fee import (
    FeeAmount,
    bound_words,
    money_words,
    own_parts,
    paid_for,
    rate_words,
)
from natverkskollen.analysis.fee_share import share_rule
from natverkskollen.model.fee import Fee, FeePart
from natverkskollen.model.fee_share import NATIONAL
from natverkskollen.model.fee_step import FeeStep
from natverkskollen.swedish.money import kronor, ore_or_kronor
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import listed, lower_first


def rule_words(fee: Fee) -> str:
    """The whole rule of a fee in words, before it is counted for anybody."""
    if fee.unknown:
        return "Beloppen är okända"
    if fee.free:
        return "Ingen avgift"
    words = " + ".join(filter(None, (_part_rule(part, fee) for part in own_parts(fee))))
    words += bound_words(fee, fee)
    words += "" if fee.parts else _vat_words(fee)
    if fee.index:
        words += f", räknas upp med {fee.index.series}"
    if fee.one_off:
        words += f", och {_part_rule(fee.one_off, fee)} en gång vid inträdet"
    return words


def _part_rule(part: FeePart, fee: Fee) -> str:
    terms = []
    if part.fixed is not None:
        terms.append(money_words(part.fixed, fee))
    if part.per_inhabitant is not None:
        terms.append(f"{rate_words(part.per_inhabitant, fee)} per invånare{_people_words(part)}")
    if part.steps:
        terms.append("efter storlek: " + listed([_step_rule(step, fee) for step in part.steps]))
    if part.share:
        terms.append(share_rule(part.share))
    words = " + ".join(terms) + _discount_words(part) + bound_words(part, fee)
    words += _vat_words(part) if words and fee.parts else ""
    titled = part.title and part is not fee
    return f"{lower_first(part.title or '')} {words}" if words and titled else words


def _vat_words(part: FeePart) -> str:
    return f" och {number(part.vat_percent)} procent moms" if part.vat_percent else ""


def _discount_words(part: FeePart) -> str:
    off = sorted(part.discounts, key=lambda each: each.above)
    said = [f"{number(e.percent)} procent över {number(e.above)} invånare" for e in off]
    return f", minskat med {listed(said)}" if said else ""


def _people_words(part: FeePart) -> str:
    words = ""
    for bound, name in ((part.min_inhabitants, "lägst"), (part.max_inhabitants, "högst")):
        if bound is not None:
            words += f", för {name} {number(bound)} invånare"
    return words


def _step_rule(step: FeeStep, fee: Fee) -> str:
    amount = money_words(step.amount, fee)
    if step.below is not None:
        return f"{amount} under {number(step.below)} invånare"
    if step.up_to is None:
        return f"annars {amount}"
    return f"{amount} till och med {number(step.up_to)} invånare"


def prose_words(counted: FeeAmount) -> str:
    """`4 000 kronor och 30 öre per invånare`; empty for a rule that takes a table to explain.

    That is one in parts, by steps, with an index or VAT, or in another currency.
    """
    fee = counted.fee
    if fee.free:
        return "noll kronor"
    intricate = fee.parts or fee.steps or fee.index or fee.vat_percent or fee.discounts
    if intricate or fee.currency != "SEK" or counted.net is None:
        return ""
    if fee.share:
        alone = fee.fixed is None and fee.per_inhabitant is None
        return share_rule(fee.share) if alone and fee.share.of != NATIONAL else ""
    if fee.per_inhabitant is None:
        return "densamma för alla medlemmar" if fee.fixed is not None else ""
    said = [kronor(fee.fixed)] if fee.fixed else []
    said.append(f"{ore_or_kronor(fee.per_inhabitant)} per invånare")
    words = " och ".join(said) + _holding_words(counted)
    for bound, name in ((fee.min_amount, "lägst"), (fee.max_amount, "högst")):
        words += f", {name} {kronor(bound)}" if bound is not None else ""
    return words


def _holding_words(counted: FeeAmount) -> str:
    """The bound of the inhabitants that are paid for, where it is what decides the sum."""
    paid = paid_for(counted.fee, counted.inhabitants)
    if paid == counted.inhabitants or not counted.fee.per_inhabitant:
        return ""
    side = "högst" if paid < counted.inhabitants else "minst"
    return f", räknat på {side} {number(paid)} invånare"
