"""Whether two facts say the same: how far their figures and their days may lie apart."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.findings.finding import months_between
from natverkskollen.model.network import Fact

# Values further apart in time than this are a series and may well differ.
SAME_TIME_MONTHS = 6
# How much of the larger value two figures may differ by where one is rounded or they hold for
# different days: cirka 50 agrees with 51, cirka 100 does not agree with 90.
TOLERANCE = Decimal("0.05")


def agree(one: Fact, other: Fact) -> bool:
    """Whether two facts say the same, given how exact they are and when they hold."""
    if isinstance(one.value, str) or isinstance(other.value, str):
        return str(one.value).casefold() == str(other.value).casefold()
    if one.unit != other.unit or one.scale != other.scale:
        return True  # two measures are not one value; a mixed scale is its own finding
    exact = one.as_of == other.as_of and not (one.approximate or other.approximate)
    return close(one.value, other.value, Decimal(0) if exact else TOLERANCE)


def close(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    """Whether two figures differ by at most a share of the larger."""
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def same_time(one: Fact, other: Fact) -> bool:
    """Whether two facts hold for days so near each other that they ought to say the same."""
    first, last = sorted((one.as_of, other.as_of))
    return months_between(first, last) < SAME_TIME_MONTHS
