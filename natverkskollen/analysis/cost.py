"""What a membership costs in a year and over several, line by line; unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from natverkskollen.analysis.fee import FeeAmount, applicable_fee, fee_amount, fee_words, ore
from natverkskollen.analysis.population import fee_for
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.membership import Membership, QuotedFee
from natverkskollen.model.network import Network
from natverkskollen.model.outcome import KINDS
from natverkskollen.swedish.money import in_currency, kr
from natverkskollen.swedish.numbers import number

HOURS = "Arbetstid"  # the line of staff time


@dataclass(frozen=True)
class CostLine:
    """One part of the yearly cost in kronor (None: not known), its basis and who says so.

    `said` is the amount as it is known where it is not in kronor: `1 000 euro`.
    """

    label: str
    amount: Decimal | None
    basis: str
    who: str = ""
    said: str = ""


@dataclass(frozen=True)
class MembershipCost:
    """A membership's cost in one year; `total` is None where any line is unknown.

    `per_inhabitant` is exact and rounded only where it is written; so is `outlay_per_inhabitant`,
    which is without working hours. `quoted_gap` is the quoted fee
    less the computed one, where both are known. `beside` is what is shown apart and is not in the
    total: VAT, which a municipality gets back, and what is paid once at entry. Where
    `hours_counted` is false the working hours are not in it, and it is the least the cost can be.
    """

    lines: tuple[CostLine, ...]
    total: Decimal | None
    per_inhabitant: Fraction | None
    fee: Decimal | None
    computed: FeeAmount | None
    quoted: QuotedFee | None
    quoted_gap: Decimal | None
    beside: tuple[CostLine, ...] = ()
    hours_counted: bool = True
    outlay_per_inhabitant: Fraction | None = None

    @property
    def least(self) -> str:
        """What stands before the cost where it may be more: the working hours are not in it."""
        return least((self,))

    @property
    def known(self) -> Decimal:
        """What is known of the yearly cost, in kronor."""
        return sum((line.amount for line in self.lines if line.amount is not None), Decimal(0))


def least(costs: Iterable[MembershipCost]) -> str:
    """What stands before a sum of costs where it may be more: `minst `, or nothing."""
    return "" if all(cost.hours_counted for cost in costs) else "minst "


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
        per_inhabitant=per_head(total, inhabitants),
        fee=fee_line.amount,
        computed=computed,
        quoted=quoted,
        quoted_gap=gap,
        beside=_beside(membership, computed, fee_line.who),
        hours_counted=membership.hours_per_year is not None,
        outlay_per_inhabitant=per_head(_outlay(lines), inhabitants),
    )


def _beside(membership: Membership, computed: FeeAmount | None, who: str) -> tuple[CostLine, ...]:
    """VAT and one-off amounts by the network's rules; nothing where the fee was entered by hand."""
    if computed is None or membership.entered_fee or computed.fee.currency != "SEK":
        return ()
    lines = []
    if computed.vat:
        lines.append(CostLine("Moms", computed.vat, "Momsen betalas tillbaka av staten.", who))
    if computed.one_off:
        lines.append(CostLine("Engångsbelopp", computed.one_off, "Betalas bara vid inträde.", who))
    return tuple(lines)


def _fee_line(
    evaluation: Evaluation, membership: Membership, network: Network
) -> tuple[CostLine, FeeAmount | None]:
    label = "Medlemsavgift"
    who = evaluation.municipality
    fee = applicable_fee(network.fees, evaluation.year, who.kind, membership.category)
    computed = fee_for(who, fee, evaluation.year) if fee else None
    entered = membership.entered_fee
    if entered:
        basis = f"{entered.note} ({entered.year})"
        return CostLine(label, ore(entered.amount), basis, who.name), computed
    if computed is None:
        basis = f"okänt: ingen avgift för {who.kind} till och med {evaluation.year} i underlaget"
        return CostLine(label, None, basis), None
    who_says = f"{network.short}, {network.document(computed.fee.source.document).title}"
    if computed.fee.currency != "SEK" and computed.net is not None:
        return _foreign_fee(evaluation, computed, computed.net, who_says), computed
    return CostLine(label, computed.net, fee_words(computed), who_says), computed


def _foreign_fee(evaluation: Evaluation, computed: FeeAmount, net: Decimal, who: str) -> CostLine:
    """A fee in another currency, in kronor too where the evaluation states a rate and its day."""
    currency = computed.fee.currency
    said = in_currency(number(net), currency)
    rate = next((r for r in evaluation.exchange_rates if r.currency == currency), None)
    if rate is None:
        basis = f"{fee_words(computed)}; växelkurs saknas"
        return CostLine("Medlemsavgift", None, basis, who, said)
    basis = (
        f"{fee_words(computed)}; {said} × {number(rate.kronor)} kr, kurs per "
        f"{rate.date.isoformat()}"
    )
    return CostLine("Medlemsavgift", ore(net * rate.kronor), basis, who, said)


def _own_lines(evaluation: Evaluation, membership: Membership) -> list[CostLine]:
    lines = []
    who = evaluation.municipality.name
    hours, hourly = membership.hours_per_year, evaluation.hourly_cost
    if hours is not None and hourly is not None:
        basis = f"{number(hours)} timmar à {kr(hourly.amount)} ({hourly.note})"
        lines.append(CostLine(HOURS, ore(hours * hourly.amount), basis, who))
    for label, amount in (("Resor", membership.travel_sek), ("Övrigt", membership.other_sek)):
        if amount is not None:
            basis = membership.cost_note or "angivet i utvärderingen"
            lines.append(CostLine(label, ore(amount), basis, who))
    return lines


def _outlay(lines: Sequence[CostLine]) -> Decimal | None:
    return sum_known([line.amount for line in lines if line.label != HOURS])


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
        decision.network == network.id and KINDS[decision.outcome].pays == "begins"
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


def per_head(amount: Decimal | None, inhabitants: int) -> Fraction | None:
    """An amount in kronor per inhabitant, exact; None where either is not known."""
    return None if amount is None or not inhabitants else Fraction(amount) / inhabitants


def line_words(line: CostLine) -> str:
    """A line's amount in a table: in kronor, in the currency it is known in, or `okänt`."""
    return kr(line.amount) if line.amount is not None else line.said or "okänt"


def cost_words(cost: MembershipCost) -> str:
    """The whole yearly cost in a table; what is known in another currency is never `okänt`."""
    if cost.total is not None:
        return f"{cost.least}{kr(cost.total)}"
    said = [line.said for line in cost.lines if line.amount is None]
    if not all(said):
        return "okänt"
    return " + ".join([*said, *([kr(cost.known)] if cost.known else [])])


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
        fee_amount(fee, who.inhabitants, sums=who.sums)
        for fee in sorted(stated, key=lambda fee: fee.year)
    )
