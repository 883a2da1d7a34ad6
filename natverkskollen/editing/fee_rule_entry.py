"""The rule of a fee as it is typed: fixed, per inhabitant, by steps, as a share, or free."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from natverkskollen.editing.typed import (
    Entry,
    Unclear,
    typed_amount,
    typed_pair,
    typed_text,
    typed_year,
    unread,
)
from natverkskollen.model.fee_share import NATIONAL, OwnSum

FIXED, PER_HEAD, STEPS, SHARE = "fast", "per-invanare", "steg", "andel"
FREE, UNKNOWN = "gratis", "okand"
KINDS = {
    FIXED: "Ett fast belopp",
    PER_HEAD: "Ett belopp per invånare",
    STEPS: "Efter storlek, i steg",
    SHARE: "En andel av skatteunderlag eller skatteintäkter, i promille",
    FREE: "Det är gratis",
    UNKNOWN: "Vi vet inte ännu",
}
_STEP = "10 000: 5 100"
REST = ("fler", "annars", "övriga")


@dataclass(frozen=True)
class FeeFields:
    """The fields as they are typed. Which of them count follows from `kind`.

    `fixed` is the fixed amount or the fixed part, `steps` has one step a row: the most inhabitants
    and the amount, the last row for those with more. `years_before` is empty for the population
    that is known, and `sum_before` for the newest sum that `per_mille` is a share of; `capacity` is
    the mean tax capacity where it is of that. `discount_percent` comes off for members with more
    than `discount_above` inhabitants. `document` is the bill or page, `found`
    where it is kept, `quote` its words.
    """

    kind: str = FIXED
    year: str = ""
    member: str = "kommun"
    fixed: str = ""
    per_inhabitant: str = ""
    min_amount: str = ""
    max_amount: str = ""
    max_inhabitants: str = ""
    steps: str = ""
    per_mille: str = ""
    share_of: OwnSum | Literal["national_tax_capacity"] = "tax_income"
    capacity: str = ""
    sum_before: str = ""
    discount_above: str = ""
    discount_percent: str = ""
    vat_percent: str = ""
    currency: str = "SEK"
    years_before: str = ""
    document: str = ""
    found: str = ""
    quote: str = ""


def counts_people(kind: str, share_of: str) -> bool:
    """Whether a fee of a kind is counted on the number of inhabitants."""
    return kind in (PER_HEAD, STEPS) or (kind == SHARE and share_of == NATIONAL)


def rule_from(entry: Entry, fields: FeeFields) -> dict[str, Any]:
    """The rule as a file would hold it; what is wrong is kept in the entry by the field's name."""
    read = entry.read
    rule: dict[str, Any] = {
        "year": read("year", typed_year, fields.year, "Skriv vilket år avgiften gäller från.")
    }
    rule["member"] = fields.member
    if fields.kind == FREE:
        return {**rule, "free": True}
    amounts = ["vat_percent", "min_amount", "max_amount"]
    if fields.kind == FIXED:
        amounts = ["vat_percent"]
        told = "Skriv beloppet, till exempel 30 000."
        rule["fixed"] = read("fixed", typed_amount, fields.fixed, told)
    if fields.kind == PER_HEAD:
        told = "Skriv beloppet per invånare i kronor, till exempel 0,30 för 30 öre."
        rule["per_inhabitant"] = read("per_inhabitant", typed_amount, fields.per_inhabitant, told)
        rule["fixed"] = read("fixed", typed_amount, fields.fixed)
        rule["max_inhabitants"] = read("max_inhabitants", _whole, fields.max_inhabitants)
    if fields.kind == STEPS:
        rule["steps"] = read("steps", _steps, fields.steps)
    if fields.kind == SHARE:
        rule["share"] = _share(entry, fields)
        rule["fixed"] = read("fixed", typed_amount, fields.fixed)
    if fields.kind != FIXED:
        rule["discounts"] = _discounts(entry, fields)
    for name in amounts:
        rule[name] = read(name, typed_amount, getattr(fields, name))
    if (rule.get("min_amount") or 0) > (rule.get("max_amount") or rule.get("min_amount") or 0):
        entry.wrong["min_amount"] = "Den lägsta avgiften är större än den högsta."
    rule["currency"] = "SEK" if fields.kind == SHARE else fields.currency
    if counts_people(fields.kind, fields.share_of) and fields.years_before:
        rule["population_years_before"] = int(fields.years_before)
    return {key: value for key, value in rule.items() if value is not None}


def _share(entry: Entry, fields: FeeFields) -> dict[str, Any]:
    told = "Skriv andelen i promille, till exempel 0,4."
    found: dict[str, Any] = {"of": fields.share_of}
    found["per_mille"] = entry.read("per_mille", _positive, fields.per_mille, told)
    if fields.share_of == NATIONAL:
        told = "Skriv medelskattekraften i kronor per invånare, till exempel 256 000."
        found["kronor_per_inhabitant"] = entry.read("capacity", _positive, fields.capacity, told)
    if fields.sum_before:
        found["years_before"] = int(fields.sum_before)
    return found


def _discounts(entry: Entry, fields: FeeFields) -> tuple[dict[str, Any], ...] | None:
    if not (fields.discount_above.strip() or fields.discount_percent.strip()):
        return None
    told = "Skriv rabatten i procent, till exempel 10."
    percent = entry.read("discount_percent", _positive, fields.discount_percent, told)
    if percent is not None and percent > 100:
        entry.wrong["discount_percent"] = "Rabatten kan inte vara mer än 100 procent."
    told = "Skriv hur många invånare rabatten gäller över, till exempel 200 000."
    return (
        {
            "above": entry.read("discount_above", _whole, fields.discount_above, told),
            "percent": percent,
        },
    )


def _positive(text: str, missing: str) -> Decimal:
    figure = typed_amount(text, missing)
    if not figure:
        raise Unclear("Talet ska vara större än noll.")
    return figure


def _whole(text: str, missing: str = "") -> int | None:
    figure = typed_amount(text, missing)
    if figure is not None and figure % 1:
        raise Unclear("Antalet invånare ska vara ett heltal.")
    return None if figure is None else int(figure)


def _steps(text: str) -> tuple[dict[str, Any], ...]:
    rows = [row for row in typed_text(text).splitlines() if row.strip()]
    if not rows:
        raise Unclear(
            "Skriv ett steg per rad, till exempel 10 000: 5 100. Sista raden: fler: 9 300"
        )
    found = [_step(row) for row in rows]
    limits = [step["up_to"] for step in found if "up_to" in step]
    if len(limits) != len(found) - 1 or "up_to" in found[-1]:
        raise Unclear("Sista raden, och bara den, ska gälla de övriga: fler: 9 300.")
    if limits != sorted(set(limits)):
        raise Unclear("Skriv stegen med lägst antal invånare först.")
    return tuple(found)


def _step(row: str) -> dict[str, Any]:
    """One step a row: the most inhabitants and the amount, or the amount for those with more."""
    limit, amount = typed_pair(row, _STEP)
    if limit.casefold() in REST:
        return {"amount": amount}
    try:
        people = _whole(limit)
    except Unclear:
        people = None
    if people is None:
        raise unread(row, _STEP)
    return {"up_to": people, "amount": amount}
