"""What is left of each part of the work, as Översikt lists it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from natverkskollen.analysis.findings import find_all
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.left import left
from tests.building import papers
from tests.building.dossiers import shipped
from tests.building.many import many_networks


def words(evaluation: str) -> dict[str, tuple[str, bool]]:
    return of(evaluate(shipped(evaluation)))


def of(result: Result) -> dict[str, tuple[str, bool]]:
    told = left(result, tuple(find_all(result.dossier)))
    return {each.stage: (each.words.replace("\u00a0", " "), each.done) for each in told}


def test_one_assessor_is_asked_about_answers_and_never_about_agreeing() -> None:
    told = words("huddinge-2025")
    assert told["scoring"] == ("24 av 26 svar är ifyllda", False)
    assert "agreeing" not in told
    assert told["outcome"] == ("Alla nätverk har ett resultat", True)
    assert told["papers"] == ("En uppgift fattas i skrivelsen", False)
    assert told["closing"] == ("Inte färdigställd", False)


def test_several_assessors_hand_in_before_they_agree() -> None:
    told = words("exempel-vastra-gotaland")
    assert told["scoring"][0].endswith("bedömare har lämnat in")
    assert told["agreeing"] == ("Börjar när alla har lämnat in", False)
    assert list(told) == ["scoring", "agreeing", "networks", "outcome", "papers", "closing"]


ONE = {"network": "ett", "outcome": "continue", "body": "KS", "motive": "Nätverket används."}
TWO = {**ONE, "network": "tva"}


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ([], "Förslag saknas för två nätverk"),
        ([ONE], "Förslag saknas för ett nätverk"),
        ([{**ONE, "motive": None}], "Förslag saknas för ett nätverk och en sak fattas i förslaget"),
        ([{**ONE, "motive": None}, {**TWO, "motive": None}], "Två saker fattas i förslaget"),
        ([ONE, TWO], "Inget är kvar"),
    ],
)
def test_what_is_left_of_the_proposals_is_told_by_network(
    decisions: list[dict[str, object]], said: str
) -> None:
    assert of(papers.result(decisions=decisions))["papers"] == (said, said == "Inget är kvar")


def test_twelve_proposals_that_are_missing_are_not_one_thing() -> None:
    result = evaluate(many_networks(12))
    bare = result.evaluation.model_copy(update={"decisions": ()})
    told = of(evaluate(replace(result.dossier, evaluation=bare)))
    assert told["papers"] == ("Förslag saknas för tolv nätverk", False)


def test_a_gap_in_a_section_of_ones_own_is_not_of_the_proposal() -> None:
    kept = {"ekonomi": {"text": "Det kostar [Fyll i: beloppet].", "of": "x"}}
    told = of(papers.result(decisions=[ONE, TWO], memo_texts=kept))
    assert told["papers"] == ("En uppgift fattas i skrivelsen", False)
