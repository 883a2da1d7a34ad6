"""What a year of a membership costs, as one sentence of the chart and of the committee's page."""

from __future__ import annotations

from decimal import Decimal

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.swedish.money import kronor
from natverkskollen.swedish.words import listed

FREE = "ingen avgift"


def year_cost(found: NetworkResult) -> str:
    """What a year costs, or would cost, as far as it is known, without a capital or a stop.

    What is known in another currency is told in it, and where nothing is paid there is no fee.
    """
    cost = found.cost
    if cost.total == 0:
        return FREE
    said = [line.said for line in cost.lines if line.amount is None and line.said]
    amounts = [*([kronor(cost.known)] if cost.known else []), *said]
    if not amounts:
        return "kostnaden är okänd"
    would = "" if found.member else "skulle kosta "
    partly = any(line.amount is None and not line.said for line in cost.lines)
    least = "minst " if partly else cost.least
    rest = ", resten är okänt" if partly else ""
    return f"{would}{least}{listed(amounts)} per år{rest}"


def amount_or_free(amount: Decimal) -> str:
    """A sum in kronor, or that nothing is paid."""
    return kronor(amount) if amount else FREE
