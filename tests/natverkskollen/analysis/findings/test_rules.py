"""Each kind of finding on data small enough to check by hand."""

from datetime import date
from decimal import Decimal

import pytest

from natverkskollen.analysis.findings import explained, find_all, still_open
from natverkskollen.analysis.findings.finding import months_between
from natverkskollen.model.answer import Answer
from tests.building import dossiers as build

DOCUMENTS = (
    {"id": "d", "title": "Årsrapport", "file": "d.txt"},
    {"id": "e", "title": "Kommunens skrivelse", "file": "e.txt"},
)
SILENT = {"fok": Answer()}
FREE = {"year": 2025, "free": True, "source": build.SOURCE}
TOWN = {
    "name": "Provkommun",
    "inhabitants": 10000,
    "as_of": "2024-12-31",
    "source": build.SOURCE,
}


def fact(id_, value, as_of="2024-12-31", document="d", **more):
    source = {"document": document, "place": "p", "quote": f"citat om {id_} i {document}"}
    return {
        "id": id_,
        "label": id_.capitalize(),
        "value": value,
        "as_of": as_of,
        "source": source,
        **more,
    }


def dossier(*facts, networks=("n",), answers=None, network_more=None, **evaluation):
    """A case where all is known, with these facts (a tuple of them per network where several)."""
    criteria = build.criteria_set(build.theme("t", 1, build.judged("fok")))
    made = {
        id_: build.network(
            id_,
            facts=facts[position] if len(networks) > 1 else facts,
            **{"documents": DOCUMENTS, "fees": (FREE,), **(network_more or {})},
        )
        for position, id_ in enumerate(networks)
    }
    given = answers or {id_: SILENT for id_ in networks}
    return build.dossier(criteria, given, networks=made, **{"municipality": TOWN, **evaluation})


def ids(*arguments, **more):
    return [finding.id for finding in find_all(dossier(*arguments, **more))]


def test_an_approximate_figure_differs_only_where_rounding_cannot_explain_it():
    """100 − 90 = 10 is more than 5 % of 100; 51 − 50 = 1 is less than 5 % of 51."""
    ten = ids(fact("m", 90), fact("m", 100, "2025-04-01", "e", approximate=True))
    assert ten == ["motsagelse/n/m"]
    assert ids(fact("m", 51), fact("m", 50, "2025-04-01", "e", approximate=True)) == []


def test_exact_figures_of_one_day_differ_whatever_the_size():
    assert ids(fact("m", 1000), fact("m", 1001, document="e")) == ["motsagelse/n/m"]


def test_a_series_is_no_contradiction():
    """One source over the years, or two sources half a year or more apart."""
    assert ids(fact("m", 60, "2024-06-30"), fact("m", 90)) == []
    assert ids(fact("m", 60, "2024-06-30"), fact("m", 90, document="e")) == []
    assert ids(fact("m", 60, "2024-07-31"), fact("m", 90, document="e")) == ["motsagelse/n/m"]


def test_goals_units_and_scales_are_not_set_against_results():
    assert ids(fact("m", 90, kind="plan"), fact("m", 10, document="e")) == []
    assert ids(fact("m", 90, unit="kr"), fact("m", 10, document="e", unit="st")) == []


def test_words_differ_unless_they_are_the_same_words():
    assert ids(fact("m", "Finns"), fact("m", "finns", document="e")) == []
    assert ids(fact("m", "Finns"), fact("m", "Saknas", document="e")) == ["motsagelse/n/m"]


def test_two_counts_of_the_same_thing_in_one_document():
    found = ids(fact("m", 2), fact("lista", 3, same_as="m"))
    assert found == ["motsagelse/n/lista"]
    assert ids(fact("m", 3), fact("lista", 3, same_as="m")) == []


def test_true_figures_that_are_easily_mixed_up():
    found = ids(fact("avsatt", 300000), fact("resultat", -170068, not_same_as="avsatt"))
    assert found == ["forvaxling/n/resultat"]


def test_a_plan_that_another_source_says_was_already_done():
    plan = fact("utredning", "Planeras", "2025-04-01", "e", kind="plan")
    done = fact("konferens", "Hölls", "2024-12-04", kind="done", about="utredning")
    found = find_all(dossier(plan, done))
    assert [(f.id, f.severity) for f in found] == [("redan-gjort/n/utredning", "motsägelse")]
    assert [side.as_of for side in found[0].sides] == [date(2025, 4, 1), date(2024, 12, 4)]


