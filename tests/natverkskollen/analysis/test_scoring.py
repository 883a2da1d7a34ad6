"""Totals, bounds, coverage and verdicts: hand calculations, and laws that must always hold."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natverkskollen.analysis.result import input_hash
from natverkskollen.analysis.scoring import evaluate, renewed
from natverkskollen.analysis.wording import verdict_sentence
from natverkskollen.files.yaml_tree import read_tree
from natverkskollen.model.answer import Answer
from natverkskollen.model.span import Span
from tests import ROOT
from tests.building.dossiers import SOURCE, criteria_set, dossier, judged, network, score, theme

TWO = criteria_set(theme("nytta", 60, judged("a", 3), judged("b")), theme("varde", 40, judged("c")))
ARSAVGIFT = {
    "id": "avgift",
    "title": "Avgift",
    "question": "Vad?",
    "computed": "annual_cost_sek",
    "value": {0: 100, 40000: 50, 120000: 0},
}
WITH_COST = criteria_set(
    theme("nytta", 50, judged("a")), theme("kostnad", 50, ARSAVGIFT, cost=True)
)


def first(criteria, answers, **more):
    return evaluate(dossier(criteria, {"x": answers}, **more)).networks[0]


def test_the_total_is_the_weighted_mean_of_the_themes():
    """a=5 (100, weight 3), b=1 (0): theme 75; c=3: 50. 0,6·75 + 0,4·50 = 65."""
    found = first(TWO, {"a": score(5), "b": score(1), "c": score(3)})
    assert [t.value for t in found.themes] == [75, 50]
    assert [t.contribution for t in found.themes] == [45, 20]
    assert (found.total, found.low, found.high, found.coverage) == (65, 65, 65, 1)
    assert found.verdict == "keep"


def test_a_missing_answer_is_neither_nought_nor_the_mean():
    """Without a (45 of 100 of the weight): b=3 and c=3 are 50; 0–100 for a gives 27,5–72,5."""
    found = first(TWO, {"b": score(3), "c": score(3)})
    assert found.coverage == Fraction(55, 100)
    assert (found.total, found.low, found.high) == (50, Fraction(275, 10), Fraction(725, 10))
    assert (found.verdict, found.verdict_low, found.verdict_high) == (None, "leave", "keep")


def test_too_little_assessed_gives_no_verdict():
    found = first(TWO, {"b": score(5)})
    assert found.total == 100
    assert found.verdict is None


def test_nothing_assessed_says_nothing():
    found = first(TWO, {})
    assert (found.total, found.low, found.high, found.coverage) == (None, 0, 100, 0)
    assert found.verdict is None


def test_not_applicable_leaves_the_denominator():
    """c does not apply: the whole weight is theme nytta's; a=5, b=5 is 100 with full coverage."""
    out = Answer(not_applicable=True, rationale="Finns inte här.")
    found = first(TWO, {"a": score(5), "b": score(5), "c": out})
    assert (found.total, found.coverage, found.themes[1].value) == (100, 1, None)


@pytest.mark.parametrize(
    ("grade", "low", "high"), [("A", 50, 50), ("B", 37.5, 62.5), ("C", 25, 75), (None, 25, 75)]
)
def test_weak_evidence_widens_a_step(grade, low, high):
    """Step 3 ± 0, ½ or 1 on a scale of four steps, each worth 25."""
    one = criteria_set(theme("t", 1, judged("a")))
    found = first(one, {"a": score(3, grade)})
    assert (found.total, float(found.low), float(found.high)) == (50, low, high)


def test_a_width_stops_at_the_end_of_the_scale():
    one = criteria_set(theme("t", 1, judged("a")))
    found = first(one, {"a": score(5, "C")})
    assert (found.total, found.low, found.high) == (100, 75, 100)


def test_a_span_counts_by_its_middle_and_bounds_by_its_ends():
    one = criteria_set(theme("t", 1, judged("a")))
    span = Answer(score=Span(low=2, high=5), rationale="Osäkert.", grade="A")
    found = first(one, {"a": span})
    assert (found.total, found.low, found.high) == (Fraction(125, 2), 25, 100)


