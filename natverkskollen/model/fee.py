"""What a network asks for a membership, as its own rules say it; `analysis/fee.py` counts it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from natverkskollen.files.fields import (
    Amount,
    Count,
    Model,
    Positive,
    Slug,
    Text,
    Year,
    YearKey,
    problem,
)
from natverkskollen.model.fee_share import FeeDiscount, FeeShare
from natverkskollen.model.fee_step import FeeStep
from natverkskollen.model.source import Source

MemberKind = Literal["kommun", "region"]


class FeePart(Model):
    """One part of a fee: fixed + per inhabitant (between a floor and a cap) + a step + a share.

    `min_inhabitants` and `max_inhabitants` bound the inhabitants that are paid for, `min_amount`
    and `max_amount` bound the resulting sum: two different things above and below the bounds. A
    discount comes off before the bounds; of several the one for the largest members holds.
    """

    title: Text | None = None
    fixed: Amount | None = None
    per_inhabitant: Amount | None = None
    min_inhabitants: Count | None = None
    max_inhabitants: Count | None = None
    steps: tuple[FeeStep, ...] = ()
    share: FeeShare | None = None
    discounts: tuple[FeeDiscount, ...] = ()
    min_amount: Amount | None = None
    max_amount: Amount | None = None
    vat_percent: Amount | None = None

    @model_validator(mode="after")
    def _can_be_computed(self) -> FeePart:
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


class FeeIndex(Model):
    """How a fee is adjusted in later years: a named series with one factor per year.

    A factor holds until a later one is stated, so a year without one is never cheaper in silence.
    """

    series: Text
    factors: dict[YearKey, Positive] = {}


class Fee(FeePart):
    """The fee a network asks of one kind of member from one year on.

    Its own `min_amount` and `max_amount` bound the sum of all its parts, a part's own bound that
    part. Without amounts and with `unknown: true` the rules are known to exist but not their
    figures; every sum that such a fee enters is unknown. `undated` says that the source tells no
    year: `year` is then the one it was read in. `population_years_before` is how many years before
    the fee's year the inhabitants are counted, at the end of the year; without it, whenever the
    evaluation says.
    """

    year: Year
    member: MemberKind = "kommun"
    category: Slug | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "SEK"
    free: bool = False
    unknown: bool = False
    undated: bool = False
    population_years_before: Count | None = None
    parts: tuple[FeePart, ...] = ()
    one_off: FeePart | None = None
    index: FeeIndex | None = None
    note: Text | None = None
    source: Source

    @model_validator(mode="after")
    def _says_what_it_costs(self) -> Fee:
        says = [
            self.fixed is not None,
            self.per_inhabitant is not None,
            bool(self.steps),
            self.share is not None,
            bool(self.parts),
        ]
        if sum([any(says), self.free, self.unknown]) != 1:
            raise problem(
                "avgiften ska antingen ha belopp, vara gratis (free) eller okänd (unknown)",
                "Ange fixed, per_inhabitant, steps eller share, eller skriv free: true eller "
                "unknown: true",
            )
        extra = sorted(_AMOUNTS & self.model_fields_set)
        if self.free and extra:
            raise problem(
                f"avgiften är gratis (free) men har också {', '.join(extra)}",
                "Ta bort beloppen, eller ta bort free: true",
            )
        if self.currency != "SEK" and any(part.share for part in (self, *self.parts)):
            raise problem(
                f"en andel (share) är av en summa i kronor, men currency är {self.currency}",
                "Ta bort raden currency",
            )
        if self.one_off and self.one_off.share:
            raise problem(
                "engångsbeloppet kan inte vara en andel (share)", "Skriv beloppet i fixed"
            )
        return self


_AMOUNTS = set(FeePart.model_fields) - {"title"} | {"parts", "index"}
