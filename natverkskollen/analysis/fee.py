"""A fee: what a member of a certain size pays in a year, and the sum in words.

One rounding rule (docs/beslut/0011): the parts, the bounds and the index are counted exactly, and
the fee is rounded once, half up to öre. VAT is counted on the rounded fee.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.fee_share import Payer, share_amount, share_sum
from natverkskollen.model.fee import Fee, FeePart, MemberKind
from natverkskollen.model.fee_share import FeeDiscount, MunicipalSum
from natverkskollen.swedish.money import in_currency
from natverkskollen.swedish.numbers import half_up, number


@dataclass(frozen=True)
class FeeAmount:
    """What a member pays in one year, in the fee's own currency, to the öre.

    `net` and `vat` are None where the fee is not known. `factor` is the index's, and `factor_year`
    the year it was stated for: earlier than the year asked for where no later one is known.
    `population_year` is the year-end the inhabitants were counted at, where the rules name one, and
    `population_missing` the one they name where its population is not known. `payer` is who it was
    counted for.
    """

    fee: Fee
    inhabitants: int
    year: int | None
    net: Decimal | None
    vat: Decimal | None
    one_off: Decimal
    factor: Decimal
    factor_year: int
    payer: Payer
    population_year: int | None = None
    population_missing: int | None = None

    @property
    def known(self) -> bool:
        """Whether the amount could be computed."""
        return self.net is not None

    @property
    def not_indexed_since(self) -> int | None:
        """The last year the amount is adjusted to, where that is before the one asked for."""
        late = self.fee.index is not None and self.year is not None
        return self.factor_year if late and self.factor_year < (self.year or 0) else None


def applicable_fee(
    fees: tuple[Fee, ...], year: int | None, member: MemberKind, category: str | None = None
) -> Fee | None:
    """The fee that holds in a year: the newest one stated for that year or an earlier one.

    Without a year, the newest stated. None where the network states no fee for such a member.
    """
    candidates = [
        fee
        for fee in fees
        if fee.member == member and fee.category == category and (year is None or fee.year <= year)
    ]
    return max(candidates, key=lambda fee: fee.year, default=None)


def fee_amount(
    fee: Fee, inhabitants: int, year: int | None = None, sums: Sequence[MunicipalSum] = ()
) -> FeeAmount:
    """What a member of this size pays in a year, by the latest index factor known for it.

    `sums` are its tax base and income, for a fee that is a share of one.
    """
    factor, factor_year = _factor(fee, year)
    payer = Payer(inhabitants, year or fee.year, sums)
    one_off = ore(_exact(fee.one_off, payer)) if fee.one_off else Decimal("0.00")
    net = vat = None
    if not fee.unknown and all(_known(part, payer) for part in own_parts(fee)):
        parts = [(part, _exact(part, payer)) for part in own_parts(fee)]
        unbounded = sum((amount for _, amount in parts), Fraction(0))
        whole = _bounded(fee, unbounded) * Fraction(factor)
        net = ore(whole)
        vat = ore(_vat(fee, parts, net, whole / unbounded if unbounded else Fraction(1)))
    return FeeAmount(fee, inhabitants, year, net, vat, one_off, factor, factor_year, payer)


def _factor(fee: Fee, year: int | None) -> tuple[Decimal, int]:
    """The index factor that holds in a year, and the year it was stated for."""
    stated = fee.index.factors if fee.index and year is not None else {}
    held = max((each for each in stated if each <= (year or 0)), default=None)
    return (Decimal(1), fee.year) if held is None else (stated[held], held)


def own_parts(fee: Fee) -> tuple[FeePart, ...]:
    """The fee's own amounts without their bounds, which hold for the whole, and the other parts."""
    own = fee.model_copy(update={"min_amount": None, "max_amount": None})
    return (own, *fee.parts)


def _known(part: FeePart, payer: Payer) -> bool:
    return part.share is None or share_amount(part.share, payer) is not None


def _exact(part: FeePart, payer: Payer) -> Fraction:
    inhabitants = payer.inhabitants
    total = Fraction(part.fixed or 0)
    total += Fraction(part.per_inhabitant or 0) * paid_for(part, inhabitants)
    total += next((Fraction(s.amount) for s in part.steps if s.holds(inhabitants)), Fraction(0))
    total += (share_amount(part.share, payer) or 0) if part.share else 0
    off = discount(part, inhabitants)
    return _bounded(part, total * (1 - Fraction(off.percent) / 100) if off else total)


def discount(part: FeePart, inhabitants: int) -> FeeDiscount | None:
    """What comes off for a member of this size; None where nothing does."""
    held = (each for each in part.discounts if inhabitants > each.above)
    return max(held, key=lambda each: each.above, default=None)