def test_a_number_is_valued_by_its_function_and_a_falling_one_turns_the_bounds():
    """0 h = 100, 40 h = 60, 120 h = 0: 20–40 h is 80–60, its middle 30 h is 70."""
    hours = {"id": "h", "title": "H", "question": "?", "unit": "timmar"}
    hours |= {"value": {0: 100, 40: 60, 120: 0}}
    found = first(
        criteria_set(theme("t", 1, hours)),
        {"h": Answer(score=Span(low=20, high=40), rationale="Uppskattat.")},
    )
    assert (found.total, found.low, found.high) == (70, 60, 80)


def test_benefit_leaves_the_cost_theme_out_and_cost_is_counted_from_the_fee():
    """4 000 + 0,30 · 10 000 = 7 000 kr is worth 91,25; with a=3: (50 + 91,25) / 2 = 70,625."""
    rule = {"year": 2024, "fixed": 4000, "per_inhabitant": Decimal("0.30"), "source": SOURCE}
    found = first(WITH_COST, {"a": score(3)}, networks={"x": network("x", fees=(rule,))})
    assert found.cost.total == Decimal("7000.00")
    assert found.cost.per_inhabitant == Decimal("0.70")
    assert (found.total, found.benefit) == (Fraction(70625, 1000), 50)


def test_an_unknown_fee_leaves_the_cost_unassessed_and_the_total_unknown_in_kronor():
    rule = {"year": 2021, "unknown": True, "source": SOURCE}
    found = first(WITH_COST, {"a": score(3)}, networks={"x": network("x", fees=(rule,))})
    assert found.cost.total is None
    assert (found.total, found.low, found.high, found.coverage) == (50, 25, 75, Fraction(1, 2))


def test_staff_time_is_counted_only_where_it_is_entered():
    rule = {"year": 2024, "fixed": 1000, "source": SOURCE}
    found = first(
        WITH_COST,
        {"a": score(3)},
        networks={"x": network("x", fees=(rule,))},
        memberships=({"network": "x", "hours_per_year": 10, "travel_sek": Decimal("250.50")},),
        hourly_cost={"amount": 500, "note": "med PO-pålägg"},
    )
    assert [(line.label, line.amount) for line in found.cost.lines] == [
        ("Medlemsavgift", Decimal("1000.00")),
        ("Arbetstid", Decimal("5000.00")),
        ("Resor", Decimal("250.50")),
    ]
    assert found.cost.total == Decimal("6250.50")


@pytest.mark.parametrize(("steps", "verdict"), [(4, "keep"), (3, "come-back"), (2, "leave")])
def test_the_cut_offs_decide_the_verdict(steps, verdict):
    one = criteria_set(theme("t", 1, judged("a")))
    assert first(one, {"a": score(steps)}).verdict == verdict


def test_a_value_on_the_cut_off_is_on_it():
    """(1·25 + 7·100 + 7·25) / 15 = 60; in binary floats 1/15·25 + 7/15·100 + 7/15·25 is less."""
    assert 1 / 15 * 25 + 7 / 15 * 100 + 7 / 15 * 25 < 60
    three = criteria_set(
        theme("t", 1, judged("a")), theme("u", 7, judged("b")), theme("v", 7, judged("c"))
    )
    found = first(three, {"a": score(2), "b": score(5), "c": score(2)})
    assert (found.total, found.verdict) == (60, "keep")


def test_a_minimum_level_blocks_keep_whatever_the_sum():
    """b=1 under its minimum 2: the total 75 would keep."""
    rules = {"keep_from": 60, "leave_below": 40, "minimum": {"b": 2}}
    strict = criteria_set(theme("t", 1, judged("a", 3), judged("b")), verdict=rules)
    found = first(strict, {"a": score(5), "b": score(1)})
    assert (found.total, found.verdict) == (75, "come-back")
    assert [criterion.id for criterion in found.blocked_by] == ["b"]
    assert first(strict, {"a": score(5), "b": score(2)}).verdict == "keep"


