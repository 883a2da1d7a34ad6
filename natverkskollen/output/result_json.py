"""A Result and its Robustness as plain JSON data; names stay from version to version."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from natverkskollen.analysis.fee import ore
from natverkskollen.analysis.result import (
    CriterionResult,
    NetworkResult,
    Outcome,
    Result,
    ThemeResult,
)
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness
from natverkskollen.analysis.zero_alternative import ZeroAlternative, zero_alternative


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
        "no_membership": _nothing(zero_alternative(result)),
        "weights": {id_: _round(weight * 100) for id_, weight in result.weights.items()},
        "networks": {each.network.id: _network(each) for each in result.networks},
    }


def _nothing(found: ZeroAlternative) -> dict[str, Any]:
    themes = {id_: _round(value) for id_, value in found.themes.items()}
    return {"total": _round(found.total), "themes": themes}


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
        "applicable": _round(found.enough.applicable),
        "lacking": found.enough.lacking,
        "waiting_for": [assessor.id for assessor in found.enough.waiting_for],
        "missing_lowest": _outcome(found.enough.least),
        "missing_highest": _outcome(found.enough.most),
        "not_applicable_lowest": _outcome(found.enough.without_exceptions),
        "annual_cost_sek": _money(found.cost.total),
        "cost_per_inhabitant": _money(found.cost.per_inhabitant),
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
    return None if found is None else {"total": _round(found.total), "verdict": found.verdict}


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


def _money(amount: Decimal | Fraction | None) -> str | None:
    return None if amount is None else f"{ore(amount):.2f}"


def robustness_json(found: Robustness) -> dict[str, Any]:
    """The whole robustness; shares are 0–1 and weights per cent, with at most four decimals."""
    return {
        "seed": found.seed,
        "draws": found.draws,
        "weights": found.weights,
        "level": found.level,
        "method": found.method_sentence,
        "networks": {each.network: _network_robustness(each) for each in found.networks},
        "profiles": {row.profile.id: dict(row.verdicts) for row in found.profiles},
        "dominance": [vars(pair) for pair in found.dominance],
    }


def _network_robustness(found: NetworkRobustness) -> dict[str, Any]:
    return {
        "verdict": found.verdict,
        "verdict_share": {word: round(share, 4) for word, share in found.verdict_share.items()}
        or None,
        "rank_share": [round(share, 4) for share in found.rank_share] or None,
        "mean": _share(found.mean),
        "central_weights": {
            "first": _weights(found.central_first),
            "keep": _weights(found.central_keep),
        },
        "flip_points": [
            {
                "theme": flip.theme,
                "weight": round(flip.share * 100, 4),
                "when": "more" if flip.more else "less",
                "verdict": flip.verdict,
            }
            for flip in found.switching_values
        ],
        "step_flips": [
            {"criterion": flip.criterion, "step": flip.step, "verdict": flip.verdict}
            for flip in found.step_changes
        ],
        "certainty": {
            "level": found.certainty.level,
            "words": found.certainty.words,
            "agreeing": _share(found.certainty.agreeing),
            "weights_only": _share(found.certainty.weights_only),
            "evidence_only": _share(found.certainty.evidence_only),
        },
        "sentence": found.sentence,
        "flip_sentences": list(found.flip_sentences),
    }


def _weights(weights: Mapping[str, float] | None) -> dict[str, float] | None:
    return (
        None if weights is None else {id_: round(share * 100, 4) for id_, share in weights.items()}
    )


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
