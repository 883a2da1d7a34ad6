"""What the material says against itself: every finding about an evaluation, most urgent first.

Data decides, not code: a new fact, document or network is compared without any change here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from natverkskollen.analysis.findings import (
    age,
    answers,
    assignment,
    asymmetry,
    dates,
    decisions,
    fee_steps,
    overlap,
    plans,
    population_basis,
    same_fact,
    seats,
    stated_fees,
    sums,
    surveys,
    unknown_costs,
    years,
)
from natverkskollen.analysis.findings.finding import SEVERITY_WORDS, Finding, Side
from natverkskollen.analysis.result import Result
from natverkskollen.dossier.dossier import Dossier

__all__ = ["SEVERITY_WORDS", "Finding", "Side", "explained", "find_all", "still_open"]

# In the order they are told within the same severity.
_CHECKS: tuple[Callable[[Dossier], Iterator[Finding]], ...] = (
    plans.plans_already_done,
    same_fact.different_values,
    same_fact.same_as_another,
    decisions.late_decisions,
    dates.days_gone_by,
    stated_fees.quoted_fees,
    stated_fees.invoices_against_rules,
    sums.sums_that_differ,
    assignment.commissioning_body,
    seats.seats,
    age.published_later,
    age.stale_facts,
    years.older_fee,
    population_basis.population_basis,
    unknown_costs.unknown_costs,
    fee_steps.near_a_step,
    answers.scores_without_evidence,
    answers.documented_without_evidence,
    answers.scores_without_reason,
    answers.scores_without_grade,
    decisions.decisions_without_motive,
    asymmetry.used_for_some_only,
    asymmetry.supported_for_some_only,
    surveys.fewer_who_answer,
    surveys.mixed_scales,
    years.different_years,
    plans.goals_not_reached,
    same_fact.easily_mixed_up,
)


def find_all(dossier: Dossier, result: Result | None = None) -> tuple[Finding, ...]:
    """Every finding: the open ones by weight, then those that a person has explained.

    `result` is the evaluation's, where it has been counted already.
    """
    given = {answer.id: answer for answer in dossier.evaluation.findings}
    found = chain(
        *(check(dossier) for check in _CHECKS), overlap.overlapping_criteria(dossier, result)
    )
    answered = (replace(each, answer=given.get(each.id)) for each in found)
    return tuple(sorted(answered, key=lambda finding: finding.weight))


def still_open(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings nobody has explained yet."""
    return tuple(finding for finding in findings if finding.answer is None)


def explained(findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    """What was found and how it was explained, for the appendix of the memo."""
    return tuple(
        (
            finding.what,
            f"Förklarad: {finding.answer.answer} ({finding.answer.by}, "
            f"{finding.answer.date.isoformat()})",
        )
        for finding in findings
        if finding.answer is not None
    )