def test_an_unanswered_minimum_is_not_shown_to_be_reached():
    rules = {"keep_from": 60, "leave_below": 40, "minimum": {"b": 2}}
    strict = criteria_set(theme("t", 1, judged("a", 3), judged("b")), verdict=rules)
    found = first(strict, {"a": score(5)})
    assert (found.verdict, found.verdict_high) == ("come-back", "keep")


def test_several_assessors_count_by_their_median_and_the_bounds_take_in_all():
    """1, 2 and 5 (0, 25, 100): the median is 25, the bounds 0–100."""
    one = criteria_set(theme("t", 1, judged("a")))
    sheets = [{"x": {"a": score(step)}} for step in (1, 5, 2)]
    found = evaluate(dossier(one, sheets)).networks[0]
    assert (found.total, found.low, found.high) == (25, 0, 100)


def test_a_joint_answer_speaks_for_all_and_the_others_stay_readable():
    one = criteria_set(theme("t", 1, judged("a")))
    people = (
        {"id": "bedomare-0", "role": "A"},
        {"id": "bedomare-1", "role": "Alla", "joint": True},
    )
    sheets = [{"x": {"a": score(1)}}, {"x": {"a": score(4)}}]
    found = evaluate(dossier(one, sheets, assessors=people)).networks[0]
    assert (found.total, found.low, found.high) == (75, 75, 75)
    assert len(found.criteria[0].assessment.grounds) == 2


def test_an_answer_under_an_earlier_id_still_counts():
    renamed = {**judged("nytt"), "earlier_ids": ("gammalt",)}
    found = first(criteria_set(theme("t", 1, renamed)), {"gammalt": score(4)})
    assert found.total == 75


def test_a_profile_replaces_the_weights():
    """lika: (75 + 50) / 2 = 62,5 in place of 65."""
    profiles = ({"id": "lika", "title": "Lika vikter", "weights": {"nytta": 1, "varde": 1}},)
    themes = (theme("nytta", 60, judged("a", 3), judged("b")), theme("varde", 40, judged("c")))
    answers = {"a": score(5), "b": score(1), "c": score(3)}
    found = evaluate(
        dossier(
            criteria_set(*themes, profiles=profiles), {"x": answers}, weighting={"profile": "lika"}
        )
    )
    assert found.networks[0].total == Fraction(125, 2)
    assert found.weighting_title == "Lika vikter"


STEPS = st.integers(1, 5)


@given(STEPS, STEPS, STEPS, st.integers(1, 99), st.integers(1, 99))
@settings(max_examples=60)
def test_scaling_all_weights_changes_nothing(a, b, c, heavy, times):
    answers = {"a": score(a), "b": score(b), "c": score(c)}
    totals = [
        first(
            criteria_set(
                theme("nytta", heavy * k, judged("a", 3 * k), judged("b", k)),
                theme("varde", 7 * k, judged("c")),
            ),
            answers,
        ).total
        for k in (1, times)
    ]
    assert totals[0] == totals[1]


@given(st.lists(STEPS, min_size=3, max_size=3), st.integers(0, 2), STEPS)
@settings(max_examples=60)
def test_raising_a_score_never_lowers_a_value(steps, which, to):
    higher = [*steps]
    higher[which] = max(steps[which], to)
    found = [
        first(TWO, dict(zip("abc", map(score, each), strict=True))) for each in (steps, higher)
    ]
    assert found[0].total <= found[1].total
    assert found[0].low <= found[1].low


@given(STEPS)
def test_equal_scores_give_that_score(step):
    assert first(TWO, {id_: score(step) for id_ in "abc"}).total == (step - 1) * 25


