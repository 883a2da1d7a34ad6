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
