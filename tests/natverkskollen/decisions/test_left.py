"""What is left of each part of the work, as Översikt lists it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from natverkskollen.analysis.findings import find_all, still_open
from natverkskollen.analysis.result import Result
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.decisions.left import left
from tests.building import papers
from tests.building.dossiers import criteria_set, dossier, judged, score, shipped, theme
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


SCORED = criteria_set(theme("nytta", 1, judged("bredd"), judged("djup")))
FULL = {"ett": {"bredd": score(5), "djup": score(5)}, "tva": {"bredd": score(5), "djup": score(5)}}


def people(*submitted: str | None) -> tuple[dict[str, str | None], ...]:
    return tuple(
        {"id": f"bedomare-{n}", "role": f"Roll {n}", "submitted": day}
        for n, day in enumerate(submitted)
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "Inget är kvar"), (1, "En punkt att kontrollera"), (2, "Två punkter att kontrollera")],
)
def test_what_is_to_be_checked_about_the_networks_is_counted(count: int, said: str) -> None:
    result = evaluate(shipped())
    some = still_open(find_all(result.dossier))[:count]
    told = {each.stage: each for each in left(result, some)}
    assert (told["networks"].words.replace("\u00a0", " "), told["networks"].done) == (
        said,
        count == 0,
    )


def test_a_final_evaluation_is_closed() -> None:
    result = papers.result()
    final = result.evaluation.model_copy(update={"status": "final"})
    told = left(evaluate(replace(result.dossier, evaluation=final)), ())
    assert (told[-1].stage, told[-1].words, told[-1].done) == ("closing", "Färdigställd", True)


def test_the_networks_without_a_result_are_named() -> None:
    one = {"ett": FULL["ett"], "tva": {}}
    assert of(evaluate(dossier(SCORED, one)))["outcome"] == (
        "Underlaget räcker inte för TVA",
        False,
    )
    neither = of(evaluate(dossier(SCORED, {"ett": {}, "tva": {}})))
    assert neither["outcome"] == ("Underlaget räcker inte för ETT och TVA", False)


def test_while_some_have_not_handed_in_no_result_is_missed_and_they_are_counted() -> None:
    told = of(evaluate(dossier(SCORED, [FULL, FULL], assessors=people("2025-03-01", None))))
    assert told["scoring"] == ("1 av 2 bedömare har lämnat in", False)
    assert told["agreeing"] == ("Börjar när alla har lämnat in", False)
    assert told["outcome"] == ("Visas när alla har lämnat in", False)


@pytest.mark.parametrize(
    ("apart", "said"),
    [(0, "Inget är kvar"), (1, "Ett svar att enas om"), (2, "Två svar att enas om")],
)
def test_the_answers_to_agree_on_are_counted_when_all_have_handed_in(apart: int, said: str) -> None:
    others = {id_: dict(answers) for id_, answers in FULL.items()}
    for criterion in ("bredd", "djup")[:apart]:
        others["tva"][criterion] = score(2)
    both = people("2025-03-01", "2025-03-02")
    told = of(evaluate(dossier(SCORED, [FULL, others], assessors=both)))
    assert told["scoring"] == ("2 av 2 bedömare har lämnat in", True)
    assert told["agreeing"] == (said, apart == 0)


def test_where_nobody_is_asked_apart_nothing_is_left_to_answer() -> None:
    together = ({"id": "alla", "role": "Alla", "joint": True},)
    told = of(evaluate(dossier(SCORED, {"ett": {}, "tva": {}}, assessors=together)))
    assert told["scoring"] == ("0 av 0 svar är ifyllda", True)
    assert of(evaluate(dossier(SCORED, FULL)))["scoring"] == ("4 av 4 svar är ifyllda", True)