@given(st.lists(STEPS, min_size=3, max_size=3), st.lists(STEPS, min_size=3, max_size=3))
@settings(max_examples=40)
def test_adding_a_network_never_changes_anothers_value(here, there):
    mine = dict(zip("abc", map(score, here), strict=True))
    theirs = dict(zip("abc", map(score, there), strict=True))
    alone = evaluate(dossier(TWO, {"x": mine})).networks[0]
    beside = evaluate(dossier(TWO, {"x": mine, "y": theirs})).networks[0]
    assert (alone.total, alone.verdict) == (beside.total, beside.verdict)


@given(
    st.dictionaries(st.sampled_from("abc"), st.tuples(STEPS, st.sampled_from(["A", "B", "C"]))),
)
@settings(max_examples=80)
def test_the_value_lies_between_its_bounds_and_the_themes_add_up_to_it(given_answers):
    found = first(TWO, {id_: score(step, grade) for id_, (step, grade) in given_answers.items()})
    assert 0 <= found.low <= found.high <= 100
    if found.total is not None:
        assert found.low <= found.total <= found.high
        parts = [t.contribution for t in found.themes if t.contribution is not None]
        assert sum(parts) == found.total


def test_the_hash_follows_the_content():
    answers = {"a": score(5), "b": score(1), "c": score(3)}
    same = [input_hash(dossier(TWO, {"x": dict(answers)})) for _ in range(2)]
    other = input_hash(dossier(TWO, {"x": {**answers, "a": score(4)}}))
    reasoned = input_hash(dossier(TWO, {"x": {**answers, "a": score(5, "B")}}))
    assert len({*same, other, reasoned}) == 3


RULES = ("minimum", "min_coverage", "min_applicable", "missing_may_decide")
BORDERS = read_tree((ROOT / "tests/cases/resultat-vid-granserna.yaml").read_bytes()).data


@pytest.mark.parametrize("case", BORDERS, ids=[case["why"] for case in BORDERS])
def test_what_the_result_is_at_the_borders(case):
    """Every case of the table, down to what each criterion weighs."""
    given, weights = case["answers"], [Fraction(weight) for weight in case["weights"]]
    rules = {key: case[key] for key in RULES if key in case}
    rules |= {"keep_from": case.get("keep_from", 60), "leave_below": case.get("leave_below", 40)}
    criteria = criteria_set(
        theme("tema-t", case["weights"][0], judged("t")),
        theme("tema-u", case["weights"][1], judged("u")),
        verdict=rules,
    )
    answers = {
        id_: Answer(not_applicable=True, rationale="Gäller inte.")
        if step == "ej tillämpligt"
        else score(step)
        for id_, step in given.items()
    }
    found = first(criteria, answers)
    assert found.total == (None if case["total"] is None else Fraction(case["total"]))
    assert found.verdict == case["verdict"]
    assert [criterion.id for criterion in found.blocked_by] == list(case.get("blocked", ()))
    if "coverage" in case:
        assert found.coverage * 100 == Fraction(case["coverage"])
    for end in ("low", "high"):
        if end in case:
            assert getattr(found, f"verdict_{end}") == case[end]
    applying = [w for w, id_ in zip(weights, "tu", strict=True) if given.get(id_) not in _NEVER]
    whole = sum(applying)
    for weight, id_ in zip(weights, "tu", strict=True):
        share = 0 if given.get(id_) in _NEVER or not whole else weight / whole
        assert found.criterion(id_).share == share


_NEVER = ("ej tillämpligt",)


def test_a_criterions_share_is_its_part_of_the_theme_times_the_themes_part_of_the_whole():
    """a weighs 3 of 4 in a theme of 60 of 100: 45 per cent, b 15 and c 40; never over 100."""
    found = first(TWO, {"a": score(5), "b": score(1), "c": score(3)})
    assert {cell.criterion.id: cell.share for cell in found.criteria} == {
        "a": Fraction(45, 100),
        "b": Fraction(15, 100),
        "c": Fraction(40, 100),
    }
    assert [theme.share for theme in found.themes] == [Fraction(60, 100), Fraction(40, 100)]
    assert [cell.theme.id for cell in found.criteria] == ["nytta", "nytta", "varde"]


