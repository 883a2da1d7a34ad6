"""Leaving an answer out, or calling it not applicable, never pays (METHOD.md, rule 4)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natverkskollen.analysis.result import NetworkResult
from natverkskollen.analysis.robustness.standing import network_standings
from natverkskollen.analysis.robustness.table import table
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.analysis.wording import coverage_words, verdict_sentence
from natverkskollen.model.answer import Answer
from natverkskollen.model.criteria import CriteriaSet
from tests.building.dossiers import criteria_set, dossier, judged, score, theme
from tests.thorough import FULL

OUT = Answer(not_applicable=True, rationale="Gäller inte.")
FOUR = criteria_set(*(theme(f"t{n}", 25, judged(f"c{n}")) for n in range(4)))


def first(criteria: CriteriaSet, answers: dict[str, Answer]) -> NetworkResult:
    return evaluate(dossier(criteria, {"x": answers})).networks[0]


def said(criteria: CriteriaSet, found: NetworkResult) -> str:
    return verdict_sentence(criteria, found).replace("\u00a0", " ")


def four(*steps: int | Answer | None) -> NetworkResult:
    """One network's answers on four criteria that weigh a quarter each."""
    given = {
        f"c{n}": step if isinstance(step, Answer) else score(step)
        for n, step in enumerate(steps)
        if step is not None
    }
    return first(FOUR, given)


def test_the_three_ways_of_one_network():
    """METHOD game-all, game-left-out and game-na: 37.5 leaves, and neither way out of it works."""
    whole = four(4, 4, 1, 1)
    assert (whole.total, whole.verdict) == (Fraction("37.5"), "leave")
    left_out = four(4, 4, None, None)
    assert (left_out.verdict, left_out.enough.lacking) == (None, "coverage")
    assert "bara 50 procent av vikten är bedömd, och gränsen är 75" in said(FOUR, left_out)
    exempt = four(4, 4, OUT, OUT)
    assert (exempt.verdict, exempt.enough.lacking) == (None, "applicable")
    assert "bara 50 procent av vikten är tillämplig, och gränsen är 60" in said(FOUR, exempt)
    assert coverage_words(exempt) == "allt tillämpligt är bedömt, 50\u00a0procent är ej tillämplig"


def test_what_is_left_out_and_decides_alone_leaves_no_result():
    """4, 4 and 3 are 66.7; with the fourth at worst 50 and at best 75."""
    found = four(4, 4, 3, None)
    assert (found.coverage, found.verdict) == (Fraction(3, 4), None)
    assert found.enough.lacking == "missing"
    assert said(FOUR, found) == (
        "Underlaget räcker inte för ett resultat om X: de obesvarade frågorna avgör ensamma. På "
        "lägsta nivå ger de 50 av 100 och ”avvakta”, på högsta 75 av 100 och ”fortsätt”."
    )


def test_what_does_not_apply_is_told_with_the_result_at_its_lowest():
    """5, 3 and 3 are 66.7; with the fourth at 0 they are 50."""
    found = four(5, 3, 3, OUT)
    assert (found.total, found.verdict) == (Fraction(200, 3), "keep")
    lowest = found.enough.without_exceptions
    assert lowest and (lowest.total, lowest.verdict) == (50, "come-back")
    assert said(FOUR, found).endswith(
        "Det som inte är tillämpligt har 25 procent av vikten. Räknas det som lägsta nivå blir "
        "värdet 50 och resultatet ”avvakta”."
    )
    unchanged = four(5, 5, 5, OUT)
    assert said(FOUR, unchanged).endswith("blir värdet 75 och resultatet detsamma.")
    assert "inte är tillämpligt" not in said(FOUR, four(5, 5, 5, 5))


def test_a_minimum_level_is_not_escaped_by_calling_it_not_applicable():
    """The rest is 100; at its lowest the exempt criterion misses its minimum level."""
    rules = {"keep_from": 60, "leave_below": 40, "minimum": {"c0": 2}}
    strict = criteria_set(*(theme(f"t{n}", 25, judged(f"c{n}")) for n in range(4)), verdict=rules)
    found = first(strict, {"c0": OUT, "c1": score(5), "c2": score(5), "c3": score(5)})
    lowest = found.enough.without_exceptions
    assert lowest and (found.verdict, lowest.total, lowest.verdict) == ("keep", 75, "come-back")


