"""What if the themes weighed differently: tried weights, and named profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from natverkskollen.analysis.result import VerdictWord
from natverkskollen.analysis.robustness.standing import network_standings
from natverkskollen.analysis.robustness.table import Table
from natverkskollen.analysis.robustness.weights import shares
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.criteria import CriteriaSet, Profile
from natverkskollen.model.weighting import Weighting
from natverkskollen.swedish.numbers import Figure


def with_profile(dossier: Dossier, profile: str) -> Dossier:
    """The dossier read under a named profile; DataError where the set has none with this id."""
    known = [each.id for each in dossier.criteria.profiles]
    if profile not in known:
        what = f"viktprofilen '{profile}' finns inte i kriteriesamlingen"
        raise DataError([Problem(profile, 0, what, f"Välj bland: {', '.join(known) or 'inga'}")])
    return _weighted(dossier, Weighting(profile=profile))


def with_points(dossier: Dossier, points: Mapping[str, Figure]) -> Dossier:
    """The dossier read under points per theme (a theme left out weighs 0); nothing is saved.

    DataError where every point is 0, one is below 0, or a theme does not exist.
    """
    shares(points)
    themes = [theme.id for theme in dossier.criteria.themes]
    unknown = ", ".join(sorted(set(points) - set(themes)))
    if unknown:
        what = f"temat finns inte i kriteriesamlingen: {unknown}"
        raise DataError([Problem("vikterna", 0, what, f"Välj bland: {', '.join(themes)}")])
    exact = {id_: Decimal(str(float(points.get(id_, 0)))) for id_ in themes}
    return _weighted(dossier, Weighting(themes=exact))


def _weighted(dossier: Dossier, weighting: Weighting) -> Dossier:
    evaluation = dossier.evaluation.model_copy(update={"weighting": weighting})
    return replace(dossier, evaluation=evaluation)


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
