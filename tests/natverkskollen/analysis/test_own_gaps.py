"""What one assessor has left, counted by hand."""

from __future__ import annotations

from typing import Any

from natverkskollen.analysis.own_gaps import gap_sentence, own_gaps
from natverkskollen.model.answer import Answer, Evidence
from tests.building.dossiers import criteria_set, dossier, judged, score, theme

CRITERIA = criteria_set(
    theme("ett", 1, {**judged("krav"), "evidence": "required"}),
    theme("tva", 1, judged("fritt")),
)
BARE = Answer(score=4)
SUPPORTED = score(4).model_copy(update={"evidence": (Evidence(claim="Används"),)})
NOT_FOR_US = Answer(not_applicable=True, rationale="Gäller inte oss.")


def left(answers: dict[str, dict[str, Any]]) -> list[tuple[str, str, tuple[str, ...]]]:
    found = own_gaps(dossier(CRITERIA, answers), "bedomare-0")
    return [(gap.network.id, gap.criterion.id, gap.lacks) for gap in found]


def test_questions_are_told_in_their_order_with_all_that_an_answer_lacks() -> None:
    assert left({"a": {"krav": BARE}, "b": {"fritt": BARE}}) == [
        ("a", "krav", ("reason", "evidence")),
        ("b", "krav", ("answer",)),
        ("a", "fritt", ("answer",)),
        ("b", "fritt", ("reason",)),
    ]


def test_evidence_is_missed_only_where_it_is_required_and_the_question_applies() -> None:
    assert left({"a": {"krav": SUPPORTED, "fritt": score(3)}}) == []
    assert left({"a": {"krav": NOT_FOR_US, "fritt": score(3)}}) == []
    assert left({"a": {"krav": score(3), "fritt": score(3)}}) == [("a", "krav", ("evidence",))]


def test_an_assessor_without_a_sheet_has_everything_left() -> None:
    found = own_gaps(dossier(CRITERIA, {"a": {}}), "nagon-annan")
    assert gap_sentence(found).replace("\u00a0", " ") == "Två frågor utan svar."


def test_the_sentence_counts_each_kind_and_is_empty_where_nothing_is_left() -> None:
    found = own_gaps(dossier(CRITERIA, {"a": {"krav": BARE}}), "bedomare-0")
    assert gap_sentence(found).replace("\u00a0", " ") == (
        "En fråga utan svar, ett svar utan motivering och ett svar som saknar det belägg som krävs."
    )
    assert gap_sentence(()) == ""
