"""What fees are counted on beside the population, as it is typed: read, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from natverkskollen.editing.fee_grounds import SUMS, day_of
from natverkskollen.editing.typed import (
    Entry,
    Unclear,
    typed_amount,
    typed_day,
    typed_pair,
    typed_year,
    unread,
)
from natverkskollen.store import Change
from natverkskollen.store.plain_data import plain, same

_ROW = "2024: 6 500 000 000"


def grounds_changes(
    entry: Entry, typed: Mapping[str, str], seen: Mapping[str, Any], needed: tuple[str, ...]
) -> tuple[Change, ...]:
    """What is to be saved; none with what is wrong kept in the entry by the field's name.

    A sum that is unchanged keeps its source, and what is not asked for stays as it is.
    """
    sums = [each for each in seen["sums"] if each["of"] not in needed]
    rates = [each for each in seen["rates"] if each["currency"] not in needed]
    for name in needed:
        if name in SUMS:
            rows = entry.read(name, _years, typed[name]) or {}
            made = [{"of": name, "year": y, "kronor": amount} for y, amount in rows.items()]
            sums += [_kept(plain(each), seen["sums"]) for each in made]
        elif rate := _rate(entry, name, typed):
            rates.append(rate)
    if entry.wrong:
        return ()
    wanted = (
        (("evaluation", "municipality", "sums"), seen["sums"], tuple(sums)),
        (("evaluation", "exchange_rates"), seen["rates"], tuple(rates)),
    )
    return tuple(
        Change(path, old, new) for path, old, new in wanted if not same(plain(old), plain(new))
    )


def _kept(made: dict[str, Any], old: Any) -> dict[str, Any]:
    return next((each for each in old if made.items() <= each.items()), made)


def _years(text: str) -> dict[int, Decimal]:
    """A year and an amount a row: `2024: 6 500 000 000`."""
    found: dict[int, Decimal] = {}
    for row in filter(str.strip, text.splitlines()):
        when, amount = typed_pair(row, _ROW)
        try:
            year = typed_year(when, "")
        except Unclear:
            raise unread(row, _ROW) from None
        if year in found:
            raise Unclear(f"Året {year} står två gånger. Behåll den ena raden.")
        found[year] = amount
    return found


def _rate(entry: Entry, currency: str, typed: Mapping[str, str]) -> dict[str, Any] | None:
    day_name = day_of(currency)
    if not (typed[currency].strip() or typed[day_name].strip()):
        return None
    told = "Skriv vad en enhet kostar i kronor, till exempel 11,45."
    kronor = entry.read(currency, typed_amount, typed[currency], told)
    day: date | None = entry.read(day_name, typed_day, typed[day_name], "Skriv kursens dag.")
    if kronor == 0:
        entry.wrong[currency] = told
    return {"currency": currency, "kronor": kronor, "date": day.isoformat() if day else None}