def test_a_plan_carried_out_afterwards_is_out_of_date_and_one_not_yet_done_is_neither():
    plan = fact("utredning", "Planeras", "2024-01-01", "e", kind="plan")
    done = fact("utredning", "Gjord", "2024-12-04", kind="done")
    assert [f.severity for f in find_all(dossier(plan, done))] == ["inaktuell"]
    assert ids(plan, fact("utredning", "Gjord", "2025-04-02", kind="done")) == []


def test_parts_that_do_not_give_the_total():
    """8 + 8 + 4 = 20, and 20 + 2 = 22 where the two two-day meetings count twice."""
    total = fact("traffar", 22)
    parts = [
        fact("a", 8, part_of="traffar", extra_days=1),
        fact("b", 8, part_of="traffar", extra_days=1),
        fact("c", 4, part_of="traffar"),
    ]
    found = find_all(dossier(total, *parts))
    assert [f.id for f in found] == ["summa/n/traffar"]
    assert "delarna blir 20" in found[0].what
    assert "blir det 22, och då stämmer summan" in found[0].what.replace("\u00a0", " ")
    assert ids(fact("traffar", 20), *parts) == []


def test_a_rounded_total_may_differ_a_little_and_other_years_are_not_counted():
    """706 against drygt 700 is less than 5 %; the part of 2023 belongs to another total."""
    parts = [fact("x", 706, part_of="alla"), fact("x", 99, "2023-12-31", part_of="alla")]
    assert "summa/n/alla" not in ids(fact("alla", 700, approximate=True), *parts)
    assert "summa/n/alla" in ids(fact("alla", 700), *parts)


SCALE = {"min": 1, "max": 6}


def test_means_that_rise_while_fewer_answer():
    series = [
        fact("enkat", Decimal("4.9"), "2023-12-31", scale=SCALE, respondents=62),
        fact("enkat", Decimal("5.6"), scale=SCALE, respondents=40),
    ]
    assert ids(*series) == ["farre-svarande/n/enkat"]
    falling = [series[0], {**series[1], "value": Decimal("4.8")}]
    more = [series[0], {**series[1], "respondents": 63}]
    assert ids(*falling) == ids(*more) == []


def test_a_mean_on_another_scale_used_for_a_score():
    answers = {"n": {"fok": build.score(4, evidence=({"fact": "enkat"},))}}
    mean = fact("enkat", Decimal("5.6"), scale=SCALE, respondents=40)
    assert ids(mean, answers=answers) == ["skala/n"]
    assert ids({**mean, "scale": {"min": 1, "max": 5}}, answers=answers) == []


def test_old_results_unless_a_newer_one_is_found():
    """18 months before 2025-04-01 is 2023-10-01: a day older is too old."""
    assert ids(fact("m", 1, "2023-10-01")) == []
    assert ids(fact("m", 1, "2023-09-01")) == ["inaktuell/n"]
    assert ids(fact("m", 1, "2023-09-01"), fact("m", 1, "2024-12-31")) == []
    assert ids(fact("m", 1, "2023-09-01"), fact("m", 1, "2025-03-01", "e", kind="claim")) == [
        "inaktuell/n"
    ]
    assert ids(fact("m", "Hölls", "2010-01-01", kind="done")) == []


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2023-12-31", "2025-04-01", 15),
        ("2024-12-31", "2025-04-01", 3),
        ("2024-01-31", "2024-02-29", 1),
        ("2024-01-15", "2024-02-14", 0),
        ("2024-11-30", "2024-12-31", 1),
        ("2025-04-01", "2025-04-01", 0),
    ],
)
def test_whole_months(earlier, later, months):
    assert months_between(date.fromisoformat(earlier), date.fromisoformat(later)) == months


def test_a_document_from_after_the_case_that_facts_are_taken_from():
    later = ({**DOCUMENTS[0], "published": "2025-04-11"}, DOCUMENTS[1])
    made = dossier(fact("m", 1), network_more={"documents": later})
    assert [f.id for f in find_all(made)] == ["efter-arendet/n/d"]


def test_evidence_used_for_one_network_though_held_for_both():
    listed = fact("mejllista", "Finns")
    answers = {"n": {"fok": build.score(4, evidence=({"fact": "mejllista"},))}, "o": SILENT}
    found = find_all(dossier((listed,), (listed,), networks=("n", "o"), answers=answers))
    assert [(f.id, f.network) for f in found] == [("ojamn-anvandning/mejllista", "o")]
    both = {**answers, "o": answers["n"]}
    assert find_all(dossier((listed,), (listed,), networks=("n", "o"), answers=both)) == ()