def paid_for(part: FeePart, inhabitants: int) -> int:
    """How many inhabitants a member of this size pays for, between the floor and the cap."""
    most = inhabitants if part.max_inhabitants is None else part.max_inhabitants
    return min(max(inhabitants, part.min_inhabitants or 0), max(most, part.min_inhabitants or 0))


def _bounded(part: FeePart, amount: Fraction) -> Fraction:
    if part.min_amount is not None:
        amount = max(amount, Fraction(part.min_amount))
    if part.max_amount is not None:
        amount = min(amount, Fraction(part.max_amount))
    return amount


def _vat(
    fee: Fee, parts: list[tuple[FeePart, Fraction]], net: Decimal, scale: Fraction
) -> Fraction:
    """VAT on the rounded fee; where the parts have several rates, on each rate's rounded part.

    A bound or an index changes all the parts in proportion: by `scale`.
    """
    rates = {_vat_rate(part) for part, amount in parts if amount} or {_vat_rate(fee)}
    if len(rates) == 1:
        return Fraction(net) * rates.pop()
    vat = Fraction(0)
    for rate in rates:
        taxed = sum((amount for part, amount in parts if _vat_rate(part) == rate), Fraction(0))
        vat += Fraction(ore(taxed * scale)) * rate
    return vat


def _vat_rate(part: FeePart) -> Fraction:
    """What is added for each krona: 0.25 where VAT is 25 percent, 0 where none is stated."""
    return Fraction(part.vat_percent or 0) / 100


def ore(amount: Fraction | Decimal) -> Decimal:
    """An amount rounded once, half up to öre.

    >>> ore(Fraction(1, 3)), ore(Decimal("0.005"))
    (Decimal('0.33'), Decimal('0.01'))
    """
    return half_up(amount, 2)


def fee_words(counted: FeeAmount) -> str:
    """How a fee was counted and by which rules, so that a reader can do the sum again."""
    parts = (sum_words(counted), population_words(counted), rules_words(counted))
    return ", ".join(filter(None, parts))


def sum_words(counted: FeeAmount) -> str:
    """The sum of a fee in words: `4 000 kr + 0,30 kr × 114 304 invånare`."""
    fee = counted.fee
    if fee.unknown:
        return "okänt: beloppen saknas i underlaget"
    if fee.free:
        return "ingen avgift"
    parts = filter(None, (_part_sum(part, fee, counted.payer) for part in own_parts(fee)))
    words = " + ".join(parts) + bound_words(fee, fee)
    words = words if counted.known else f"okänt: {words}"
    if counted.factor != 1:
        words = f"({words}) × {number(counted.factor)}"
    since = counted.not_indexed_since
    return f"{words}, ej uppräknad efter {since}" if since else words


def population_words(counted: FeeAmount) -> str:
    """At which year-end the inhabitants were counted, where the fee's rules name one."""
    if counted.population_year is None:
        return ""
    words = f"folkmängden den 31 december {counted.population_year}"
    if counted.population_missing is None:
        return words
    return f"{words}, eftersom den för {counted.population_missing} saknas"


def rules_words(counted: FeeAmount) -> str:
    """Which rules a fee was counted by: `enligt nätverkets regler för 2024`."""
    if counted.fee.undated:
        return f"enligt nätverkets odaterade regler, lästa {counted.fee.year}"
    return f"enligt nätverkets regler för {counted.fee.year}"


def _part_sum(part: FeePart, fee: Fee, payer: Payer) -> str:
    terms, people = [], payer.inhabitants
    if part.fixed is not None:
        terms.append(money_words(part.fixed, fee))
    if part.per_inhabitant is not None:
        count = number(paid_for(part, people))
        terms.append(f"{rate_words(part.per_inhabitant, fee)} × {count} invånare")
    held = next((step for step in part.steps if step.holds(people)), None)
    if held:
        terms.append(f"{money_words(held.amount, fee)} (storleksklass)")
    if part.share:
        terms.append(share_sum(part.share, payer))
    words, off = " + ".join(terms), discount(part, people)
    if words and off:
        words = f"{words}, minskat med {number(off.percent)} procent"
    return words + bound_words(part, fee)


def bound_words(part: FeePart, fee: Fee) -> str:
    """The floor and the cap of an amount: `, högst 36 000 kr`."""
    bounds = ((part.min_amount, "lägst"), (part.max_amount, "högst"))
    return "".join(f", {name} {money_words(b, fee)}" for b, name in bounds if b is not None)


def money_words(amount: Decimal, fee: Fee) -> str:
    """An amount in the fee's currency."""
    return in_currency(number(amount), fee.currency)


def rate_words(amount: Decimal, fee: Fee) -> str:
    """A small amount of money with at least two decimals, or none: `0,30`, `0,045`, `1`."""
    exact = amount.normalize()
    decimals = -int(exact.as_tuple().exponent)
    written = number(exact, max(decimals, 2)) if decimals > 0 else number(exact)
    return in_currency(written, fee.currency)
