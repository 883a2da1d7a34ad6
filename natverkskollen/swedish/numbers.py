"""Numbers, shares and spans as Swedish text, and the numbers a person has typed."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import SupportsFloat

from natverkskollen.swedish.signs import HARD, MINUS

Figure = int | float | Decimal | Fraction


def number(value: Figure, decimals: int | None = None) -> str:
    """A number with decimal comma and hard thousands space; all its own decimals by default."""
    exact = _decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
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


def parse_figures(text: str) -> tuple[Decimal, Decimal] | None:
    """The number (`12,5`) or interval (`10–20`) a person typed, low first; None if neither.

    Comma and point are both decimal marks; spaces may part thousands. An interval may be
    written with a dash of any length.
    """
    parts = re.split(r"(?<=\d)\s*[-–—]\s*(?=\d)", text.strip())
    figures = [_parsed(part) for part in parts]
    if len(figures) > 2 or None in figures:
        return None
    known = [figure for figure in figures if figure is not None]
    return (min(known), max(known)) if known else None


def doubt(text: str) -> str:
    """What to ask about a number whose point may part thousands; empty where there is no doubt.

    >>> doubt("1.200").replace(HARD, " ")
    'Menar du 1 200 eller 1,2? Skriv talet utan punkt.'
    >>> doubt("0.125"), doubt("1.25"), doubt("1200")
    ('', '', '')
    """
    found = re.search(r"(?<![\d.,])[1-9]\d{0,2}(\.\d{3})+(?![\d.,])", text)
    if not found:
        return ""
    whole = number(Decimal(found[0].replace(".", "")))
    if found[0].count(".") > 1:
        return f"Menar du {whole}? Skriv talet utan punkter."
    return f"Menar du {whole} eller {number(Decimal(found[0]))}? Skriv talet utan punkt."


def _parsed(text: str) -> Decimal | None:
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))", "", text.strip())
    found = re.fullmatch(r"([-−]?)([0-9]{1,15})(?:[.,]([0-9]{1,6}))?", joined)
    if not found:
        return None
    sign = "-" if found[1] else ""
    return Decimal(f"{sign}{found[2]}.{found[3] or '0'}")
