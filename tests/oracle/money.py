"""What a membership costs in a year, exactly and rounded once to öre."""

from fractions import Fraction
from math import floor
from typing import Any

from tests.oracle.reading import Data, Folder


def ore(amount: Any) -> Fraction:
    """Half up to whole öre."""
    return Fraction(floor(Fraction(amount) * 100 + Fraction(1, 2)), 100)


def bounded(rule: Data, amount: Fraction) -> Fraction:
    """Between the floor and the cap of a rule."""
    amount = max(amount, Fraction(rule.get("min_amount") or 0))
    return amount if rule.get("max_amount") is None else min(amount, Fraction(rule["max_amount"]))


def part(rule: Data, people: int) -> Fraction:
    """One part of a fee before its bounds."""
    paid = max(min(people, rule.get("max_inhabitants", people)), rule.get("min_inhabitants", 0))
    total = Fraction(rule.get("fixed") or 0) + Fraction(rule.get("per_inhabitant") or 0) * paid
    for step in rule.get("steps") or ():
        if people < step.get("below", step.get("up_to", people) + 1):
            return total + Fraction(step["amount"])
    return total


def fee(network: Data, kind: str, category: str | None, people: int, year: int) -> Any:
    """The fee in its own currency with that currency; None where it is not known."""
    mine = (kind, category)
    stated = [f for f in network["fees"] if (f.get("member", "kommun"), f.get("category")) == mine]
    rule = max((f for f in stated if f["year"] <= year), key=lambda f: f["year"], default=None)
    if rule is None or rule.get("unknown"):
        return None
    parts = (bounded(each, part(each, people)) for each in rule.get("parts") or ())
    amount = bounded(rule, part(rule, people) + sum(parts, Fraction(0)))
    factors = (rule.get("index") or {}).get("factors") or {}
    known = [each for each in factors if each <= year]
    return ore(amount * Fraction(factors[max(known)] if known else 1)), rule.get("currency", "SEK")


def lines(folder: Folder, membership: Data, work: bool = True) -> list[Fraction | None]:
    """Every line of the yearly cost in kronor; None where one is not known."""
    case, town = folder.case, folder.case["municipality"]
    entered, hourly = membership.get("entered_fee"), case.get("hourly_cost")
    network, kind = folder.networks[membership["network"]], town.get("kind", "kommun")
    known = fee(network, kind, membership.get("category"), town["inhabitants"], folder.year)
    rates = {"SEK": 1} | {e["currency"]: e["kronor"] for e in case.get("exchange_rates") or ()}
    priced = ore(known[0] * Fraction(rates[known[1]])) if known and known[1] in rates else None
    found = [ore(entered["amount"]) if entered else priced]
    if membership.get("hours_per_year") is not None and hourly and work:
        found.append(ore(Fraction(membership["hours_per_year"]) * Fraction(hourly["amount"])))
    own = [key for key in ("travel_sek", "other_sek") if membership.get(key) is not None]
    return found + [ore(membership[key]) for key in own]
