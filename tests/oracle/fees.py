"""What a network asks of a member in a year, exactly and rounded once to öre."""

from fractions import Fraction
from math import floor
from typing import Any

from tests.oracle.reading import Data


def ore(amount: Any) -> Fraction:
    """Half up to whole öre."""
    return Fraction(floor(Fraction(amount) * 100 + Fraction(1, 2)), 100)


def bounded(rule: Data, amount: Fraction) -> Fraction:
    """Between the floor and the cap of a rule."""
    amount = max(amount, Fraction(rule.get("min_amount") or 0))
    return amount if rule.get("max_amount") is None else min(amount, Fraction(rule["max_amount"]))


def share(rule: Data, people: int, sums: Data) -> Fraction:
    """Per mille of a sum; KeyError where the sum of that year is not known, or none is."""
    mine = {each["year"]: each["kronor"] for each in sums["own"] if each["of"] == rule["of"]}
    known = max((each for each in mine if each <= sums["year"]), default=None)
    wanted = sums["year"] - rule["years_before"] if "years_before" in rule else known
    own = rule.get("kronor_per_inhabitant")
    return Fraction(rule["per_mille"]) / 1000 * (people * Fraction(own) if own else mine[wanted])


def part(rule: Data, people: int, sums: Data) -> Fraction:
    """One part of a fee before its bounds."""
    paid = max(min(people, rule.get("max_inhabitants", people)), rule.get("min_inhabitants", 0))
    total = Fraction(rule.get("fixed") or 0) + Fraction(rule.get("per_inhabitant") or 0) * paid
    for step in rule.get("steps") or ():
        if people < step.get("below", step.get("up_to", people) + 1):
            total += Fraction(step["amount"])
            break
    total += share(rule["share"], people, sums) if "share" in rule else 0
    off = [(e["above"], e["percent"]) for e in rule.get("discounts") or () if e["above"] < people]
    return total * (100 - Fraction(max(off)[1] if off else 0)) / 100


def fee(
    network: Data, kind: str, category: str | None, people: int, year: int, own: Any = ()
) -> Any:
    """The fee in its own currency with that currency; None where it is not known."""
    mine = (kind, category)
    stated = [f for f in network["fees"] if (f.get("member", "kommun"), f.get("category")) == mine]
    rule = max((f for f in stated if f["year"] <= year), key=lambda f: f["year"], default=None)
    if rule is None or rule.get("unknown"):
        return None
    sums = {"own": own, "year": year}
    try:
        parts = [bounded(each, part(each, people, sums)) for each in rule.get("parts") or ()]
        amount = bounded(rule, part(rule, people, sums) + sum(parts, Fraction(0)))
    except KeyError:
        return None
    factors = (rule.get("index") or {}).get("factors") or {}
    known = [each for each in factors if each <= year]
    return ore(amount * Fraction(factors[max(known)] if known else 1)), rule.get("currency", "SEK")
