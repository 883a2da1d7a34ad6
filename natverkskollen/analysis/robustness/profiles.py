"""Under which of the criteria set's named weightings a conclusion holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.standing import network_standings
from natverkskollen.analysis.robustness.table import Table
from natverkskollen.analysis.robustness.weights import shares
from natverkskollen.model.criteria import CriteriaSet, Profile


@dataclass(frozen=True)
class ProfileRow:
    """One named weighting, with each network's total 0–100 and verdict under it."""

    profile: Profile
    totals: Mapping[str, float | None]
    verdicts: Mapping[str, VerdictWord | None]


def profile_rows(criteria: CriteriaSet, found: Table) -> tuple[ProfileRow, ...]:
    """The verdict of each network under each profile, in the order of the criteria file."""
    if not criteria.profiles:
        return ()
    weights = np.array(
        [
            [float(shares(profile.weights)[theme]) for theme in found.themes]
            for profile in criteria.profiles
        ]
    )
    there = [network_standings(found, n, weights) for n in range(len(found.networks))]
    return tuple(
        ProfileRow(
            profile,
            {
                id_: None if np.isnan(there[n].totals[at]) else float(there[n].totals[at])
                for n, id_ in enumerate(found.networks)
            },
            {id_: there[n].verdict(at) for n, id_ in enumerate(found.networks)},
        )
        for at, profile in enumerate(criteria.profiles)
    )
