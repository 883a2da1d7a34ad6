"""Each assessor's own view of the cells that several have answered."""

from __future__ import annotations

import numpy as np
import pytest

from natverkskollen.analysis.robustness.robustness import robustness
from natverkskollen.analysis.robustness.table import table
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.model.answer import Answer, AnswerSheet
from natverkskollen.model.assessor import Assessor
from tests.building.dossiers import shipped, with_answer

SEVERAL = shipped("exempel-vastra-gotaland")
NETWORK, CRITERION = "klimatkommunerna", "relevans-for-utmaningar"


def views(found: Dossier) -> list[tuple[float, float]]:
    """The span of one cell in each layer."""
    result = evaluate(found)
    numbers = table(result, found)
    at = numbers.networks.index(NETWORK), numbers.criteria.index(CRITERION)
    return [
        (float(low[at]), float(high[at]))
        for low, high in zip(numbers.low, numbers.high, strict=True)
    ]


def joined(answer: Answer) -> Dossier:
    """The dossier with a joint answer in the cell."""
    criterion = SEVERAL.criteria.criterion(CRITERION)
    sheet = with_answer(AnswerSheet(schema=1, assessor="gemensam"), NETWORK, criterion, answer)
    joint = Assessor(id="gemensam", role="Gemensam bedömning", joint=True)
    evaluation = SEVERAL.evaluation.model_copy(
        update={"assessors": (*SEVERAL.evaluation.assessors, joint)}
    )
    sheets = {**SEVERAL.sheets, "gemensam": sheet}
    return Dossier(evaluation, SEVERAL.criteria, SEVERAL.networks, sheets)


def test_one_layer_per_assessor_with_their_own_answer_or_the_whole_span():
    # The environmental strategist said 5 (B: 4.5–5), the ecologist 3 (B: 2.5–3.5); the economist
    # did not answer and is left with everything from 2.5 to 5.
    assert views(SEVERAL) == [(87.5, 100), (37.5, 62.5), (37.5, 100)]


def test_a_joint_answer_is_one_view_for_all():
    said = Answer(score=4, grade="A", evidence=({"claim": "Protokollet"},))
    assert views(joined(said)) == [(75, 75)] * 3


def test_a_joint_answer_that_says_not_applicable_takes_the_cell_away():
    found = joined(Answer(not_applicable=True, rationale="prövat"))
    numbers = table(evaluate(found), found)
    at = numbers.networks.index(NETWORK), numbers.criteria.index(CRITERION)
    assert not numbers.applies[at] and np.isnan(numbers.low[:, at[0], at[1]]).all()
    shares = robustness(found).network(NETWORK).verdict_share
    assert sum(shares.values()) == pytest.approx(1)


def test_one_assessor_is_one_layer():
    found = shipped("huddinge-2025")
    assert table(evaluate(found), found).low.shape[0] == 1


def test_disagreement_is_put_down_to_the_evidence():
    # Klimatkommunerna is kept in the one's view and not in the other's, whatever the weights.
    found = robustness(SEVERAL).network(NETWORK)
    assert found.certainty.level == "evidence"
    assert "Underlaget avgör." in found.sentence
