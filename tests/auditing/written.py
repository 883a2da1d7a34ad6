"""Numbers as the papers write them, and back."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any


def said(value: Any, decimals: int | None = 0) -> str:
    """A number as the papers write it."""
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else None
    exact = Decimal(str(value)) if exact is None else exact
    if decimals is None and exact == exact.to_integral_value():
        decimals = 0
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, rest = f"{abs(exact):,f}".partition(".")
    rest = rest if decimals else rest.rstrip("0")
    return "−" * (exact < 0) + whole.replace(",", " ") + (f",{rest}" if rest else "")


def interval(low: Any, high: Any, decimals: int | None = 0) -> str:
    """Two numbers, or one where they are written the same."""
    first, last = said(low, decimals), said(high, decimals)
    return first if first == last else f"{first}–{last}"


def parsed(text: str) -> Fraction:
    """The number that is written."""
    return Fraction(text.replace(" ", "").replace(",", ".").replace("−", "-"))


def half(text: str) -> Fraction:
    """Half a unit of the last decimal of a written number."""
    return Fraction(1, 2 * 10 ** len(text.partition(",")[2]))
