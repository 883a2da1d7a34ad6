"""Numbers, shares and spans as Swedish text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import SupportsFloat

from natverkskollen.swedish.signs import HARD, MINUS

Figure = int | float | Decimal | Fraction


def half_up(value: Figure, decimals: int) -> Decimal:
    """A number rounded once, half up, to so many decimals; a negative one is tens, hundreds, …

    >>> half_up(Decimal("0.005"), 2), half_up(Fraction(2, 3), 0), int(half_up(76582, -2))
    (Decimal('0.01'), Decimal('1'), 76600)
    """
    # A quotient that does not end is never exactly a half, so dividing first is safe.
    return _decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: Figure, decimals: int | None = None) -> str:
    """A number with decimal comma and hard thousands space; all its own decimals by default."""
    exact = _decimal(value)
    if decimals is not None:
        exact = half_up(exact, decimals)
    elif exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    else:
        exact = exact.normalize()
    whole, _, rest = f"{abs(exact):,f}".partition(".")
    sign = MINUS if exact < 0 else ""
    return sign + whole.replace(",", HARD) + (f",{rest}" if rest else "")


def percent(share: Figure) -> str:
    """A share (0–1) in running text, in whole per cent: `31 procent`."""
    return f"{number(_decimal(share) * 100, 0)}{HARD}procent"


def span(low: Figure, high: Figure, decimals: int | None = None) -> str:
    """Two figures as an interval (`2–3`), or the one figure where they are the same."""
    first, last = number(low, decimals), number(high, decimals)
    return first if first == last else f"{first}–{last}"


def _decimal(value: Figure | SupportsFloat) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value if isinstance(value, Decimal) else Decimal(str(value))


def apart(value: Figure, *others: Figure) -> str:
    """A figure in as few decimals (none to six) as tell it from every other that it is not.

    >>> apart(Fraction(5951, 100), 60), apart(60, 60), apart(Decimal("59.4"), 60)
    ('59,5', '60', '59')
    """
    for decimals in range(6):
        text = number(value, decimals)
        if all(value == other or text != number(other, decimals) for other in others):
            return text
    return number(value, 6)
