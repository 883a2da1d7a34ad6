"""A Result as plain JSON data; names stay from version to version."""

from __future__ import annotations

from typing import Any

from natverkskollen.analysis.result import Result
from natverkskollen.analysis.zero_alternative import ZeroAlternative, zero_alternative
from natverkskollen.output.json_numbers import rounded
from natverkskollen.output.network_json import network_json


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
        "weights": {id_: rounded(weight * 100) for id_, weight in result.weights.items()},
        "networks": {each.network.id: network_json(each) for each in result.networks},
    }


def _nothing(found: ZeroAlternative) -> dict[str, Any]:
    themes = {id_: rounded(value) for id_, value in found.themes.items()}
    return {"total": rounded(found.total), "themes": themes}
