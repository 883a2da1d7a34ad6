"""Amounts of money as Swedish text."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.swedish.numbers import Figure, number
from natverkskollen.swedish.signs import HARD


def kronor(amount: Figure) -> str:
    """Money in running text, in whole kronor: `38 291 kronor`."""
    return f"{number(amount, 0)}{HARD}kronor"


def kr(amount: Figure) -> str:
    """Money in a table, to the öre: `38 291,20 kr`."""
    return f"{number(amount, 2)}{HARD}kr"


def ore_or_kronor(amount: Decimal) -> str:
    """A small amount in running text: in öre under a krona where these are whole.

    >>> [ore_or_kronor(Decimal(n)).replace(HARD, " ") for n in ("0.30", "1", "1.5", "0.045", "12")]
    ['30 öre', '1 krona', '1,50 kronor', '0,045 kronor', '12 kronor']
    """
    exact = amount.normalize()
    ore = exact * 100
    if exact < 1 and ore == ore.to_integral_value():
        return f"{number(ore)}{HARD}öre"
    if exact == 1:
        return f"1{HARD}krona"
    if exact == exact.to_integral_value():
        return kronor(exact)
    return f"{number(exact, max(2, -int(exact.as_tuple().exponent)))}{HARD}kronor"


_CURRENCIES = {
    "SEK": "kr",
    "EUR": "euro",
    "NOK": "norska kronor",
    "DKK": "danska kronor",
    "ISK": "isländska kronor",
    "GBP": "brittiska pund",
    "USD": "amerikanska dollar",
    "CHF": "schweiziska franc",
}


def currency_word(code: str) -> str:
    """What a currency is called after an amount, by its ISO 4217 code; the code where unknown."""
    return _CURRENCIES.get(code, code)


def in_currency(amount: str, code: str) -> str:
    """A written amount with its currency, never kr behind another: `1 310 euro`.

    >>> in_currency("550", "SEK"), in_currency("1310", "EUR")
    ('550\\xa0kr', '1310\\xa0euro')
    """
    return f"{amount}{HARD}{currency_word(code)}"
