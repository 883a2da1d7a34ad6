"""A Robustness as plain JSON data; names stay from version to version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness


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
