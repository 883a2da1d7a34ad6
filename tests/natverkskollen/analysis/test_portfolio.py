"""The set of memberships counted by hand: two networks, two needs, one seat."""

from dataclasses import replace
from decimal import Decimal

from natverkskollen.analysis.needs import meetings, needs, overlap_sentences
from natverkskollen.analysis.portfolio import least_known, leaving_sentences, portfolio
from natverkskollen.analysis.scoring import evaluate
from natverkskollen.model.answer import Answer
from tests.building import dossiers as build

NEEDS = (
    {"id": "klimat", "title": "Minska utsläppen", "tags": ("klimat",)},
    {"id": "natur", "title": "Skydda naturen", "tags": ("natur",)},
)


def fact(id_, tag, **more):
    return {
        "id": id_,
        "label": id_.capitalize(),
        "value": "Finns",
        "as_of": "2024-12-31",
        "tags": (tag,),
        "source": build.SOURCE,
        **more,
    }


def three(tag):
    return tuple(fact(f"{tag}-{number}", tag) for number in range(3))


def fee(amount):
    return ({"year": 2025, "fixed": amount, "source": build.SOURCE},)


def result(a=None, b=None, scores=(3, 3), **more):
    """Network a meets the climate need at 100 kr, b meets both at 300 kr, unless told."""
    criteria = build.criteria_set(
        build.theme("t", 1, {**build.judged("k"), "tags": ("klimat", "natur")})
    )
    networks = {
        "a": build.network("a", **(a or {"fees": fee(100), "facts": three("klimat")})),
        "b": build.network(
            "b", **(b or {"fees": fee(300), "facts": (*three("klimat"), *three("natur"))})
        ),
    }
    answers = {
        id_: {"k": build.score(step) if step else Answer()}
        for id_, step in zip(networks, scores, strict=True)
    }
    given = {"needs": NEEDS, **more}
    return evaluate(build.dossier(criteria, answers, inhabitants=10, networks=networks, **given))


def levels(found):
    return [[meeting.level for meeting in row] for row in meetings(found)]


def test_a_need_is_met_by_three_facts_and_half_the_value():
    assert levels(result()) == [["met", "met"], ["partly", "met"]]
    assert levels(result(scores=(2, 3))) == [["partly", "met"], ["not-met", "met"]]
    assert levels(result(scores=(None, 3))) == [["met", "met"], ["not-assessed", "met"]]


def own(score_a, score_b=3, **more):
    """A is a network of the municipality's own, of which no source tells anything."""
    return result(a={"fees": fee(100)}, scores=(score_a, score_b), **more)


def test_answers_alone_decide_about_a_network_that_no_source_tells_of():
    assert levels(own(5)) == [["met", "met"], ["met", "met"]]
    assert levels(own(2)) == [["not-met", "met"], ["not-met", "met"]]
    assert levels(own(None)) == [["not-assessed", "met"], ["not-assessed", "met"]]


def test_what_does_not_apply_is_no_need_that_is_not_met():
    found = own(None)
    sheet = found.dossier.sheets["bedomare-0"]
    criterion = found.criteria.criteria[0]
    answer = Answer(not_applicable=True, rationale="Gäller inte.")
    sheets = {"bedomare-0": build.with_answer(sheet, "a", criterion, answer)}
    changed = evaluate(replace(found.dossier, sheets=sheets))
    assert levels(changed) == [["not-applicable", "met"], ["not-applicable", "met"]]


def test_the_best_network_of_ones_own_is_not_told_to_be_replaced_by_the_others():
    """A alone meets both needs, though no source tells of it: leaving it leaves them unmet."""
    found = own(5, 1)
    words = " ".join(leaving_sentences(portfolio(found).leaving[0]))
    assert "De andra tillgodoser alla behov" not in words
    assert "Bara delvis tillgodoses då ”Minska utsläppen” och ”Skydda naturen”." in words


def test_what_nobody_has_assessed_is_not_told_to_be_covered():
    found = own(None, 1)
    words = " ".join(leaving_sentences(portfolio(found).leaving[0]))
    assert "De andra tillgodoser alla behov" not in words
    assert "Ingen har bedömt om medlemskapet tillgodoser ”Minska utsläppen” och" in words


def test_what_only_one_meets_in_part_is_not_lost_in_silence():
    few = {"fees": fee(100), "facts": three("klimat")[:2]}
    bare = {"fees": fee(300), "facts": three("annat")}
    found = result(a=few, b=bare, scores=(2, 1))
    words = " ".join(leaving_sentences(portfolio(found).leaving[0]))
    assert "Inte ens delvis tillgodoses då ”Minska utsläppen”." in words


def test_two_facts_goals_and_plans_do_not_meet_a_need():
    few = {"facts": three("klimat")[:2]}
    meant = {"facts": tuple(fact(f"x-{n}", "klimat", kind="goal") for n in range(3))}
    assert levels(result(a=few, scores=(None, 3)))[0] == ["partly", "met"]
    assert levels(result(a=meant, scores=(None, 3)))[0] == ["not-assessed", "met"]


