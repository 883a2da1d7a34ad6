"""Where assessors differ, counted by hand."""

from dataclasses import replace
from datetime import date

from natverkskollen.analysis.differences import differences
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.answer import Answer
from natverkskollen.model.assessor import Assessor
from natverkskollen.model.span import Span
from tests.building.dossiers import criteria_set, dossier, judged, score, theme

CRITERIA = criteria_set(theme("t", 1, judged("ett"), judged("tva")))
NOT_FOR_US = Answer(not_applicable=True, rationale="Gäller inte.")


def several(*sheets, joint=None, submitted=date(2026, 11, 1)):
    """One network's answers by each assessor, all of whom have handed in."""
    made = [dossier(CRITERIA, {"a": answers}) for answers in (*sheets, joint or {})]
    first = made[0]
    found = {}
    assessors = []
    for number, each in enumerate(made):
        last = number == len(sheets)
        if last and joint is None:
            break
        id_ = "gemensam" if last else f"b-{number}"
        day = None if last else submitted
        assessors.append(Assessor(id=id_, role=id_, joint=last, submitted=day))
        found[id_] = next(iter(each.sheets.values())).model_copy(update={"assessor": id_})
    evaluation = first.evaluation.model_copy(update={"assessors": tuple(assessors)})
    return replace(first, evaluation=evaluation, sheets=found)


def test_nothing_is_compared_until_all_have_handed_in():
    assert differences(several({"ett": score(1)}, {"ett": score(2)}, submitted=None)) is None


def test_the_largest_difference_comes_first_and_equal_answers_are_left_out():
    found = differences(
        several({"ett": score(3), "tva": score(1)}, {"ett": score(4), "tva": score(5)})
    )
    assert [each.criterion.id for each in found.differences] == ["tva", "ett"]
    assert [str(each.size) for each in found.differences] == ["1", "1/4"]
    same = differences(several({"ett": score(3)}, {"ett": score(3), "tva": score(2)}))
    assert (same.differences, same.compared) == ((), 1), "one answer alone is no difference"


def test_the_median_between_two_steps_is_a_span_and_keeps_every_reason():
    a, b = (Answer(score=n, rationale=f"Skäl {n}.") for n in (2, 5))
    median = differences(several({"ett": a}, {"ett": b})).differences[0].median
    assert median.score == Span(low=3, high=4)
    assert median.rationale == "b-0: Skäl 2.\nb-1: Skäl 5."
    whole = differences(several({"ett": a}, {"ett": score(4)})).differences[0].median
    assert whole.score == 3


def test_what_applies_to_some_only_has_no_median_and_is_the_largest():
    found = differences(several({"ett": NOT_FOR_US}, {"ett": score(4)})).differences[0]
    assert (found.size, found.median) == (1, None)


def test_a_joint_role_that_has_agreed_on_nothing_is_nobody_whose_answer_is_missing():
    """0.1.0 printed `nivå 4 och ej bedömt` for an answered criterion."""
    with_joint = several({"ett": score(4)}, {"ett": score(4)}, joint={"tva": score(2)})
    cell = evaluate(with_joint).network("a").criterion("ett")
    assert [ground.assessor.id for ground in cell.assessment.speaking] == ["b-0", "b-1"]
    agreed = evaluate(with_joint).network("a").criterion("tva")
    assert [ground.assessor.id for ground in agreed.assessment.speaking] == ["gemensam"]
