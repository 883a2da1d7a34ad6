"""The words for how sure a conclusion is, bound to the limits in the criteria file."""

from __future__ import annotations

from decimal import Decimal

import pytest

from natverkskollen.analysis.robustness.certainty import certainty
from natverkskollen.analysis.robustness.robustness import Options, robustness
from natverkskollen.dossier.dossier import Dossier
from natverkskollen.files.problem import DataError
from natverkskollen.model.answer import Answer
from natverkskollen.model.rules import RobustnessRules
from tests.building.dossiers import shipped, with_answer

RULES = RobustnessRules()


def drawn(keep: float) -> dict[str, float]:
    """Shares of the draws where what is not kept is to come back."""
    return {"keep": keep, "come-back": 1 - keep, "leave": 0.0}


@pytest.mark.parametrize(
    ("keep", "weights", "evidence", "level", "words"),
    [
        (0.95, 0.9, 0.9, "clear", "säker"),
        (0.946, 0.9, 0.9, "clear", "säker"),  # the reader sees 95 of 100
        (0.944, 0.9, 0.9, "likely", "ganska säker"),
        (0.75, 0.9, 0.9, "likely", "ganska säker"),
        (0.74, 0.6, 0.9, "weights", "osäker"),
        (0.74, 0.9, 0.6, "evidence", "osäker"),
        (0.30, 0.2, 0.2, "weights", "osäker"),
    ],
)
def test_words_follow_the_limits(keep, weights, evidence, level, words):
    found = certainty(RULES, "keep", drawn(keep), drawn(weights), drawn(evidence))
    assert (found.level, found.words) == (level, words)


def test_no_verdict_has_no_certainty():
    found = certainty(RULES, None, drawn(1), drawn(1), drawn(1))
    assert (found.level, found.words) == (None, "underlaget räcker inte")


def test_the_limits_come_from_the_criteria_file():
    found = shipped("huddinge-2025")
    rules = found.criteria.robustness.model_copy(
        update={"likely_from": Decimal(90), "clear_from": Decimal(100)}
    )
    strict = found.criteria.model_copy(update={"robustness": rules})
    changed = robustness(Dossier(found.evaluation, strict, found.networks, found.sheets))
    # SEKOM's 87 of 100 no longer suffices; with fixed answers 96 of 100 agree, with fixed weights
    # 88, so the answers decide.
    assert changed.network("sekom").certainty.level == "evidence"


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (Options(draws=999), "antalet försök är 999"),
        (Options(draws=1_000_001), "antalet försök är 1000001"),
        (Options(seed=-1), "fröet är -1"),
        (Options(profile="finns-inte"), "viktprofilen 'finns-inte' finns inte"),
        (Options(points={"fokus": 0}), "alla vikter är 0"),
        (Options(points={"finns-inte": 1}), "temat finns inte i kriteriesamlingen: finns-inte"),
        (Options(ranks={"fokus": 1}), "saknar kostnad"),
    ],
)
def test_what_cannot_be_done_is_told(options, what):
    with pytest.raises(DataError, match=what):
        robustness(shipped("huddinge-2025"), options)


def test_a_ranking_or_intervals_of_the_readers_own():
    found = shipped("huddinge-2025")
    order = {"symbolvarde": 1, "fokus": 2, "kostnad": 3, "strategisk-nytta": 4}
    ranked = robustness(found, Options(ranks=order))
    assert ranked.weights == "ranked"
    weights = ranked.network("klimatkommunerna").central_keep
    assert list(weights) == ["fokus", "kostnad", "strategisk-nytta", "symbolvarde"]
    assert weights["symbolvarde"] > weights["fokus"] > weights["kostnad"]
    same = {theme: (25.0, 25.0) for theme in order}
    fixed = robustness(found, Options(intervals=same))
    assert fixed.network("sekom").central_keep == pytest.approx(dict.fromkeys(weights, 0.25))


def test_a_minimum_level_nobody_has_assessed_is_put_down_to_the_evidence():
    found = shipped("huddinge-2025")
    sheet = found.sheets["forvaltningen"]
    criterion = found.criteria.criterion("anvandning-i-arbetet")
    emptied = {"forvaltningen": with_answer(sheet, "klimatkommunerna", criterion, Answer())}
    changed = robustness(Dossier(found.evaluation, found.criteria, found.networks, emptied))
    klimat = changed.network("klimatkommunerna")
    # Not shown to be reached, so come back; with the answers as they are no weighting says keep.
    assert klimat.verdict == "come-back"
    assert klimat.certainty.weights_only == 1
    assert klimat.certainty.level == "evidence"
