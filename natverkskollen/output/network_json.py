"""What the scores say of one network as plain JSON data, theme by theme."""

from __future__ import annotations

from typing import Any

from natverkskollen.analysis.result import CriterionResult, NetworkResult, Outcome, ThemeResult
from natverkskollen.output.json_numbers import money, rounded


def network_json(found: NetworkResult) -> dict[str, Any]:
    """Values are 0–100 with at most four decimals, sums text with two; null where not known."""
    decision = found.decision
    return {
        "name": found.network.name,
        "total": rounded(found.total),
        "low": rounded(found.low),
        "high": rounded(found.high),
        "benefit": rounded(found.benefit),
        "benefit_low": rounded(found.benefit_low),
        "benefit_high": rounded(found.benefit_high),
        "themes": {each.theme.id: _theme(each) for each in found.themes},
        "coverage": rounded(found.coverage),
        "applicable": rounded(found.enough.applicable),
        "lacking": found.enough.lacking,
        "waiting_for": [assessor.id for assessor in found.enough.waiting_for],
        "missing_lowest": _outcome(found.enough.least),
        "missing_highest": _outcome(found.enough.most),
        "not_applicable_lowest": _outcome(found.enough.without_exceptions),
        "annual_cost_sek": money(found.cost.total),
        "cost_per_inhabitant": money(found.cost.per_inhabitant),
        "cost_is_least": not found.cost.hours_counted,
        "member": found.member,
        "verdict": found.verdict,
        "verdict_low": found.verdict_low,
        "verdict_high": found.verdict_high,
        "blocked_by": [criterion.id for criterion in found.blocked_by],
        "decision": decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        if decision
        else None,
    }


def _outcome(found: Outcome | None) -> dict[str, Any] | None:
    return None if found is None else {"total": rounded(found.total), "verdict": found.verdict}


def _theme(found: ThemeResult) -> dict[str, Any]:
    return {
        "value": rounded(found.value),
        "low": rounded(found.low),
        "high": rounded(found.high),
        "weight": rounded(found.share * 100),
        "contribution": rounded(found.contribution),
        "coverage": rounded(found.coverage),
        "criteria": {each.criterion.id: _criterion(each) for each in found.criteria},
    }


def _criterion(found: CriterionResult) -> dict[str, Any]:
    return {
        "state": found.assessment.state,
        "figure": rounded(found.assessment.figure),
        "value": rounded(found.value),
        "low": rounded(found.low),
        "high": rounded(found.high),
        "weight": rounded(found.share * 100),
    }
