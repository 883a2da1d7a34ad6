"""A fee that is a share of a sum of money, and the sums that a municipality states for it."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from natverkskollen.files.fields import Amount, Count, Model, Positive, Year, problem
from natverkskollen.model.source import Source

OwnSum = Literal["tax_base", "tax_income"]
NATIONAL = "national_tax_capacity"


class FeeShare(Model):
    """A share of a sum, in kronor per thousand.

    `of` names the sum: the municipality's own tax base (`tax_base`, skatteunderlag) or its tax
    income with the general grants (`tax_income`), which the evaluation states; or the mean tax
    capacity of the whole country per inhabitant (`national_tax_capacity`, medelskattekraft) times
    the member's inhabitants, which the network's rules state in `kronor_per_inhabitant`.
    `years_before` is how many years before the fee's year the sum is from; without it, the newest
    that is known.
    """

    per_mille: Positive
    of: Literal["national_tax_capacity", "tax_base", "tax_income"]
    kronor_per_inhabitant: Positive | None = None
    years_before: Count | None = None

    @model_validator(mode="after")
    def _has_its_sum(self) -> FeeShare:
        national = self.of == NATIONAL
        if national and self.kronor_per_inhabitant is None:
            raise problem(
                "medelskattekraften saknas",
                "Skriv kronor_per_inhabitant med rikets medelskattekraft i kronor per invånare",
            )
        if not national and self.kronor_per_inhabitant is not None:
            raise problem(
                f"kronor_per_inhabitant hör till {NATIONAL}, men of är {self.of}",
                "Ta bort kronor_per_inhabitant; kommunens egen summa står i utvärderingen",
            )
        return self


class FeeDiscount(Model):
    """A percentage off the whole sum for members with more than a number of inhabitants."""

    above: Count
    percent: Positive

    @model_validator(mode="after")
    def _leaves_something(self) -> FeeDiscount:
        if self.percent > 100:
            raise problem(
                f"rabatten är {self.percent} procent, mer än hela avgiften",
                "Skriv rabatten i procent, till exempel: percent: 10",
            )
        return self


class MunicipalSum(Model):
    """A sum of the municipality's own in one year that some fees are a share of, in kronor."""

    of: OwnSum
    year: Year
    kronor: Amount
    source: Source | None = None
