"""A fee: what a member of a certain size pays in a year, and the rule and the sum in words.

One rounding rule (docs/beslut/0011): the parts, the bounds and the index are counted exactly, and
the fee is rounded once, half up to öre. VAT is counted on the rounded fee.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from natverkskollen.model.fee import Fee, FeePart, FeeStep, MemberKind
from natverkskollen.swedish.money import in_currency
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import listed, lower_first


@dataclass(frozen=True)
class FeeAmount:
    """What a member pays in one year, in the fee's own currency, to the öre.

    `net` and `vat` are None where the fee is not known. `factor` is the index's, and `factor_year`
    the year it was stated for: earlier than the year asked for where no later one is known.
    """

    fee: Fee
    inhabitants: int
    year: int | None
    net: Decimal | None
    vat: Decimal | None
    one_off: Decimal
    factor: Decimal
    factor_year: int

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


def fee_amount(fee: Fee, inhabitants: int, year: int | None = None) -> FeeAmount:
    """What a member of this size pays in a year, by the latest index factor known for it."""
    factor, factor_year = _factor(fee, year)
    one_off = ore(_exact(fee.one_off, inhabitants)) if fee.one_off else Decimal("0.00")
    net = vat = None
    if not fee.unknown:
        parts = [(part, _exact(part, inhabitants)) for part in _own_parts(fee)]
        unbounded = sum((amount for _, amount in parts), Fraction(0))
        whole = _bounded(fee, unbounded) * Fraction(factor)
        net = ore(whole)
        vat = ore(_vat(fee, parts, net, whole / unbounded if unbounded else Fraction(1)))
    return FeeAmount(fee, inhabitants, year, net, vat, one_off, factor, factor_year)


def _factor(fee: Fee, year: int | None) -> tuple[Decimal, int]:
    """The index factor that holds in a year, and the year it was stated for."""
    stated = fee.index.factors if fee.index and year is not None else {}
    held = max((each for each in stated if each <= (year or 0)), default=None)
    return (Decimal(1), fee.year) if held is None else (stated[held], held)


def _own_parts(fee: Fee) -> tuple[FeePart, ...]:
    """The fee's own amounts without their bounds, which hold for the whole, and the other parts."""
    own = fee.model_copy(update={"min_amount": None, "max_amount": None})
    return (own, *fee.parts)


def _exact(part: FeePart, inhabitants: int) -> Fraction:
    total = Fraction(part.fixed or 0)
    total += Fraction(part.per_inhabitant or 0) * paid_for(part, inhabitants)
    total += next((Fraction(s.amount) for s in part.steps if s.holds(inhabitants)), Fraction(0))
    return _bounded(part, total)


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
    return Fraction(part.vat_percent or 0) / 100


def ore(amount: Fraction | Decimal) -> Decimal:
    """An amount rounded once, half up to öre.

    >>> ore(Fraction(1, 3)), ore(Decimal("0.005"))
    (Decimal('0.33'), Decimal('0.01'))
    """
    exact = Fraction(amount)
    # A quotient that does not end is never exactly half an öre, so dividing first is safe.
    quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return quotient.quantize(Decimal("0.01"), ROUND_HALF_UP)


def fee_words(counted: FeeAmount) -> str:
    """How a fee was counted and by which rules, so that a reader can do the sum again."""
    return ", ".join(filter(None, (sum_words(counted), rules_words(counted))))


def sum_words(counted: FeeAmount) -> str:
    """The sum of a fee in words: `4 000 kr + 0,30 kr × 114 304 invånare`."""
    fee, people = counted.fee, counted.inhabitants
    if fee.unknown:
        return "okänt: beloppen saknas i underlaget"
    if fee.free:
        return "ingen avgift"
    parts = filter(None, (_part_sum(part, fee, people) for part in _own_parts(fee)))
    words = " + ".join(parts) + _bound_words(fee, fee)
    if counted.factor != 1:
        words = f"({words}) × {number(counted.factor)}"
    since = counted.not_indexed_since
    return f"{words}, ej uppräknad efter {since}" if since else words


def rules_words(counted: FeeAmount) -> str:
    """Which rules a fee was counted by: `enligt nätverkets regler för 2024`."""
    if counted.fee.undated:
        return f"enligt nätverkets odaterade regler, lästa {counted.fee.year}"
    return f"enligt nätverkets regler för {counted.fee.year}"


def _part_sum(part: FeePart, fee: Fee, people: int) -> str:
    terms = []
    if part.fixed is not None:
        terms.append(_money(part.fixed, fee))
    if part.per_inhabitant is not None:
        count = number(paid_for(part, people))
        terms.append(f"{_rate(part.per_inhabitant, fee)} × {count} invånare")
    held = next((step for step in part.steps if step.holds(people)), None)
    if held:
        terms.append(f"{_money(held.amount, fee)} (storleksklass)")
    return " + ".join(terms) + _bound_words(part, fee)


def rule_words(fee: Fee) -> str:
    """The whole rule of a fee in words, before it is counted for anybody."""
    if fee.unknown:
        return "Beloppen är okända"
    if fee.free:
        return "Ingen avgift"
    words = " + ".join(filter(None, (_part_rule(part, fee) for part in _own_parts(fee))))
    words += _bound_words(fee, fee)
    words += "" if fee.parts else _vat_words(fee)
    if fee.index:
        words += f", räknas upp med {fee.index.series}"
    if fee.one_off:
        words += f", och {_part_rule(fee.one_off, fee)} en gång vid inträdet"
    return words


def _part_rule(part: FeePart, fee: Fee) -> str:
    terms = []
    if part.fixed is not None:
        terms.append(_money(part.fixed, fee))
    if part.per_inhabitant is not None:
        terms.append(f"{_rate(part.per_inhabitant, fee)} per invånare{_people_words(part)}")
    if part.steps:
        terms.append("efter storlek: " + listed([_step_rule(step, fee) for step in part.steps]))
    words = " + ".join(terms) + _bound_words(part, fee)
    words += _vat_words(part) if words and fee.parts else ""
    titled = part.title and part is not fee
    return f"{lower_first(part.title or '')} {words}" if words and titled else words


def _vat_words(part: FeePart) -> str:
    return f" och {number(part.vat_percent)} procent moms" if part.vat_percent else ""


def _people_words(part: FeePart) -> str:
    words = ""
    for bound, name in ((part.min_inhabitants, "lägst"), (part.max_inhabitants, "högst")):
        if bound is not None:
            words += f", för {name} {number(bound)} invånare"
    return words


def _step_rule(step: FeeStep, fee: Fee) -> str:
    amount = _money(step.amount, fee)
    if step.below is not None:
        return f"{amount} under {number(step.below)} invånare"
    if step.up_to is None:
        return f"annars {amount}"
    return f"{amount} till och med {number(step.up_to)} invånare"


def _bound_words(part: FeePart, fee: Fee) -> str:
    bounds = ((part.min_amount, "lägst"), (part.max_amount, "högst"))
    return "".join(f", {name} {_money(b, fee)}" for b, name in bounds if b is not None)


def _money(amount: Decimal, fee: Fee) -> str:
    return in_currency(number(amount), fee.currency)


def _rate(amount: Decimal, fee: Fee) -> str:
    """A small amount of money with at least two decimals, or none: `0,30`, `0,045`, `1`."""
    exact = amount.normalize()
    decimals = -int(exact.as_tuple().exponent)
    written = number(exact, max(decimals, 2)) if decimals > 0 else number(exact)
    return in_currency(written, fee.currency)
