"""Fees where a few inhabitants, or the year they are counted in, decide which step is paid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from natverkskollen.analysis.fee import applicable_fee, fee_amount
from natverkskollen.analysis.fee_thresholds import nearest_threshold, steps_at
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
        if fee is None or membership.entered_fee:
            continue
        now = fee_for(who, fee, evaluation.year)
        if not now.known:
            continue
        people = now.inhabitants
        year = _other_year(evaluation, fee, people)
        if year is not None:
            others = _known(evaluation)[year]
            why = f"med folkmängden {year} ({number(others)} invånare)"
        else:
            beyond = nearest_threshold(fee, people, _yearly_change(evaluation))
            if beyond is None:
                continue
            others, more = beyond, "fler" if beyond > people else "färre"
            why = f"med {counted(abs(beyond - people), 'en invånare', 'invånare')} {more}"
        then = fee_amount(fee, others, evaluation.year, who.sums)
        paid, else_paid = (
            in_currency(number(each), fee.currency)
            for each in (now.net, then.net)
            if each is not None
        )
        yield Finding(
            finding_id("avgiftssteg", network.id),
            "avgiftssteg",
            "att pröva",
            network.id,
            f"{network.short}: avgiften är {paid}, men {why} är den {else_paid}.",
            (
                Side("Räknat på", f"{number(people)} invånare", who.as_of),
                Side("Annat steg", f"{number(others)} invånare"),
            ),
            "Kontrollera vilket års folkmängd nätverket räknar på, eller läs avgiften på fakturan.",
        )


def _other_year(evaluation: Evaluation, fee: Fee, people: int) -> int | None:
    """The newest other year whose population gives another step; None where none does, or where
    the rules tell which year counts."""
    if fee.population_years_before is not None:
        return None
    known = sorted(_known(evaluation).items(), reverse=True)
    return next(
        (year for year, others in known if steps_at(fee, others) != steps_at(fee, people)), None
    )


def _known(evaluation: Evaluation) -> dict[int, int]:
    who = evaluation.municipality
    return {**who.populations, who.as_of.year: who.inhabitants}


def _yearly_change(evaluation: Evaluation) -> int:
    """The largest change from one known year to the next; 0 where only one is known."""
    people = [people for _, people in sorted(_known(evaluation).items())]
    return max((abs(b - a) for a, b in pairwise(people)), default=0)
