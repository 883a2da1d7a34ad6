"""How a value and a sum are written in JSON."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.fee import ore


def rounded(value: Fraction | None) -> float | None:
    """A value with at most four decimals; null where it is not known."""
    return None if value is None else round(float(value), 4)


def money(amount: Decimal | Fraction | None) -> str | None:
    """A sum as text in whole öre, so that no reader makes a float of it; null where not known."""
    return None if amount is None else f"{ore(amount):.2f}"