def test_the_same_words_quoted_count_as_use_of_the_fact():
    source = {"document": "d", "place": "p", "quote": "Citat om mejllista i d, med fler ord."}
    evidence = ({"claim": "Listan hjälper", "source": source},)
    answers = {"n": {"fok": build.score(4, evidence=evidence)}, "o": SILENT}
    listed = fact("mejllista", "Finns")
    found = find_all(dossier((listed,), (listed,), networks=("n", "o"), answers=answers))
    assert [f.id for f in found] == ["ojamn-anvandning/mejllista"]


def test_what_one_network_documents_and_only_others_say_of_the_next():
    own, claimed = fact("remissvar", "Svarar"), fact("remissvar", "Svarar", kind="claim")
    found = find_all(dossier((own,), (claimed,), networks=("n", "o")))
    assert [(f.id, f.network) for f in found] == [("ojamnt-belagg/remissvar", "o")]


def test_networks_described_with_facts_from_different_years():
    old = fact("a", 1, "2023-12-31")
    found = find_all(dossier((old,), (fact("b", 1),), networks=("n", "o")))
    assert [f.id for f in found] == ["olika-ar/utvarderingen"]


def test_scores_that_nothing_supports():
    answers = {"n": {"fok": Answer(score=Decimal(3))}}
    assert ids(answers=answers) == ["saknar-motivering/n", "saknar-grad/n"]


def test_evidence_is_asked_for_where_the_criterion_requires_it():
    judged = {**build.judged("fok"), "evidence": "required"}
    criteria = build.criteria_set(build.theme("t", 1, judged))
    made = build.dossier(criteria, {"n": {"fok": build.score(3)}})
    assert "saknar-belagg/n" in [f.id for f in find_all(made)]


FEE = {"year": 2025, "fixed": 4000, "source": build.SOURCE}


def quoted(amount, approximate=True):
    source = {"document": "x", "place": "p", "quote": "q"}
    membership = {
        "network": "n",
        "quoted_fee": {"amount": amount, "approximate": approximate, "source": source},
    }
    documents = ({"id": "x", "title": "X", "file": "x.txt"},)
    return {
        "memberships": (membership,),
        "documents": documents,
        "network_more": {"fees": (FEE,)},
    }


@pytest.mark.parametrize(
    ("amount", "approximate", "severity"),
    [(4200, True, "att pröva"), (4300, True, "motsägelse"), (4001, False, "motsägelse")],
)
def test_a_fee_quoted_otherwise_than_counted(amount, approximate, severity):
    """200 is less than 5 % of 4 200 (210); 300 is more than 5 % of 4 300 (215)."""
    found = [f for f in find_all(dossier(**quoted(amount, approximate))) if f.kind == "avgift"]
    assert [f.severity for f in found] == [severity]


def test_a_fee_quoted_as_counted_is_no_finding():
    assert [f.id for f in find_all(dossier(**quoted(4000)))] == []


def test_a_fee_of_an_earlier_year_and_an_unknown_fee():
    old = {**FEE, "year": 2023}
    assert [f.id for f in find_all(dossier(network_more={"fees": (old,)}))] == ["avgiftsar/n"]
    unknown = {"year": 2025, "unknown": True, "source": build.SOURCE}
    assert [f.id for f in find_all(dossier(network_more={"fees": (unknown,)}))] == [
        "okand-kostnad/n"
    ]


def test_a_population_without_source_and_from_another_year():
    """The fees of 2025 are counted on the population of 2024-12-31."""
    without = {key: value for key, value in TOWN.items() if key != "source"}
    later = {"fees": ({**FREE, "year": 2026},)}
    assert ids(municipality=without) == ["folkmangd-kalla/utvarderingen"]
    assert ids(fee_year=2026, network_more=later) == ["folkmangd-ar/utvarderingen"]


def test_a_seat_in_the_network():
    membership = {"network": "n", "seats": ("Ledamot i styrelsen",)}
    assert "jav/n" in ids(memberships=(membership,))


LEAVE = {"network": "n", "outcome": "leave", "body": "KS", "motive": "Det används inte."}
LEAVE |= {"from_date": "2025-12-31"}


