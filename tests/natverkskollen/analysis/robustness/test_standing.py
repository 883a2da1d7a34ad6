"""The numbers behind the what-ifs agree with the scoring itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natverkskollen.analysis.robustness.leaving_out import without_assessor, without_criterion
from natverkskollen.analysis.robustness.standing import network_standings, with_share
from natverkskollen.analysis.robustness.table import table
from natverkskollen.analysis.robustness.what_if import profile_rows, with_points, with_profile
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from tests.building.dossiers import SHIPPED, shipped

DOSSIERS = {id_: shipped(id_) for id_ in SHIPPED}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SHIPPED), st.data())
def test_any_weighting_stands_as_the_scoring_says(id_, data):
    found = DOSSIERS[id_]
    themes = [theme.id for theme in found.criteria.themes]
    points = data.draw(
        st.fixed_dictionaries({id_: st.integers(0, 100) for id_ in themes}).filter(
            lambda points: any(points.values())
        )
    )
    result = evaluate(with_points(found, points))
    numbers = table(evaluate(found), found)
    weights = np.array([points[theme] / sum(points.values()) for theme in themes])
    for n, network in enumerate(result.networks):
        there = network_standings(numbers, n, weights)
        total = None if np.isnan(there.totals) else float(there.totals)
        expected = None if network.total is None else float(network.total)
        assert total == (None if expected is None else pytest.approx(expected))
        assert float(there.coverage) == pytest.approx(float(network.coverage))
        assert there.verdict() == network.verdict


@pytest.mark.parametrize("id_", SHIPPED)
def test_profiles_are_the_evaluation_read_with_each_of_them(id_):
    found = DOSSIERS[id_]
    for row in profile_rows(found.criteria, table(evaluate(found), found)):
        result = evaluate(with_profile(found, row.profile.id))
        for network in result.networks:
            assert row.verdicts[network.network.id] == network.verdict
            assert row.totals[network.network.id] == pytest.approx(float(network.total))


@pytest.mark.parametrize("id_", SHIPPED)
def test_leaving_an_assessor_out_is_evaluating_without_the_sheet(id_):
    found = DOSSIERS[id_]
    result = evaluate(found)
    numbers = table(result, found)
    for n, network in enumerate(result.networks):
        left = without_assessor(numbers, result, found, n)
        assert len(left) == (len(found.sheets) if len(found.sheets) > 1 else 0)
        for each in left:
            sheets = {who: sheet for who, sheet in found.sheets.items() if who != each.id}
            rest = evaluate(Dossier(found.evaluation, found.criteria, found.networks, sheets))
            expected = rest.network(network.network.id)
            assert each.verdict == expected.verdict
            assert each.total == pytest.approx(float(expected.total))


@pytest.mark.parametrize("id_", SHIPPED)
def test_leaving_a_criterion_out_is_evaluating_a_set_without_it(id_):
    found = DOSSIERS[id_]
    result = evaluate(found)
    numbers = table(result, found)
    for gone in (criterion.id for criterion in found.criteria.criteria):
        themes = tuple(
            theme.model_copy(update={"criteria": tuple(c for c in theme.criteria if c.id != gone)})
            for theme in found.criteria.themes
        )
        verdict = found.criteria.verdict
        rules = verdict.model_copy(
            update={"minimum": {k: v for k, v in verdict.minimum.items() if k != gone}}
        )
        criteria = found.criteria.model_copy(update={"themes": themes, "verdict": rules})
        rest = evaluate(Dossier(found.evaluation, criteria, found.networks, found.sheets))
        for n, network in enumerate(rest.networks):
            for left in without_criterion(numbers, n):
                if left.id == gone:
                    assert left.total == pytest.approx(float(network.total))
                    assert left.verdict == network.verdict


def test_one_themes_share_leaves_the_others_in_proportion():
    found = with_share(np.array([0.2, 0.2, 0.6]), 0, np.array([0.0, 0.6]))
    assert found == pytest.approx(np.array([[0, 0.25, 0.75], [0.6, 0.1, 0.3]]))
