"""The money of a decision between the file and the fields of the form: as typed, and as read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from natverkskollen.decisions.money import money_fault
from natverkskollen.editing.typed import Unclear, typed_figure, typed_text
from natverkskollen.model.decision import Money

MONEY = ("money_amount", "money_year", "money_from", "money_to", "money_yearly")


def money_fields(given: Money | str | None) -> dict[str, str | bool]:
    """Money on file as the form's fields hold it."""
    empty: dict[str, str | bool] = dict.fromkeys((*MONEY, "money_text"), "")
    if isinstance(given, Money):
        amount = f"{given.amount:f}".replace(".", ",")
        return {
            **empty,
            "money_amount": amount,
            "money_year": str(given.year),
            "money_from": given.from_ or "",
            "money_to": given.to,
            "money_yearly": given.yearly,
        }
    return {**empty, "money_yearly": True, "money_text": given or ""}


def read_money(typed: Mapping[str, str | bool], body: str) -> object:
    """The group of a file, the words that 0.1.0 had, or nothing; Unclear where it cannot be read.

    `typed` are the form's fields by their names, `body` is who decides.
    """

    def said(name: str) -> str:
        return typed_text(str(typed.get(name) or ""))

    words = said("money_text")
    if words:
        odd = money_fault(words, body)
        if odd:
            raise Unclear(f"{odd}.")
        return words
    amount, year, from_, to = (said(name) for name in MONEY[:4])
    if not (amount or to or from_):
        return None
    if not (amount and year and to):
        raise Unclear("Fyll i både belopp, år och vart pengarna går, eller töm alla tre.")
    figure = typed_figure(amount)
    if figure is None or figure <= 0:
        raise Unclear("Beloppet ska vara större än 0 kronor.")
    if not re.fullmatch(r"\d{4}", year):
        raise Unclear("Året skrivs med fyra siffror, till exempel 2027.")
    given: dict[str, Any] = {"amount": figure, "year": int(year), "to": to}
    if from_:
        given["from"] = from_
    return given if typed.get("money_yearly") else {**given, "yearly": False}
