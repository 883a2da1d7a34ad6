"""What the yearly report of the memberships says first: how many, what they cost and gave."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.register.use import hours_words
from natverkskollen.analysis.register.yearly import YearReport, YearRow
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.words import capital, counted, listed

_MOST_NAMED = 6


def summary_words(found: YearReport, name: str) -> str:
    """The sentences that the report begins with; `name` is the municipality's."""
    many = counted(len(found.rows), "ett medlemskap", "medlemskap")
    one = len(found.rows) == 1
    told = [f"{name} hade {many} {found.year}."]
    if found.total:
        cost = "Det kostade" if one else "De kostade tillsammans"
        told.append(f"{cost} {kronor(found.total)}.")
    if found.before:
        told.append(_change(found.total - found.before, found.year - 1))
    if found.unpaid and found.total:
        told.append(f"{_names(found.unpaid)} ingår inte, eftersom ingen faktura är inskriven.")
    them = "det" if one else "dem"
    used = f"Förvaltningen använde {them} {counted(found.occasions, 'en gång', 'gånger')}"
    hours = f" och lade {hours_words(found.hours)} på det" if found.hours else ""
    unsaid = f"Inget är skrivet om hur {'det' if one else 'de'} användes."
    told.append(f"{used}{hours}." if found.occasions else unsaid)
    if found.unused and found.occasions:
        told.append(f"{_names(found.unused)} användes inte enligt loggen.")
    if found.to_evaluate:
        told.append(f"{_names(found.to_evaluate)} bör utvärderas.")
    return " ".join(told)


def _change(more: Decimal, year: int) -> str:
    if not more:
        return f"Kostnaden är densamma som {year}."
    return f"Det är {kronor(abs(more))} {'mer' if more > 0 else 'mindre'} än {year}."


def _names(rows: tuple[YearRow, ...]) -> str:
    """Which they are, as a sentence begins; how many, where the names would be a list."""
    if len(rows) > _MOST_NAMED:
        return capital(counted(len(rows), "ett medlemskap", "medlemskap"))
    return listed([each.row.name for each in rows])
