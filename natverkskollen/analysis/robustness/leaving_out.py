"""What remains of a conclusion when one criterion or one assessor is left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.result import Result, VerdictWord
from natverkskollen.analysis.robustness.assessors import without
from natverkskollen.analysis.robustness.standing import network_standings
from natverkskollen.analysis.robustness.table import Table
from natverkskollen.dossier.dossier import Dossier


@dataclass(frozen=True)
class LeftOut:
    """What remains without one criterion, or without one assessor: total 0–100 and verdict."""

    id: str
    total: float | None
    verdict: VerdictWord | None


def without_criterion(found: Table, network: int) -> tuple[LeftOut, ...]:
    """Total and verdict without each criterion that applies; its theme's others take its weight."""
    others = ~np.eye(len(found.criteria), dtype=bool)
    applies = found.applies[network] & others
    there = network_standings(found, network, applies=applies, asked=others)
    return tuple(
        LeftOut(id_, _total(there.totals[c]), there.verdict(c))
        for c, id_ in enumerate(found.criteria)
        if found.applies[network, c]
    )


def without_assessor(
    found: Table, result: Result, dossier: Dossier, network: int
) -> tuple[LeftOut, ...]:
    """Total and verdict without each assessor's answers; empty where there is only one."""
    assessors = [each for each in dossier.evaluation.assessors if each.id in dossier.sheets]
    if len(assessors) < 2:
        return ()
    values = np.repeat(found.values[network][None], len(assessors), axis=0)
    applies = np.repeat(found.applies[network][None], len(assessors), axis=0)
    for at, assessor in enumerate(assessors):
        for c, (value, still) in without(dossier, result.networks[network], assessor).items():
            values[at, c] = np.nan if value is None else value
            applies[at, c] = still
    there = network_standings(found, network, values=values, applies=applies)
    return tuple(
        LeftOut(each.id, _total(there.totals[at]), there.verdict(at))
        for at, each in enumerate(assessors)
    )


def _total(total: float) -> float | None:
    return None if np.isnan(total) else float(total)
