"""A case is made final only when its memo has no gap and nothing contradicts it unanswered."""

from __future__ import annotations

from pathlib import Path

import pytest

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.readiness import left_before_final
from natverkskollen.store import read_library
from tests.building.dossiers import shipped
from tests.building.folders import ready_for_final, shipped_folder
from tests.building.papers import result

BOTH = [
    {"network": "ett", "outcome": "continue", "body": "KS", "motive": "Nätverket används."},
    {"network": "tva", "outcome": "come-back", "by": "2027-01-01", "body": "KS", "motive": "Ja."},
]


def before_final(result: Result) -> tuple[str, ...]:
    return left_before_final(result, find_all(result.dossier))


def test_nothing_is_left_where_everything_is_proposed_with_its_reason() -> None:
    assert before_final(result(decisions=BOTH)) == ()


def test_an_evaluation_that_nobody_has_answered_is_not_made_final() -> None:
    left = before_final(result(answers={}, decisions=BOTH))
    assert left == ("Ingen fråga är besvarad. Svara på sidan Bedömning.",)


def test_those_who_are_waited_for_are_named_where_nothing_is_known_yet() -> None:
    roles = [{"id": "strateg", "role": "Miljöstrateg"}, {"id": "ekonom", "role": "Ekonom"}]
    left = before_final(result(answers={}, decisions=BOTH, assessors=roles, blind=True))
    assert left == ("Miljöstrateg och ekonom har inte lämnat in.",)


@pytest.mark.parametrize(
    ("decisions", "left"),
    [
        (BOTH[:1], "Förslag till beslut saknas för Tva."),
        ([{**BOTH[0], "motive": None}, BOTH[1]], "Ett: skälet till förslaget saknas."),
        (
            [{**BOTH[0], "outcome": "leave", "from_date": 2027}, BOTH[1]],
            "Ett: det står inte varför förslaget avviker från resultatet.",
        ),
        (
            [{**BOTH[0], "outcome": "withdraw-leave", "decided": "2024-01-01"}, BOTH[1]],
            "Återta begäran om utträde: paragrafen i beslutet om utträde saknas.",
        ),
    ],
)
def test_a_gap_is_told(decisions, left) -> None:
    assert before_final(result(decisions=decisions)) == (left,)


def test_a_gap_that_was_kept_in_a_rewritten_section_is_told() -> None:
    kept = {"ekonomi": {"text": "Det kostar [Fyll i: beloppet].", "of": "x"}}
    (told,) = before_final(result(decisions=BOTH, memo_texts=kept))
    assert told == "”[Fyll i]” står kvar i ett avsnitt som är skrivet för hand (ekonomi)."


def test_huddinge_has_its_paragraph_and_two_contradictions_left(tmp_path: Path) -> None:
    left = before_final(evaluate(shipped()))
    assert [words.partition(":")[0] for words in left] == ["Uppdraget", "SEKOM", "SEKOM"]
    ready_for_final(shipped_folder(tmp_path))
    assert before_final(evaluate(read_library(tmp_path).dossier("huddinge-2025"))) == ()


def test_the_example_is_ready() -> None:
    assert before_final(evaluate(shipped("exempel-vastra-gotaland"))) == ()
