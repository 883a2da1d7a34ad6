"""What a membership costs by the network's own rules: öre-exact, with the sum shown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from natverkskollen.files.fields import Amount, Count, Model, Positive, Slug, Text, Year, problem
from natverkskollen.model.source import Source

MemberKind = Literal["kommun", "region"]
_ORE = Decimal("0.01")


class Step(Model):
    """One step of a stepped fee: the amount for inhabitants `below` or `up_to` a limit.

    `below` means fewer than, `up_to` means at most; the last step has neither and takes the rest.
    """

    below: Count | None = None
    up_to: Count | None = None
    amount: Amount

    @model_validator(mode="after")
    def _one_limit(self) -> Step:
        if self.below is not None and self.up_to is not None:
            raise problem("steget har både below och up_to", "Behåll den gräns som avgiften anger")
        return self

    def holds(self, inhabitants: int) -> bool:
        """Whether a municipality of this size belongs to the step."""
        if self.below is not None:
            return inhabitants < self.below
        return self.up_to is None or inhabitants <= self.up_to

    @property
    def ceiling(self) -> int | None:
        """The largest number of inhabitants in the step; None for the last one."""
        return self.below - 1 if self.below is not None else self.up_to


class Tariff(Model):
    """One part of a fee: fixed + per inhabitant (between a floor and a cap) + a step.

    `min_inhabitants` and `max_inhabitants` bound the inhabitants that are paid for, `min_amount`
    and `max_amount` bound the resulting sum: two different things above and below the bounds.
    """

    title: Text | None = None
    fixed: Amount | None = None
    per_inhabitant: Amount | None = None
    min_inhabitants: Count | None = None
    max_inhabitants: Count | None = None
    steps: tuple[Step, ...] = ()
    min_amount: Amount | None = None
    max_amount: Amount | None = None
    vat_percent: Amount | None = None

    @model_validator(mode="after")
    def _can_be_computed(self) -> Tariff:
        ceilings = [step.ceiling for step in self.steps]
        if self.steps and (ceilings[-1] is not None or None in ceilings[:-1]):
            raise problem(
                "sista steget, och bara det, ska sakna gräns",
                "Skriv det sista steget med enbart amount, så att varje kommun har en avgift",
            )
        limits = [c for c in ceilings if c is not None]
        if limits != sorted(set(limits)):
            raise problem("stegens gränser stiger inte", "Skriv stegen med lägst gräns först")
        for low, high, name in (
            (self.min_inhabitants, self.max_inhabitants, "inhabitants"),
            (self.min_amount, self.max_amount, "amount"),
        ):
            if low is not None and high is not None and low > high:
                raise problem(
                    f"min_{name} är större än max_{name}", "Låt golvet vara högst lika med taket"
                )
        return self

    def amount(self, inhabitants: int) -> Decimal:
        """The fee in the tariff's currency, before VAT, rounded half up to öre."""
        paid_for = max(inhabitants, self.min_inhabitants or 0)
        if self.max_inhabitants is not None:
            paid_for = min(paid_for, self.max_inhabitants)
        total = (self.fixed or Decimal(0)) + (self.per_inhabitant or Decimal(0)) * paid_for
        total += next((s.amount for s in self.steps if s.holds(inhabitants)), Decimal(0))
        if self.min_amount is not None:
            total = max(total, self.min_amount)
        if self.max_amount is not None:
            total = min(total, self.max_amount)
        return total.quantize(_ORE, ROUND_HALF_UP)

    def vat(self, inhabitants: int) -> Decimal:
        """The VAT on the fee, rounded half up to öre."""
        share = (self.vat_percent or Decimal(0)) / 100
        return (self.amount(inhabitants) * share).quantize(_ORE, ROUND_HALF_UP)


class Index(Model):
    """How a fee is adjusted in later years: a named series with one factor per year."""

    series: Text
    factors: dict[Year, Positive] = {}


class Fee(Tariff):
    """The fee a network asks of one kind of member from one year on.

    Without amounts and with `unknown: true` the rules are known to exist but not their figures;
    every sum that such a fee enters is unknown. `undated` says that the source tells no year:
    `year` is then the one it was read in.
    """

    year: Year
    member: MemberKind = "kommun"
    category: Slug | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "SEK"
    free: bool = False
    unknown: bool = False
    undated: bool = False
    parts: tuple[Tariff, ...] = ()
    one_off: Tariff | None = None
    index: Index | None = None
    note: Text | None = None
    source: Source

    @model_validator(mode="after")
    def _says_what_it_costs(self) -> Fee:
        says = [
            self.fixed is not None,
            self.per_inhabitant is not None,
            bool(self.steps),
            bool(self.parts),
        ]
        if sum([any(says), self.free, self.unknown]) != 1:
            raise problem(
                "avgiften ska antingen ha belopp, vara gratis (free) eller okänd (unknown)",
                "Ange fixed, per_inhabitant eller steps, eller skriv free: true eller "
                "unknown: true",
            )
        return self

    @property
    def all_parts(self) -> tuple[Tariff, ...]:
        """The fee's own amounts and every further part."""
        return (self, *self.parts)


class FeeAmount(Model):
    """What a member pays in one year; `net` and `vat` are None where the fee is not known."""

    net: Decimal | None
    vat: Decimal | None
    one_off: Decimal
    fee: Fee
    inhabitants: int
    factor: Decimal

    @property
    def known(self) -> bool:
        """Whether the amount could be computed."""
        return self.net is not None


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
    """What a member of this size pays, indexed where the fee states a factor for the year."""
    factor = Decimal(1)
    if fee.index and year in fee.index.factors:
        factor = fee.index.factors[year]
    one_off = fee.one_off.amount(inhabitants) if fee.one_off else Decimal("0.00")
    net: Decimal | None = None
    vat: Decimal | None = None
    if not fee.unknown:
        net = _sum(part.amount(inhabitants) * factor for part in fee.all_parts)
        vat = _sum(part.vat(inhabitants) * factor for part in fee.all_parts)
    return FeeAmount(
        net=net, vat=vat, one_off=one_off, fee=fee, inhabitants=inhabitants, factor=factor
    )


def _sum(amounts: Iterator[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0)).quantize(_ORE, ROUND_HALF_UP)
