"""Agreement between assessors against the published figures of R's irr and psych."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from natverkskollen.analysis.assessors import Agreement, agreement, icc, kendalls_w
from natverkskollen.store import read_library
from tests import ROOT

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
    assert icc(table(*ANXIETY)) == pytest.approx(0.1979983, abs=5e-8)


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
    assert icc(one_step_up) == pytest.approx(0.5), "but not the same scores"
    flat = table((2, 2, 2), (2, 2, 2))
    assert (kendalls_w(flat), icc(flat)) == (None, None)


def test_the_words_carry_the_figures() -> None:
    words = Agreement(3, 20, 0.539657, 0.1979983).words
    assert words == (
        "De 3 bedömarna rangordnar svaren delvis lika (Kendalls W 0,54). Samstämmigheten i själva "
        "poängen är låg (ICC 0,20). Det bygger på 20 svar som alla har gett."
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