def test_the_benefit_has_bounds_of_its_own():
    """Graded C, step 3 may be 2–4: 25–75, whatever the cost."""
    found = first(WITH_COST, {"a": score(3, grade="C")})
    assert (found.benefit, found.benefit_low, found.benefit_high) == (50, 25, 75)


def test_a_benefit_of_which_nothing_is_known_can_be_anything():
    cost_only = criteria_set(theme("kostnad", 1, ARSAVGIFT, cost=True))
    found = first(cost_only, {})
    assert (found.benefit, found.benefit_low, found.benefit_high) == (None, 0, 100)


def test_a_computed_figure_is_kept_with_its_value():
    fees = ({"year": 2024, "fixed": 40000, "source": SOURCE},)
    found = first(WITH_COST, {"a": score(3)}, networks={"x": network("x", fees=fees)})
    cell = found.criterion("avgift")
    assert (cell.assessment.state, cell.value, cell.low, cell.high) == ("assessed", 50, 50, 50)
    figures = cell.assessment.figure, cell.assessment.low, cell.assessment.high
    assert figures == (40000, 40000, 40000)
    unknown = first(WITH_COST, {"a": score(3)}).criterion("avgift")
    assert (unknown.assessment.state, unknown.value) == ("not-assessed", None)


def test_own_weights_hold_only_where_they_name_every_theme():
    answers = {"a": score(5), "b": score(5), "c": score(1)}

    def weighted(themes):
        whole = evaluate(dossier(TWO, {"x": answers}, weighting={"themes": themes}))
        return whole.weighting_title, whole.networks[0].total, whole.weights

    own = {"nytta": Decimal(1), "varde": Decimal(3)}
    assert weighted(own) == ("Egna vikter", 25, {"nytta": Fraction(1, 4), "varde": Fraction(3, 4)})
    sets_own = {"nytta": Fraction(6, 10), "varde": Fraction(4, 10)}
    assert weighted({}) == ("Kriteriesamlingens vikter", 60, sets_own)
    assert weighted({"nytta": Decimal(1)}) == ("Kriteriesamlingens vikter", 60, sets_own)
    nothing = {"nytta": Decimal(0), "varde": Decimal(0)}
    assert weighted(nothing) == ("Kriteriesamlingens vikter", 60, sets_own)


def test_the_result_carries_what_it_was_made_of():
    """Every paper reads these: the evaluation, its criteria, the decision and what is asked of."""
    decisions = (
        {"network": "y", "outcome": "continue", "body": "Kommunstyrelsen"},
        {"network": "x", "outcome": "continue", "body": "Kommunstyrelsen"},
    )
    given = dossier(TWO, {"x": {}, "y": {}, "z": {}}, decisions=decisions)
    whole = evaluate(given)
    assert (whole.dossier, whole.evaluation, whole.criteria) == (given, given.evaluation, TWO)
    assert whole.input_hash == input_hash(given)
    for found, membership in zip(whole.networks, given.evaluation.memberships, strict=True):
        assert found.network is given.networks[membership.network]
        assert found.membership is membership
    assert [each.decision and each.decision.network for each in whole.networks] == ["x", "y", None]
    assert whole.networks[0].verdict_low == "leave" and whole.networks[0].verdict_high == "keep"


ANSWERS = {"a": score(5), "b": score(1), "c": score(3)}
SAID = {"x": ANSWERS, "y": {}}


def test_a_decision_alone_is_told_and_nothing_is_counted_anew():
    before = evaluate(dossier(TWO, SAID))
    decisions = tuple(
        {"network": each, "outcome": "continue", "body": "Kommunstyrelsen"} for each in "yx"
    )
    decided = dossier(TWO, SAID, decisions=decisions)
    found = renewed(before, decided)
    assert found == evaluate(decided)
    assert [each.decision.network for each in found.networks] == ["x", "y"]
    assert (found.dossier, found.evaluation) == (decided, decided.evaluation)
    assert found.input_hash == input_hash(decided) != before.input_hash
    for now, then in zip(found.networks, before.networks, strict=True):
        assert now.themes is then.themes and now.cost is then.cost