@pytest.mark.parametrize(
    ("notice_day", "expected"),
    [("11-30", []), ("04-01", []), ("03-31", ["sen-uppsagning/n"])],
)
def test_a_decision_after_the_last_day_of_notice(notice_day, expected):
    """Decided on 2025-04-01 about leaving on 2025-12-31."""
    terms = {"terms": {"notice": "Skriftligt", "last_notice_day": notice_day}}
    assert [f.id for f in find_all(dossier(network_more=terms, decisions=(LEAVE,)))] == expected


def test_leaving_at_new_year_is_noticed_the_year_before():
    """Leaving on 2025-06-30 with notice by 30 November: the last such day was in 2024."""
    terms = {"terms": {"notice": "Skriftligt", "last_notice_day": "11-30"}}
    decision = {**LEAVE, "from_date": "2025-06-30"}
    found = [f.id for f in find_all(dossier(network_more=terms, decisions=(decision,)))]
    assert found == ["sen-uppsagning/n"]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("renegotiate", ["sen-uppsagning/n"]), ("trial", ["sen-uppsagning/n"]), ("continue", [])],
)
def test_what_may_end_in_leaving_is_settled_in_time_for_it(outcome, expected):
    """Settled by 2025-05-30, when notice for leaving at the end of the year was due by 15 April."""
    terms = {"terms": {"notice": "Skriftligt", "last_notice_day": "04-15"}}
    decision = {**LEAVE, "outcome": outcome, "from_date": None}
    decision |= {"by": "2025-05-30"} if outcome != "continue" else {}
    assert [f.id for f in find_all(dossier(network_more=terms, decisions=(decision,)))] == expected


def test_leaving_without_knowing_how():
    assert [f.id for f in find_all(dossier(decisions=(LEAVE,)))] == ["okanda-villkor/n"]


@pytest.mark.parametrize(
    ("body", "ended", "expected"),
    [
        ("Kommunstyrelsen", False, []),
        ("Miljönämnden", False, ["annat-organ/utvarderingen"]),
        ("Miljönämnden", True, ["upphort-organ/utvarderingen"]),
    ],
)
def test_the_body_that_gave_the_assignment(body, ended, expected):
    given = {"body": body, "date": "2022-04-21", "text": "att utvärdera", "ended": ended}
    case = {"date": "2025-04-01", "body": "Kommunstyrelsen", "assignment": given}
    assert [f.id for f in find_all(dossier(case=case))] == expected


def test_an_explained_finding_comes_last_and_keeps_its_explanation():
    answer = {
        "id": "motsagelse/n/m",
        "answer": "Antalet gäller olika dagar.",
        "by": "Miljöstrateg",
        "date": "2025-04-02",
    }
    facts = (fact("m", 1), fact("m", 2, document="e"), fact("o", 1), fact("o", 2, document="e"))
    found = find_all(dossier(*facts, findings=(answer,)))
    assert [f.id for f in found] == ["motsagelse/n/o", "motsagelse/n/m"]
    assert [f.id for f in still_open(found)] == ["motsagelse/n/o"]
    assert [row[1] for row in explained(found)] == [
        "Förklarad: Antalet gäller olika dagar. (Miljöstrateg, 2025-04-02)"
    ]


def test_a_documented_fact_that_is_not_brought_forward():
    """Graded A without evidence; told, and not where there is evidence or the grade is another."""
    answers = {"n": {"fok": build.score(3, grade="A")}}
    assert ids(answers=answers) == ["grad-a-utan-belagg/n"]
    with_evidence = {"n": {"fok": build.score(3, grade="A", evidence=({"fact": "m"},))}}
    assert ids(fact("m", 1), answers=with_evidence) == []
    assert ids(answers={"n": {"fok": build.score(3, grade="C")}}) == []


def test_a_decision_that_does_not_say_why():
    """A reason or a motive is enough, and a decision on the case as a whole needs neither."""
    point = {"network": "n", "outcome": "continue", "body": "Kommunstyrelsen"}
    assert ids(decisions=(point,)) == ["beslut-utan-motivering/n/continue"]
    assert ids(decisions=({**point, "motive": "Nätverket används."},)) == []
    assert ids(decisions=({**point, "reason": "nätverket används"},)) == []
    assert ids(decisions=({"outcome": "receive", "body": "Kommunstyrelsen"},)) == []