@st.composite
def tables(draw: st.DrawFn) -> tuple[CriteriaSet, dict[str, int]]:
    """Any criteria set of one to four themes, with an answer to every question."""
    themes, steps = [], {}
    for t in range(draw(st.integers(1, 4))):
        asked = []
        for _ in range(draw(st.integers(1, 3))):
            id_ = f"c{len(steps)}"
            steps[id_] = draw(st.integers(1, 5))
            asked.append(judged(id_, draw(st.integers(1, 4))))
        themes.append(theme(f"t{t}", draw(st.integers(1, 9)), *asked))
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=2, max_size=2)))
    rules: dict[str, Any] = {"leave_below": cuts[0], "keep_from": cuts[1]}
    rules["min_coverage"] = draw(st.sampled_from([0, 50, 75]))
    limited = draw(st.sets(st.sampled_from(sorted(steps)), max_size=2))
    rules["minimum"] = {id_: draw(st.integers(1, 5)) for id_ in limited}
    return criteria_set(*themes, verdict=rules), steps


# Two thousand in `make robust`.
TABLES = 2_000 if FULL else 50
BETTER = {"leave": 0, "come-back": 1, "keep": 2}


@settings(max_examples=TABLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.data())
def test_leaving_answers_out_never_improves_a_result(asked, data):
    """What is left is the same result as before, no better one, or none: five ways a table."""
    criteria, steps = asked
    full = first(criteria, {id_: score(step) for id_, step in steps.items()})
    assert full.verdict is not None
    some = st.sets(st.sampled_from(sorted(steps)), max_size=len(steps) - 1)
    for kept in data.draw(st.lists(some, min_size=5, max_size=5)):
        part = first(criteria, {id_: score(steps[id_]) for id_ in kept})
        assert part.verdict is None or BETTER[part.verdict] <= BETTER[full.verdict]
        if not criteria.verdict.minimum and part.verdict is not None:
            assert part.verdict == full.verdict


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.data())
def test_calling_answers_not_applicable_is_told_or_gives_no_result(asked, data):
    """Under the floor there is no result; over it the sentence tells what the lowest would give."""
    criteria, steps = asked
    exempt = data.draw(st.sets(st.sampled_from(sorted(steps)), min_size=1))
    answers = {id_: OUT if id_ in exempt else score(step) for id_, step in steps.items()}
    found = first(criteria, answers)
    lowest = first(criteria, {id_: score(1) if a is OUT else a for id_, a in answers.items()})
    whole = Fraction(sum(t.weight for t in criteria.themes))
    applies = sum(
        Fraction(t.weight)
        / whole
        * Fraction(c.weight)
        / Fraction(sum(k.weight for k in t.criteria))
        for t in criteria.themes
        for c in t.criteria
        if c.id not in exempt
    )
    assert found.enough.applicable == applies
    told = found.enough.without_exceptions
    assert told and (told.total, told.verdict) == (lowest.total, lowest.verdict)
    if applies * 100 < 60:
        assert found.verdict is None
    elif found.verdict is not None:
        assert "inte är tillämpligt" in verdict_sentence(criteria, found)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.data())
def test_the_numbers_behind_the_what_ifs_follow_the_same_rules(asked, data):
    criteria, steps = asked
    state = st.sampled_from(["scored", "scored", "out", "missing"])
    answers = {}
    for id_, step in steps.items():
        each = data.draw(state)
        if each != "missing":
            answers[id_] = OUT if each == "out" else score(step)
    given_ = dossier(criteria, {"x": answers})
    result = evaluate(given_)
    found, there = result.networks[0], network_standings(table(result, given_), 0)
    assert there.verdict() == found.verdict
    if found.enough.applicable:
        assert float(there.applicable) == pytest.approx(float(found.enough.applicable))
    if found.enough.least and found.enough.most:
        ends = [float(each.total) for each in (found.enough.least, found.enough.most)]
        assert [float(there.least), float(there.most)] == pytest.approx(ends)


def test_a_copy_from_before_the_rules_keeps_to_what_it_says():
    """A copy is whole: what it does not name did not exist when the evaluation was scored."""
    then = FOUR.as_copied()
    assert (then.verdict.min_applicable, then.verdict.missing_may_decide) == (0, True)
    assert then.robustness.common_error == 0
    stated = criteria_set(
        *(theme(f"t{n}", 25, judged(f"c{n}")) for n in range(4)),
        verdict={"keep_from": 60, "leave_below": 40, "min_applicable": Decimal(60)},
        robustness={"common_error": Decimal("0.5")},
        documented_needs_evidence=True,
    )
    assert stated.as_copied() is stated