def test_costs_of_the_set_and_of_leaving():
    """100 + 300 = 400, which is 40 for each of 10 inhabitants."""
    whole = portfolio(result())
    assert [scenario.title for scenario in whole.scenarios] == [
        "Som i dag",
        "Utan A",
        "Utan B",
        "Utan alla",
    ]
    assert [scenario.cost for scenario in whole.scenarios] == [400, 300, 100, 0]
    assert [scenario.freed for scenario in whole.scenarios] == [0, 100, 300, 400]
    assert whole.today.per_inhabitant == Decimal("40.00")


def test_what_is_known_of_a_cost_is_told_as_the_least_it_can_be():
    unknown = ({"year": 2025, "unknown": True, "source": build.SOURCE},)
    none = [{"network": id_, "hours_per_year": 0} for id_ in "ab"]
    a = {"fees": unknown, "facts": three("klimat")}
    whole = portfolio(result(a=a, memberships=none))
    assert [scenario.cost for scenario in whole.scenarios] == [300, 300, None, 0]
    assert [scenario.freed for scenario in whole.scenarios] == [0, None, 300, 300]
    assert whole.today.per_inhabitant == 30
    least = [least_known(found.cost for found in each.kept) for each in whole.scenarios]
    assert least == ["minst ", "", "minst ", ""]
    assert "frigörs minst 300\u00a0kronor om året" in leaving_sentences(whole.leaving[-1])[0]
    assert "ett okänt belopp" in leaving_sentences(whole.leaving[0])[0]


def test_what_is_lost_is_what_nobody_else_meets():
    whole = portfolio(result())
    assert [[need.id for need in s.uncovered] for s in whole.scenarios] == [
        [],
        [],
        [],
        ["klimat", "natur"],
    ]
    assert [[need.id for need in s.weakened] for s in whole.scenarios] == [[], [], ["natur"], []]


def test_seats_and_key_figures_go_with_the_membership():
    figures = (fact("tal", "nyckeltal"), fact("mal", "nyckeltal", kind="goal"))
    memberships = ({"network": "a", "seats": ("Ordförande",)}, {"network": "b"})
    whole = portfolio(result(a={"fees": fee(1), "facts": figures}, memberships=memberships))
    assert [s.seats for s in whole.leaving] == [("Ordförande",), (), ("Ordförande",)]
    assert [len(s.key_figures) for s in whole.leaving] == [1, 0, 1]
    words = " ".join(leaving_sentences(whole.leaving[0]))
    assert "Uppdraget som ordförande upphör." in words
    assert "Villkoren för att lämna A är okända." in words


def test_overlap_is_told_in_words():
    found = result()
    assert [s.replace("\u00a0", " ") for s in overlap_sentences(found, meetings(found))] == [
        "A och B tillgodoser båda ett behov; bara B tillgodoser ”Skydda naturen”."
    ]
    assert len(overlap_sentences(found, meetings(found), "b")) == 1
    assert overlap_sentences(found, meetings(found), "c") == ()


def test_without_needs_the_criteria_outside_the_cost_stand_for_them():
    assert [need.id for need in needs(result(needs=()))] == ["k"]


def test_one_membership_has_no_leave_all():
    criteria = build.criteria_set(build.theme("t", 1, build.judged("k")))
    alone = evaluate(build.dossier(criteria, {"a": {"k": build.score(3)}}))
    assert [scenario.title for scenario in portfolio(alone).scenarios] == ["Som i dag", "Utan A"]


def test_of_networks_that_are_not_there_nothing_is_said():
    """With one network left it is named, and with none there are no others."""
    whole = portfolio(result())
    without_a, without_b, without_all = (leaving_sentences(each) for each in whole.leaving)
    assert "B tillgodoser alla behov som tillgodoses i dag." in without_a
    assert "Då tillgodoses inte längre ”Minska utsläppen” och ”Skydda naturen”." in without_all
    bare = {"fees": fee(100), "facts": three("annat")}
    lost = leaving_sentences(portfolio(result(a=bare, scores=(1, 3))).leaving[1])
    assert "A tillgodoser inte ”Minska utsläppen” och ”Skydda naturen”." in lost
    for sentence in (*without_a, *without_b, *without_all, *lost):
        assert "andra" not in sentence


def of_many(count):
    criteria = build.criteria_set(build.theme("t", 1, {**build.judged("k"), "tags": ("klimat",)}))
    ids = "abcdefgh"[:count]
    given = evaluate(build.dossier(criteria, {id_: {"k": build.score(1)} for id_ in ids}))
    return overlap_sentences(given, meetings(given))


def test_pairs_are_told_while_they_can_be_read():
    assert of_many(2) == ("A och B har inget behov gemensamt.",)
    assert [len(of_many(count)) for count in (1, 3, 4, 5, 8)] == [0, 3, 6, 0, 0]


def test_a_number_is_no_need():
    tagged = {"tags": ("klimat",)}
    asked = (
        {**build.judged("k"), **tagged},
        {**build.figure("ar", {0: 0, 10: 100}), **tagged},
        {**build.cost({0: 100, 10: 0}), **tagged},
    )
    criteria = build.criteria_set(build.theme("t", 1, *asked))
    found = evaluate(build.dossier(criteria, {"a": {"k": build.score(3)}}))
    assert [need.id for need in needs(found)] == ["k"]
