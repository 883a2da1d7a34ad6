"""Agreement between assessors against the published figures of R's irr and psych."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from natverkskollen.analysis.agreement import (
    Agreement,
    agreement,
    icc,
    kendalls_w,
    theme_agreements,
)
from natverkskollen.store import read_library
from tests import ROOT
from tests.building.dossiers import criteria_set, dossier, judged, score, theme

# irr's data set "anxiety": 20 persons, 3 raters, steps 1-6.
ANXIETY = tuple(
    zip(
        [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
        [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
        [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
        strict=True,
    )
)


def table(*rows: tuple[int, ...]) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row] for row in rows]


def test_kendalls_w_is_the_published_one() -> None:
    w = kendalls_w(table(*ANXIETY))
    assert w == pytest.approx(0.539657, abs=5e-7)
    statistic = 3 * (20 - 1) * w  # Friedman's chi square, 19 degrees of freedom
    assert statistic == pytest.approx(30.760, abs=5e-4)
    assert _upper_tail(statistic, 19) == pytest.approx(0.0429, abs=5e-5)


def test_the_icc_is_the_published_one() -> None:
    """irr: ICC(A,1) = 0.198; of the mean of three it is, by Spearman and Brown, 3r / (1 + 2r)."""
    one = 0.1979983
    assert icc(table(*ANXIETY)) == pytest.approx(3 * one / (1 + 2 * one), abs=2e-7)


def _upper_tail(x: float, odd: int) -> float:
    """The chi-square distribution's upper tail for an odd number of degrees of freedom."""
    tail, term = math.erfc(math.sqrt(x / 2)), math.sqrt(2 * x / math.pi) * math.exp(-x / 2)
    for degrees in range(3, odd + 2, 2):
        tail, term = tail + term, term * x / degrees
    return tail


def test_cases_that_can_be_counted_by_hand() -> None:
    same = table((1, 1, 1), (2, 2, 2), (3, 3, 3))
    assert (kendalls_w(same), icc(same)) == (1, 1)
    turned = table((1, 3), (2, 2), (3, 1))
    assert kendalls_w(turned) == 0
    one_step_up = table((1, 2, 3), (2, 3, 4), (3, 4, 5))
    assert kendalls_w(one_step_up) == 1, "the same order"
    assert icc(one_step_up) == pytest.approx(0.75), "but not the same scores"
    flat = table((2, 2, 2), (2, 2, 2))
    assert (kendalls_w(flat), icc(flat)) == (None, None)


def test_the_words_carry_the_figures() -> None:
    words = Agreement(3, 20, 0.539657, 0.1979983).words
    assert words == (
        "De 3 bedömarna rangordnar svaren delvis lika (Kendalls W 0,54). Samstämmigheten i det som "
        "de 3 säger tillsammans är låg (ICC(A,3) 0,20). Det bygger på 20 svar som alla har gett."
    )
    assert "samma poäng" in Agreement(3, 5, None, None).words
    assert "mycket lika" in Agreement(3, 5, 1.0, 1.0).words
    assert "mycket olika" in Agreement(3, 5, 0.0, None).words


def test_it_is_silent_with_too_few_assessors_or_answers() -> None:
    library = read_library(ROOT)
    assert agreement(library.dossier("huddinge-2025")) is None
    found = agreement(library.dossier("exempel-vastra-gotaland"))
    assert found is None or (found.assessors >= 3 and found.cells >= 5)


def test_assessors_who_each_give_one_score_throughout_are_not_said_to_agree():
    """METHOD agr3: 1, 3 and 5 throughout, four steps apart."""
    said = Agreement(3, 5, None, None, Fraction(4)).words.replace("\u00a0", " ")
    assert "var för sig gett alla svar samma poäng" in said
    assert "fyra steg mellan den lägsta och den högsta" in said
    half = Agreement(3, 5, None, None, Fraction(3, 2)).words.replace("\u00a0", " ")
    assert "1,5 steg mellan" in half
    assert "skiljer" not in Agreement(3, 5, None, None).words


TWO_THEMES = criteria_set(
    theme("nytta", 50, *(judged(f"a{n}") for n in range(6)), title="Nytta"),
    theme("varde", 50, *(judged(f"b{n}") for n in range(2)), title="Värde"),
)


def scored(*columns: list[int | None]):
    """A dossier where each assessor scores a0–a5 and b0–b1 of one network in order."""
    ids = [*(f"a{n}" for n in range(6)), *(f"b{n}" for n in range(2))]
    sheets = [
        {"x": {id_: score(step) for id_, step in zip(ids, column, strict=False) if step}}
        for column in columns
    ]
    return dossier(TWO_THEMES, sheets)


THREE = ([1, 2, 3, 4, 5, 3, 2, 4], [2, 3, 4, 5, 5, 4, 3, 5], [1, 2, 3, 4, 4, 3, 1, 3])


def test_an_assessor_with_one_answer_does_not_silence_the_others():
    three, four = agreement(scored(*THREE)), agreement(scored(*THREE, [5]))
    assert three and four
    assert (four.assessors, four.cells, four.w, four.icc) == (3, 8, three.w, three.icc)
    assert four.left_out == ("bedomare-3",) and three.left_out == ()
    assert "bedomare-3 har svarat på för lite" in four.words
    assert agreement(scored(*THREE[:2], [5])) is None


def test_the_agreement_is_told_per_theme_where_there_is_enough():
    """Six answers in the first theme, two in the second."""
    (said,) = theme_agreements(scored(*THREE))
    assert said.startswith("Nytta: mycket lika ordning (W 0,9") and "6 svar" in said
    (same,) = theme_agreements(scored([3] * 6, [3] * 6, [3] * 6))
    assert same == "Nytta: samma poäng på allt (6 svar)."
    (own,) = theme_agreements(scored([1] * 6, [3] * 6, [5] * 6))
    assert own == "Nytta: var för sig samma poäng på allt (6 svar)."