def invoiced(amount, year=2025, fees=(FEE,)):
    entered = {"amount": amount, "year": year, "note": "faktura"}
    membership = {"network": "n", "entered_fee": entered}
    return {"memberships": (membership,), "network_more": {"fees": fees}}


def test_an_invoice_against_the_rules_of_its_own_year():
    """The rules give 4 000; in 2024 they gave 3 000."""
    assert ids(**invoiced(4000)) == []
    assert ids(**invoiced(4100)) == ["faktura/n"]
    earlier = {**FEE, "year": 2024, "fixed": 3000}
    assert ids(**invoiced(3000, 2024, (earlier, FEE))) == ["faktura-ar/n"]
    assert ids(**invoiced(4000, 2024, (earlier, FEE))) == ["faktura/n", "faktura-ar/n"]
    unknown = {"year": 2025, "unknown": True, "source": build.SOURCE}
    assert "faktura/n" not in ids(**invoiced(4000, fees=(unknown,)))
    assert ids(**invoiced(4000, fees=({**FEE, "year": 2026},))) == []
    foreign = {**FEE, "currency": "EUR"}
    assert "faktura/n" not in ids(**invoiced(4000, fees=(foreign,)))


WAIT = {"network": "n", "outcome": "come-back", "body": "Kommunstyrelsen", "motive": "Därför."}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"decisions": ({**WAIT, "by": "2025-03-31"},)}, ["come-back-1-by"]),
        ({"decisions": ({**WAIT, "by": "2025-04-01"},)}, []),
        ({"decisions": ({**WAIT, "by": "2025-04-02"},)}, []),
        ({"next_evaluation": "2025-04-01"}, ["nasta-utvardering"]),
        ({"next_evaluation": "2026-04-01"}, []),
        ({"memberships": ({"network": "n", "since": "2025-05-01"},)}, ["medlem-sedan-n"]),
        ({"memberships": ({"network": "n", "since": 2026},)}, ["medlem-sedan-n"]),
        ({"memberships": ({"network": "n", "since": 2025},)}, []),
        ({"memberships": ({"network": "n", "since": 2026, "member": False},)}, []),
    ],
)
def test_days_that_cannot_be(more, expected):
    terms = {"terms": {"notice": "Skriftligt"}}
    found = [f.id for f in find_all(dossier(network_more=terms, **more))]
    assert found == [f"orimlig-dag/{each}" for each in expected]


def test_an_earlier_decision_that_is_still_to_come():
    point = {**WAIT, "outcome": "withdraw-leave", "decided": "2025-04-02", "paragraph": 4}
    assert "orimlig-dag/withdraw-leave-1-decided" in ids(decisions=(point,))
    assert ids(decisions=({**point, "decided": "2024-04-02"},)) == []


def test_who_decides_is_read_from_the_decisions_and_not_from_where_the_case_goes():
    """The council gave the assignment and closes it, though the case goes to the board."""
    given = {"body": "Kommunfullmäktige", "date": "2022-04-21", "text": "att utvärdera"}
    case = {"date": "2025-04-01", "body": "Kommunstyrelsen", "assignment": given}
    assert ids(case=case) == ["annat-organ/utvarderingen"]
    council = {"outcome": "close-assignment", "body": "Kommunfullmäktige"}
    board = {"outcome": "receive", "body": "Kommunstyrelsen"}
    assert ids(case=case, decisions=(board, council)) == []
    (found,) = find_all(dossier(case=case, decisions=(board,)))
    assert "men ärendet beslutas av kommunstyrelsen" in found.what


def test_a_label_of_one_network_is_never_put_on_another():
    mine = {**fact("lista", "Finns"), "label": "Mejllistan Klimatfrågan"}
    theirs = {**fact("lista", "Finns"), "label": "Forumet på webben"}
    answers = {
        "n": {"fok": build.score(4, evidence=({"fact": "lista"},))},
        "o": SILENT,
    }
    (found,) = find_all(dossier((mine,), (theirs,), networks=("n", "o"), answers=answers))
    assert found.what == (
        "Mejllistan Klimatfrågan är belägg för N, men källorna har också forumet på webben för O "
        "utan att den är använd där."
    )
    claimed = {**theirs, "kind": "claim"}
    (found,) = find_all(dossier((mine,), (claimed,), networks=("n", "o")))
    assert found.what.startswith(
        "Mejllistan Klimatfrågan: N har egna uppgifter, men om O (forumet på webben) finns"
    )
