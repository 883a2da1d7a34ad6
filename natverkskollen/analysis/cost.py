"""What a membership costs in a year and over several, line by line; unknown stays unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from natverkskollen.model.evaluation import Evaluation, Membership, QuotedFee
from natverkskollen.model.network import Network
from natverkskollen.model.tariff import FeeAmount, Tariff, applicable_fee, fee_amount
from natverkskollen.swedish.money import kr
from natverkskollen.swedish.numbers import number


@dataclass(frozen=True)
class CostLine:
    """One part of the yearly cost in kronor (None: not known), its basis and who says so."""

    label: str
    amount: Decimal | None
    basis: str
    who: str = ""


@dataclass(frozen=True)
class MembershipCost:
    """A membership's cost in one year; `total` is None where any line is unknown.

    `quoted_gap` is the quoted fee less the computed one, where both are known. `beside` is what
    is shown apart and is not in the total: VAT, which a municipality gets back, and what is paid
    once at entry.
    """

    lines: tuple[CostLine, ...]
    total: Decimal | None
    per_inhabitant: Decimal | None
    fee: Decimal | None
    computed: FeeAmount | None
    quoted: QuotedFee | None
    quoted_gap: Decimal | None
    beside: tuple[CostLine, ...] = ()


def membership_cost(
    evaluation: Evaluation, membership: Membership, network: Network
) -> MembershipCost:
    """The yearly cost of one membership by the facts of the network and the evaluation."""
    fee_line, computed = _fee_line(evaluation, membership, network)
    lines = (fee_line, *_own_lines(evaluation, membership))
    known = [line.amount for line in lines if line.amount is not None]
    total = sum(known, Decimal(0)) if len(known) == len(lines) else None
    inhabitants = evaluation.municipality.inhabitants
    quoted = membership.quoted_fee
    gap = quoted.amount - fee_line.amount if quoted and fee_line.amount is not None else None
    return MembershipCost(
        lines=lines,
        total=total,
        per_inhabitant=_ore(total / inhabitants) if total is not None and inhabitants else None,
        fee=fee_line.amount,
        computed=computed,
        quoted=quoted,
        quoted_gap=gap,
        beside=_beside(membership, computed, fee_line.who),
    )


def _beside(membership: Membership, computed: FeeAmount | None, who: str) -> tuple[CostLine, ...]:
    """VAT and one-off amounts by the network's rules; nothing where the fee was entered by hand."""
    if computed is None or membership.entered_fee or computed.fee.currency != "SEK":
        return ()
    lines = []
    if computed.vat:
        lines.append(CostLine("Moms", computed.vat, "Kommunen får tillbaka momsen.", who))
    if computed.one_off:
        lines.append(CostLine("Engångsbelopp", computed.one_off, "Betalas bara vid inträde.", who))
    return tuple(lines)


def _fee_line(
    evaluation: Evaluation, membership: Membership, network: Network
) -> tuple[CostLine, FeeAmount | None]:
    label = "Medlemsavgift"
    who = evaluation.municipality
    fee = applicable_fee(network.fees, evaluation.year, who.kind, membership.category)
    computed = fee_amount(fee, who.inhabitants, evaluation.year) if fee else None
    entered = membership.entered_fee
    if entered:
        basis = f"{entered.note} ({entered.year})"
        return CostLine(label, _ore(entered.amount), basis, who.name), computed
    if computed is None:
        basis = f"okänt: ingen avgift för {who.kind} till och med {evaluation.year} i underlaget"
        return CostLine(label, None, basis), None
    if computed.fee.currency != "SEK":
        basis = f"okänt: avgiften anges i {computed.fee.currency}, ange vad ni betalar i kronor"
        return CostLine(label, None, basis, network.short), computed
    said = f"{network.short}, {network.document(computed.fee.source.document).title}"
    return CostLine(label, computed.net, fee_words(computed), said), computed


def _own_lines(evaluation: Evaluation, membership: Membership) -> list[CostLine]:
    lines = []
    who = evaluation.municipality.name
    hours, hourly = membership.hours_per_year, evaluation.hourly_cost
    if hours is not None and hourly is not None:
        basis = f"{number(hours)} timmar à {kr(hourly.amount)} ({hourly.note})"
        lines.append(CostLine("Arbetstid", _ore(hours * hourly.amount), basis, who))
    for label, amount in (("Resor", membership.travel_sek), ("Övrigt", membership.other_sek)):
        if amount is not None:
            basis = membership.cost_note or "angivet i utvärderingen"
            lines.append(CostLine(label, _ore(amount), basis, who))
    return lines


def fee_words(computed: FeeAmount) -> str:
    """How a fee was counted, so that a reader can do the sum again."""
    fee = computed.fee
    stated = f"enligt nätverkets regler för {fee.year}"
    if fee.undated:
        stated = f"enligt nätverkets odaterade regler, lästa {fee.year}"
    if fee.unknown:
        return f"okänt: beloppen saknas i underlaget, {stated}"
    if fee.free:
        return f"ingen avgift, {stated}"
    words = " + ".join(filter(None, (_part_words(p, computed.inhabitants) for p in fee.all_parts)))
    if computed.factor != 1:
        words = f"({words}) × {number(computed.factor)}"
    return f"{words}, {stated}"


def _part_words(part: Tariff, inhabitants: int) -> str:
    terms = []
    if part.fixed is not None:
        terms.append(f"{number(part.fixed)} kr")
    if part.per_inhabitant is not None:
        paid_for = max(inhabitants, part.min_inhabitants or 0)
        paid_for = min(paid_for, part.max_inhabitants or paid_for)
        terms.append(f"{_rate(part.per_inhabitant)} kr × {number(paid_for)} invånare")
    terms += [
        f"{number(step.amount)} kr (storleksklass)"
        for step in part.steps
        if step.holds(inhabitants)
    ][:1]
    words = " + ".join(terms)
    for bound, name in ((part.min_amount, "lägst"), (part.max_amount, "högst")):
        if bound is not None:
            words += f", {name} {number(bound)} kr"
    return words


def _rate(amount: Decimal) -> str:
    """A small amount of money with at least two decimals, or none: `0,30`, `0,045`, `1`."""
    exact = amount.normalize()
    decimals = -int(exact.as_tuple().exponent)
    return number(exact, max(decimals, 2)) if decimals > 0 else number(exact)


def _ore(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


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
