"""Every outcome in every style against sentences that a person wrote in tests/cases/decisions/."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from natverkskollen.decisions.naming import DateStyle
from natverkskollen.decisions.point import DecisionStyle
from natverkskollen.decisions.sentences import PHRASES, DecisionForm, decision_sentences
from natverkskollen.files.yaml_tree import read_tree
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.model.outcome import ANSWERS, KINDS, Outcome
from tests.building.dossiers import network

STYLES: tuple[DecisionStyle, ...] = get_args(DecisionStyle)
OUTCOMES = get_args(Outcome)
FOLDER = Path(__file__).parents[2] / "cases" / "decisions"


def read(name: str) -> Any:
    return read_tree((FOLDER / f"{name}.yaml").read_bytes()).data


NAMES = read("namn")
CASES = {
    f"{path.stem}-{number}": case
    for path in sorted(FOLDER.glob("*.yaml"))
    if path.stem not in ("namn", "block")
    for number, case in enumerate(read(path.stem), 1)
}
ROWS = [(name, style) for name, case in CASES.items() for style in STYLES if style in case]


def evaluation_of(case: dict[str, Any]) -> Evaluation:
    """The small evaluation that a case describes."""
    who = NAMES["who"][case.get("who", "huddinge")]
    decision = {"body": who["body"], **case["decision"]}
    about = case.get("networks") or (decision.get("network", "klimatkommunerna"),)
    outside = case.get("outside", ())
    found = Evaluation.model_validate(
        {
            "schema": 1,
            "id": "e",
            "title": "E",
            "criteria": "c",
            "criteria_revision": "1",
            "status": case.get("status", "draft"),
            "municipality": {
                "name": who["name"],
                "kind": who["kind"],
                "inhabitants": 10000,
                "as_of": "2024-12-31",
            },
            "case": {
                "date": "2025-04-01",
                "body": who["body"],
                "department": who["department"],
                "assignment": case.get("assignment"),
            },
            "memberships": tuple({"network": n, "member": n not in outside} for n in about),
            "assessors": ({"id": "a", "role": "A"},),
            "decisions": (decision,),
        }
    )
    assert list(found.mistakes()) == []
    return found


def said(case: dict[str, Any], style: str) -> list[str]:
    evaluation = evaluation_of(case)
    given = case.get("form", {})
    days = DateStyle(document_iso=given.get("document_iso", False))
    form = DecisionForm(style, days, given.get("reasons", False))
    points = decision_sentences(
        evaluation,
        evaluation.decisions[0],
        lambda id_: network(id_, **NAMES["networks"][id_]),
        form,
    )
    return [point.replace("\u00a0", " ") for point in points]


@pytest.mark.parametrize(("name", "style"), ROWS)
def test_a_point_is_what_a_person_wrote(name: str, style: str) -> None:
    written = CASES[name][style]
    assert said(CASES[name], style) == ([written] if isinstance(written, str) else list(written))


def test_the_table_holds_every_outcome_style_answer_and_kind_of_municipality() -> None:
    assert len(ROWS) >= 150
    seen = [(CASES[name], style) for name, style in ROWS]
    for kind in ("kommun", "region"):
        outcomes = {
            (case["decision"]["outcome"], style)
            for case, style in seen
            if NAMES["who"][case.get("who", "huddinge")]["kind"] == kind
        }
        assert outcomes == {(outcome, style) for outcome in OUTCOMES for style in STYLES}
    for outcome, answers in ANSWERS.items():
        made = [case["decision"] for case, _ in seen if case["decision"]["outcome"] == outcome]
        assert {decision.get("answer", answers[0]) for decision in made} == set(answers)


def test_every_outcome_has_words_fields_and_a_phrase() -> None:
    """A new outcome that is not worded fails here; it never says something general instead."""
    assert set(OUTCOMES) == set(KINDS) == set(PHRASES)
    assert all(kind.words for kind in KINDS.values())
