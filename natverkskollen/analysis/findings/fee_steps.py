"""Fees where a few inhabitants, or the year they are counted in, decide which step is paid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from natverkskollen.analysis.fee import applicable_fee, fee_amount
from natverkskollen.analysis.findings.finding import Finding, Side, finding_id
from natverkskollen.analysis.population import fee_for
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.fee import Fee
from natverkskollen.swedish.money import in_currency
from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.words import counted


def near_a_step(dossier: Dossier) -> Iterator[Finding]:
    """Fees that would be on another step with another year's population, or with few people more.

    Few is as many as the population has changed from one known year to the next.
    """
    evaluation = dossier.evaluation
    who = evaluation.municipality
    for membership in evaluation.memberships:
        network = dossier.networks[membership.network]
        fee = applicable_fee(network.fees, evaluation.year, who.kind, membership.category)
        if fee is None or membership.entered_fee or fee.unknown:
            continue
        now = fee_for(who, fee, evaluation.year)
        people = now.inhabitants
        other = _other_years(evaluation, fee, people)
        beyond = _beyond(fee, people, _yearly_change(evaluation))
        told = other or beyond
        if not told or now.net is None:
            continue
        then = fee_amount(fee, told[1], evaluation.year)
        assert then.net is not None
        paid, else_paid = (in_currency(number(each), fee.currency) for each in (now.net, then.net))
        why = (
            f"med folkmängden {told[0]} ({number(told[1])} invånare)"
            if other
            else f"med {counted(abs(told[1] - people), 'en invånare', 'invånare')} "
            f"{'fler' if told[1] > people else 'färre'}"
        )
        yield Finding(
            finding_id("avgiftssteg", network.id),
            "avgiftssteg",
            "att pröva",
            network.id,
            f"{network.short}: avgiften är {paid}, men {why} är den {else_paid}.",
            (
                Side("Räknat på", f"{number(people)} invånare", who.as_of),
                Side("Annat steg", f"{number(told[1])} invånare"),
            ),
            "Kontrollera vilket års folkmängd nätverket räknar på, eller läs avgiften på fakturan.",
        )


def _other_years(evaluation: Evaluation, fee: Fee, people: int) -> tuple[int, int] | None:
    """Another year whose population gives another step, newest first; None where the rules tell
    which year counts."""
    if fee.population_years_before is not None:
        return None
    for year, others in sorted(_known(evaluation).items(), reverse=True):
        if _steps(fee, others) != _steps(fee, people):
            return year, others
    return None


def _beyond(fee: Fee, people: int, few: int) -> tuple[int, int] | None:
    """The nearest number of inhabitants on another step, where it is at most `few` away."""
    ceilings = (step.ceiling for part in (fee, *fee.parts) for step in part.steps)
    limits = [
        each for ceiling in ceilings if ceiling is not None for each in (ceiling, ceiling + 1)
    ]
    others = [each for each in limits if _steps(fee, each) != _steps(fee, people)]
    nearest = min(others, key=lambda each: abs(each - people), default=None)
    return None if nearest is None or abs(nearest - people) > few else (0, nearest)


def _steps(fee: Fee, people: int) -> tuple[object, ...]:
    return tuple(
        next((step for step in part.steps if step.holds(people)), None)
        for part in (fee, *fee.parts)
    )


def _known(evaluation: Evaluation) -> dict[int, int]:
    who = evaluation.municipality
    return {**who.populations, who.as_of.year: who.inhabitants}


def _yearly_change(evaluation: Evaluation) -> int:
    """The largest change from one known year to the next; 0 where only one is known."""
    people = [people for _, people in sorted(_known(evaluation).items())]
    return max((abs(b - a) for a, b in pairwise(people)), default=0)
