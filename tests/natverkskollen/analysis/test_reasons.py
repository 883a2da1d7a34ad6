"""The weightiest reasons: computed by hand from shares and values, each said once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from natverkskollen.analysis.reasons import Reason, weightiest
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.answer import Answer
from tests.building.dossiers import criteria_set, dossier, judged, score, theme

# Theme ett weighs 60 of 100, two's criteria 10 and 20, the cost 10.
CRITERIA = criteria_set(
    theme("ett", 60, judged("stor", 2), judged("liten", 1)),
    theme("tva", 30, judged("mindre", 1), judged("mellan", 2)),
    theme("dyrt", 10, judged("pris"), cost=True),
)


def said(step: int | str, text: str, **more: Any) -> Answer:
    return score(step).model_copy(update={"rationale": text, **more})


def reasons(scores: Any, most: int = 9, per_theme: int = 9, **more: Any) -> list[Reason]:
    return list(weightiest(evaluate(dossier(CRITERIA, scores, **more)), most, per_theme))


def told(found: list[Reason]) -> list[tuple[str, str]]:
    return [("+".join(n.id for n in each.networks), each.criterion.id) for each in found]


def test_the_pull_is_the_share_times_the_distance_from_the_middle():
    """Steps 5, 2, 1 and 3 on 1–5 are 100, 25, 0 and 50; shares are 0.4, 0.2, 0.1 and 0.2."""
    found = reasons(
        {
            "a": {
                k: said(n, k)
                for k, n in zip(("stor", "liten", "mindre", "mellan"), (5, 2, 1, 3), strict=True)
            }
        }
    )
    assert [(each.text, each.pull, each.favours) for each in found] == [
        ("stor", Fraction(20), True),
        ("liten", Fraction(5), False),
        ("mindre", Fraction(5), False),
        ("mellan", Fraction(0), None),
    ]


def test_so_many_of_each_network_and_of_each_theme_and_never_the_cost():
    answers = {
        n: {c: said(5, f"{c} hos {n}") for c in ("stor", "liten", "mindre", "mellan", "pris")}
        for n in "ab"
    }
    assert told(reasons(answers, most=2, per_theme=1)) == [
        ("a", "stor"), ("b", "stor"), ("a", "mellan"), ("b", "mellan"),
    ]  # fmt: skip
    assert told(reasons(answers, most=2, per_theme=2)) == [
        ("a", "stor"), ("b", "stor"), ("a", "liten"), ("b", "liten"),
    ]  # fmt: skip


def test_what_is_written_alike_about_several_stands_once_for_those_with_room():
    """A line break and a capital are no other words; the network it weighs most for is first."""
    answers = {
        "a": {"stor": said(4, "Båda väger tungt.")},
        "b": {"stor": said(5, "båda väger\ntungt."), "liten": said(5, "Eget.")},
    }
    assert told(reasons(answers)) == [("b+a", "stor"), ("b", "liten")]
    answers["a"]["mindre"] = said(1, "Tyngst hos a.")
    answers["a"]["stor"] = said(3, "Båda väger tungt.")
    assert told(reasons(answers, most=1)) == [("b", "stor"), ("a", "mindre")]


def test_the_assessor_nearest_what_counts_tells_and_a_joint_answer_speaks_for_all():
    sheets = [{"a": {"stor": said(n, f"Bedömare {n}.")}} for n in (1, 4, 5)]
    assert [each.text for each in reasons(sheets)] == ["Bedömare 4."]
    people = [{"id": f"b{n}", "role": f"B {n}", "joint": n == 0} for n in range(3)]
    assert [each.text for each in reasons(sheets, assessors=people)] == ["Bedömare 1."]


def test_an_answer_without_a_reason_and_one_that_does_not_apply_are_no_reasons():
    answers = {
        "a": {
            "stor": Answer(score=5),
            "liten": Answer(not_applicable=True, rationale="Gäller inte oss."),
            "mellan": Answer(rationale="Vi vet inte än."),
        }
    }
    found = reasons(answers)
    assert [(each.text, each.pull, each.favours) for each in found] == [
        ("Vi vet inte än.", 0, None)
    ]


def test_the_opening_is_the_first_whole_sentence_also_over_lines():
    found = reasons({"a": {"stor": said(5, "Används dagligen,\nt.ex. i Kalix. Och mer.")}})
    assert found[0].opening == "Används dagligen, t.ex. i Kalix."
