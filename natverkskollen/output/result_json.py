"""A Result as plain JSON data, for IT and for tests; names stay from version to version."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from natverkskollen.analysis.result import CriterionResult, NetworkResult, Result, ThemeResult


def result_json(result: Result) -> dict[str, Any]:
    """The whole result; values are 0–100 with at most four decimals, money text with two."""
    return {
        "evaluation": result.evaluation.id,
        "criteria": result.criteria.id,
        "criteria_revision": result.criteria.revision,
        "evaluation_criteria_revision": result.evaluation.criteria_revision,
        "input_hash": result.input_hash,
        "program_version": result.program_version,
        "status": result.evaluation.status,
        "weights": {id_: _round(weight * 100) for id_, weight in result.weights.items()},
        "networks": {each.network.id: _network(each) for each in result.networks},
    }


def _network(found: NetworkResult) -> dict[str, Any]:
    decision = found.decision
    return {
        "name": found.network.name,
        "total": _round(found.total),
        "low": _round(found.low),
        "high": _round(found.high),
        "benefit": _round(found.benefit),
        "benefit_low": _round(found.benefit_low),
        "benefit_high": _round(found.benefit_high),
        "themes": {each.theme.id: _theme(each) for each in found.themes},
        "coverage": _round(found.coverage),
        "annual_cost_sek": _money(found.cost.total),
        "cost_per_inhabitant": _money(found.cost.per_inhabitant),
        "verdict": found.verdict,
        "verdict_low": found.verdict_low,
        "verdict_high": found.verdict_high,
        "blocked_by": [criterion.id for criterion in found.blocked_by],
        "decision": decision.model_dump(mode="json", exclude_defaults=True) if decision else None,
    }


def _theme(found: ThemeResult) -> dict[str, Any]:
    return {
        "value": _round(found.value),
        "low": _round(found.low),
        "high": _round(found.high),
        "weight": _round(found.share * 100),
        "contribution": _round(found.contribution),
        "coverage": _round(found.coverage),
        "criteria": {each.criterion.id: _criterion(each) for each in found.criteria},
    }


def _criterion(found: CriterionResult) -> dict[str, Any]:
    return {
        "state": found.assessment.state,
        "figure": _round(found.assessment.figure),
        "value": _round(found.value),
        "low": _round(found.low),
        "high": _round(found.high),
        "weight": _round(found.share * 100),
    }


def _round(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 4)


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
