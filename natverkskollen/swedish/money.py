"""Amounts of money as Swedish text."""

from __future__ import annotations

from natverkskollen.swedish.numbers import Figure, number
from natverkskollen.swedish.signs import HARD


def kronor(amount: Figure) -> str:
    """Money in running text, in whole kronor: `38 291 kronor`."""
    return f"{number(amount, 0)}{HARD}kronor"


def kr(amount: Figure) -> str:
    """Money in a table, to the öre: `38 291,20 kr`."""
    return f"{number(amount, 2)}{HARD}kr"


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
