"""What if the themes weighed differently? The same dossier under another weighting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from natverkskollen.analysis.robustness.weights import shares
from natverkskollen.dossier.library import Dossier
from natverkskollen.files.problem import DataError, Problem
from natverkskollen.model.evaluation import Weighting
from natverkskollen.swedish.text import Figure


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
