"""What a membership costs over several years, and how its fee has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from natverkskollen.analysis.cost import MembershipCost, membership_cost
from natverkskollen.model.evaluation import Evaluation, Membership
from natverkskollen.model.network import Network
from natverkskollen.model.tariff import FeeAmount, fee_amount

YEARS = 4


@dataclass(frozen=True)
class YearCost:
    """The cost in one year, with what is paid once in it; None where a part is not known."""

    year: int
    cost: MembershipCost
    one_off: Decimal
    total: Decimal | None


def cost_over_years(
    evaluation: Evaluation, membership: Membership, network: Network, years: int = YEARS
) -> tuple[YearCost, ...]:
    """The cost year by year from the fee year on, by the rules and the population known today.

    What is paid once at entry counts in the first year of a membership that is applied for.
    """
    applies = any(
        decision.network == network.id and decision.outcome == "apply"
        for decision in evaluation.decisions
    )
    found = []
    for year in range(evaluation.year, evaluation.year + years):
        that_year = evaluation.model_copy(update={"fee_year": year})
        cost = membership_cost(that_year, membership, network)
        once = Decimal(0)
        if applies and year == evaluation.year and cost.computed:
            once = cost.computed.one_off
        total = cost.total + once if cost.total is not None else None
        found.append(YearCost(year, cost, once, total))
    return tuple(found)


def whole_cost(years: Sequence[YearCost]) -> Decimal | None:
    """The cost of all the years together; None where one of them is not known."""
    return sum_known([each.total for each in years])


def sum_known(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum, or None where any amount is unknown: never a sum that leaves something out."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def per_head(amount: Decimal | None, inhabitants: int) -> Decimal | None:
    """An amount per inhabitant, rounded half up to öre; None where it is not known."""
    if amount is None or not inhabitants:
        return None
    return (amount / inhabitants).quantize(Decimal("0.01"), ROUND_HALF_UP)


def fee_history(
    evaluation: Evaluation, membership: Membership, network: Network
) -> tuple[FeeAmount, ...]:
    """What each stated fee would be for the municipality of today, oldest rules first."""
    who = evaluation.municipality
    stated = [
        fee
        for fee in network.fees
        if fee.member == who.kind and fee.category == membership.category
    ]
    return tuple(
        fee_amount(fee, who.inhabitants) for fee in sorted(stated, key=lambda fee: fee.year)
    )
