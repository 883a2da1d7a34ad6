"""What a membership costs in a year, line by line, exactly and rounded once to öre."""

from fractions import Fraction

from tests.oracle.fees import fee, ore
from tests.oracle.reading import Data, Folder


def lines(folder: Folder, membership: Data, work: bool = True) -> list[Fraction | None]:
    """Every line of the yearly cost in kronor; None where one is not known."""
    case, town = folder.case, folder.case["municipality"]
    entered, hourly = membership.get("entered_fee"), case.get("hourly_cost")
    network, kind = folder.networks[membership["network"]], town.get("kind", "kommun")
    who = (membership.get("category"), town["inhabitants"], folder.year, town.get("sums") or ())
    known = fee(network, kind, *who)
    rates = {"SEK": 1} | {e["currency"]: e["kronor"] for e in case.get("exchange_rates") or ()}
    priced = ore(known[0] * Fraction(rates[known[1]])) if known and known[1] in rates else None
    found = [ore(entered["amount"]) if entered else priced]
    if membership.get("hours_per_year") is not None and hourly and work:
        found.append(ore(Fraction(membership["hours_per_year"]) * Fraction(hourly["amount"])))
    own = [key for key in ("travel_sek", "other_sek") if membership.get(key) is not None]
    return found + [ore(membership[key]) for key in own]
