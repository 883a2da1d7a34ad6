"""What a share of a sum of money comes to, which sum that is, and both in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from natverkskollen.model.fee_share import FeeShare, MunicipalSum
from natverkskollen.swedish.money import in_currency
from natverkskollen.swedish.numbers import number

SUM_WORDS = {
    "tax_base": "skatteunderlag",
    "tax_income": "skatteintäkter och generella statsbidrag",
}
_DEFINITE = {
    "tax_base": "skatteunderlaget",
    "tax_income": "skatteintäkterna och de generella statsbidragen",
}
_MISSING = {"tax_base": "som inte är angivet", "tax_income": "som inte är angivna"}


@dataclass(frozen=True)
class Payer:
    """Who pays a fee in a year: its inhabitants, and the sums of its own that are known."""

    inhabitants: int
    year: int
    sums: Sequence[MunicipalSum] = ()


def sum_of(share: FeeShare, payer: Payer) -> MunicipalSum | None:
    """The payer's own sum that a share is of: of the year named, or the newest; None if unknown."""
    known = [each for each in payer.sums if each.of == share.of and each.year <= payer.year]
    if share.years_before is not None:
        known = [each for each in known if each.year == payer.year - share.years_before]
    return max(known, key=lambda each: each.year, default=None)


def share_amount(share: FeeShare, payer: Payer) -> Fraction | None:
    """What the share comes to, exact, in kronor; None where the sum it is of is not known."""
    if share.kronor_per_inhabitant is not None:
        whole = Fraction(share.kronor_per_inhabitant) * payer.inhabitants
    elif own := sum_of(share, payer):
        whole = Fraction(own.kronor)
    else:
        return None
    return Fraction(share.per_mille) * whole / 1000


def share_rule(share: FeeShare) -> str:
    """The rule in words: `0,4 promille av skatteunderlaget två år före`."""
    rate = f"{number(share.per_mille)} promille av "
    if share.kronor_per_inhabitant is not None:
        capacity = in_currency(number(share.kronor_per_inhabitant), "SEK")
        return f"{rate}medelskattekraften i riket ({capacity} per invånare) gånger antalet invånare"
    when = {None: "", 0: " samma år", 1: " året före", 2: " två år före"}
    lag = share.years_before
    return rate + _DEFINITE[share.of] + when.get(lag, f" {lag} år före")


def share_sum(share: FeeShare, payer: Payer) -> str:
    """The sum that was counted, in words: `0,4 promille × 6 500 000 000 kr (skatteunderlag 2023)`.

    Where the payer's sum is not known, what is missing.
    """
    rate = f"{number(share.per_mille)} promille"
    if share.kronor_per_inhabitant is not None:
        capacity = in_currency(number(share.kronor_per_inhabitant), "SEK")
        people = number(payer.inhabitants)
        return f"{rate} × {capacity} (medelskattekraft) × {people} invånare"
    own = sum_of(share, payer)
    if own:
        return f"{rate} × {in_currency(number(own.kronor), 'SEK')} ({_named(share, own.year)})"
    wanted = None if share.years_before is None else payer.year - share.years_before
    return f"{rate} av {_named(share, wanted)}, {_MISSING[share.of]}"


def _named(share: FeeShare, year: int | None) -> str:
    return f"{SUM_WORDS[share.of]}{f' {year}' if year else ''}"