@pytest.mark.parametrize(
    "changed",
    [
        dossier(TWO, {"x": {**ANSWERS, "a": score(1)}, "y": {}}),
        dossier(criteria_set(theme("nytta", 1, judged("a")), theme("varde", 1, judged("c"))), SAID),
        dossier(TWO, SAID, weighting={"themes": {"nytta": Decimal(1), "varde": Decimal(3)}}),
        dossier(
            TWO,
            SAID,
            networks={
                "x": network("x", fees=({"year": 2024, "fixed": 40000, "source": SOURCE},)),
                "y": network("y"),
            },
        ),
    ],
    ids=["an answer", "the criteria", "the weights", "a fee"],
)
def test_where_anything_that_counts_is_another_all_is_counted_anew(changed):
    before = evaluate(dossier(TWO, SAID))
    found = renewed(before, changed)
    assert found == evaluate(changed)
    assert found.dossier is changed
    assert found.networks[0] != before.networks[0]


def test_a_minimum_that_the_highest_answer_still_misses_blocks_keep_at_its_best():
    """Step 2 graded A can never be 3: the best verdict is come back although the sum is 87,5."""
    rules = {"keep_from": 60, "leave_below": 40, "minimum": {"a": 3}}
    criteria = criteria_set(theme("t", 1, judged("a", 1), judged("b", 5)), verdict=rules)
    found = first(criteria, {"a": score(2), "b": score(5)})
    assert found.total == Fraction(175, 2)
    assert (found.verdict_low, found.verdict, found.verdict_high) == ("come-back",) * 3
    reaching = first(criteria, {"a": score(2, grade="C"), "b": score(5)})
    assert (reaching.verdict, reaching.verdict_high) == ("come-back", "keep")


def said(*weights, **answers):
    """The sentence about the result of two themes with these weights, with ordinary spaces."""
    criteria = criteria_set(
        theme("tema-t", weights[0], judged("t")),
        theme("tema-u", weights[1], judged("u")),
        verdict={"keep_from": 60, "leave_below": 40, "min_coverage": 50},
    )
    return verdict_sentence(criteria, first(criteria, answers)).replace("\u00a0", " ")


def test_the_words_never_contradict_the_result_at_a_limit():
    """METHOD r596 and cov496: as many decimals as tell the figure from the limit, and no more."""
    assert said(Decimal("60.4"), Decimal("39.6"), t=score(3), u=score(4)).startswith(
        "X får 59,9 av 100, mellan gränserna 40 och 60."
    )
    assert said(Decimal("60.04"), Decimal("39.96"), t=score(3), u=score(4)).startswith(
        "X får 59,99 av 100, mellan"
    )
    assert said(60, 40, t=score(3), u=score(4)).startswith("X får 60 av 100, på gränsen 60")
    assert said(40, 60, t=score(2), u=score(3)).startswith("X får 40 av 100, på gränsen 40")
    assert "bara 49,6 procent" in said(Decimal("49.6"), Decimal("50.4"), t=score(5))
    assert said(1, 1, t=score(3), u=score(3)).startswith("X får 50 av 100, mellan")


@pytest.mark.parametrize(
    ("asked", "evidence", "counted", "bounds"),
    [
        ("required", (), True, (25, 75)),
        ("required", ({"claim": "Protokoll"},), True, (50, 50)),
        ("encouraged", (), True, (50, 50)),
        ("required", (), False, (50, 50)),
    ],
)
def test_a_documented_fact_takes_evidence_where_the_criterion_requires_it(
    asked, evidence, counted, bounds
):
    """Grade A without evidence is the assessor's own judgement: one step either way."""
    criterion = {**judged("a"), "evidence": asked}
    criteria = criteria_set(theme("t", 1, criterion), documented_needs_evidence=counted)
    found = first(criteria, {"a": score(3, evidence=evidence)})
    assert (found.total, found.low, found.high) == (50, *bounds)
