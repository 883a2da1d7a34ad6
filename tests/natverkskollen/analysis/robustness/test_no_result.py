"""What is said of a network without a result, and of a result that would be lost."""

from __future__ import annotations

import pytest

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.robustness.leaving_out import LeftOut
from natverkskollen.analysis.robustness.robustness import NetworkRobustness, Robustness, robustness
from natverkskollen.analysis.robustness.sentences import (
    flip_sentences,
    gathered_flips,
    step_sentences,
    without_sentences,
)
from natverkskollen.analysis.robustness.switching_values import StepChange, SwitchingValue
from natverkskollen.model.answer import Answer
from natverkskollen.output.result_text import result_text
from natverkskollen.output.webpage.outcome_parts import what_changes
from tests.building.dossiers import criteria_set, dossier, judged, score, theme
from tests.building.papers import papers, said

# Two themes of equal weight, so that half an evaluation is too little for a result.
CRITERIA = criteria_set(
    theme("bredden", 1, judged("bredd")),
    theme("djupen", 1, judged("djup")),
    verdict={"keep_from": 60, "leave_below": 40, "min_coverage": 60},
)
HALF = {"bredd": score(4), "djup": Answer()}


@pytest.fixture(scope="module")
def found() -> Robustness:
    """One network that is answered and one that is answered to the half."""
    return robustness(dossier(CRITERIA, {"a": {"bredd": score(4), "djup": score(4)}, "b": HALF}))


def told(sure: NetworkRobustness) -> list[str]:
    changes = (*sure.flip_sentences, *sure.step_sentences, *sure.without_sentences)
    return [each for each in (sure.sentence, *changes) if each]


def test_nothing_changes_a_result_that_is_not_there(found: Robustness) -> None:
    """Its weights would bring it over the limit of what is answered: it is not told."""
    assert found.network("b").verdict is None and found.network("b").switching_values
    assert told(found.network("b")) == []
    assert len(told(found.network("a"))) >= 4


def test_a_reader_is_told_once_that_there_is_too_little(found: Robustness) -> None:
    text = result_text(found)
    assert text.count("Underlaget räcker inte för") == 1
    page = what_changes(found, ["a", "b"])
    assert page.count("Underlaget räcker inte för ett resultat om B") == 1
    paper = said(papers(found.result, robustness=found)["bilaga-2"], "kanslighet")
    assert paper.count("Underlaget räcker inte för") == 1
    for each in (text, page, paper):
        assert "B får" not in each and "resultatet för B" not in each


def network(found: Robustness) -> NetworkResult:
    return found.result.network("a")


def test_a_result_that_is_lost_is_told_as_lost(found: Robustness) -> None:
    flips = [
        SwitchingValue("bredden", 0.5, 0.8, True, None),
        SwitchingValue("djupen", 0.5, 0.2, False, None),
    ]
    start = "A får inte längre något resultat, eftersom underlaget inte räcker, "
    own = flip_sentences(CRITERIA, network(found), flips)
    assert [each.replace("\u00a0", " ") for each in own] == [
        f"{start}om ”bredden” väger mer än 80 procent (i dag 50).",
        f"{start}om ”djupen” väger mindre än 20 procent (i dag 50).",
    ]
    (together,) = gathered_flips(CRITERIA, network(found), flips)
    assert together.replace("\u00a0", " ") == (
        f"{start}om ”bredden” väger mer än 80 procent (i dag 50) eller om ”djupen” väger mindre "
        "än 20 procent (i dag 50)."
    )
    left = [LeftOut("djup", None, None)]
    evaluation = found.result.evaluation
    assert without_sentences(CRITERIA, evaluation, network(found), left, ()) == (
        "Utan kriteriet ”djup” får A inte längre något resultat, eftersom underlaget inte räcker.",
    )
    left += [LeftOut("bredd", None, None), LeftOut("x", 30.0, "leave")]
    who = [LeftOut("bedomare-0", None, None), LeftOut("annan", None, None)]
    assert without_sentences(CRITERIA, evaluation, network(found), left, who) == (
        "Utan ett av kriterierna ”djup” eller ”bredd” får A inte längre något resultat, eftersom "
        "underlaget inte räcker.",
        "Utan kriteriet ”x” blir resultatet för A ”begär utträde”.",
        "Utan svaren från bedomare-0 eller annan får A inte längre något resultat, eftersom "
        "underlaget inte räcker.",
    )


@pytest.mark.parametrize(
    ("count", "wanted"),
    [
        (0, "Resultatet för A blir detsamma även om ett betyg är ett steg högre eller lägre."),
        (1, "Resultatet för A blir ”avvakta” om betyget på ”C0” är ett steg lägre."),
        (
            5,
            "Resultatet för A blir ”avvakta” om ett av betygen på ”C0”, ”C1”, ”C2”, ”C3” eller "
            "”C4” är ett steg lägre.",
        ),
        (6, "Resultatet för A blir ”avvakta” om något av sex betyg är ett steg lägre."),
        (13, "Resultatet för A blir ”avvakta” om något av 13 betyg är ett steg lägre."),
    ],
)
def test_scores_are_named_while_they_are_few(found: Robustness, count: int, wanted: str) -> None:
    criteria = criteria_set(theme("bredden", 1, *(judged(f"c{n}") for n in range(max(count, 1)))))
    steps = [StepChange(f"c{n}", -1, 50.0, "come-back") for n in range(count)]
    (sentence,) = step_sentences(criteria, network(found), steps)
    assert sentence.replace("\u00a0", " ") == wanted
