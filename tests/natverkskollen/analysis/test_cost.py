"""Whole costs counted by hand, over years, with VAT apart and what is not known never as zero."""

from decimal import Decimal
from fractions import Fraction

import pytest

from natverkskollen.analysis.cost import (
    cost_over_years,
    cost_words,
    fee_history,
    membership_cost,
    per_head,
    sum_known,
    whole_cost,
)
from natverkskollen.model.exchange_rate import ExchangeRate
from tests.building import dossiers as build

SERVICE = {
    "year": 2024,
    "fixed": 550,
    "parts": ({"title": "Serviceavgift", "fixed": 4550, "vat_percent": 25},),
    "one_off": {"fixed": 10000},
    "source": build.SOURCE,
}


def made(*fees, decisions=(), **membership):
    criteria = build.criteria_set(build.theme("t", 1, build.judged("k")))
    networks = {"a": build.network("a", fees=fees)}
    hourly = {"amount": Decimal("500"), "note": "PO-pålägg ingår"}
    dossier = build.dossier(
        criteria,
        {"a": {}},
        inhabitants=1000,
        networks=networks,
        memberships=({"network": "a", **membership},),
        hourly_cost=hourly,
        decisions=decisions,
    )
    return dossier.evaluation, dossier.evaluation.memberships[0], networks["a"]


def test_vat_and_entry_stand_beside_the_total():
    """550 + 4 550 = 5 100; 25 % of 4 550 is 1 137,50; the 10 000 is paid once."""
    cost = membership_cost(*made(SERVICE))
    assert cost.total == Decimal("5100.00")
    assert [(line.label, line.amount) for line in cost.beside] == [
        ("Moms", Decimal("1137.50")),
        ("Engångsbelopp", Decimal("10000.00")),
    ]


def test_staff_travel_and_other_are_added_each_with_who_says_so():
    """5 100 + 12 · 500 + 800 + 100 = 12 000, or 12 for each of 1 000 inhabitants."""
    cost = membership_cost(*made(SERVICE, hours_per_year=12, travel_sek=800, other_sek=100))
    assert (cost.total, cost.per_inhabitant) == (Decimal("12000.00"), Decimal("12.00"))
    assert [line.who for line in cost.lines] == ["A, D", *["Provkommun"] * 3]
    assert "PO-pålägg ingår" in cost.lines[1].basis


@pytest.mark.parametrize(
    "fees",
    [
        (),
        ({"year": 2024, "unknown": True, "source": build.SOURCE},),
        ({"year": 2024, "fixed": 5, "currency": "EUR", "source": build.SOURCE},),
        ({"year": 2026, "fixed": 5, "source": build.SOURCE},),
    ],
)
def test_a_fee_that_is_not_known_leaves_no_sum(fees):
    given = made(*fees, hours_per_year=12)
    cost = membership_cost(*given)
    assert (cost.total, cost.per_inhabitant, cost.fee) == (None, None, None)
    assert whole_cost(cost_over_years(*given, years=1)) is None


def test_an_invoice_goes_before_the_rules_and_then_has_no_vat_line():
    entered = {"amount": 7000, "year": 2025, "note": "Faktura"}
    cost = membership_cost(*made(SERVICE, entered_fee=entered))
    assert (cost.total, cost.beside) == (Decimal("7000.00"), ())


def test_four_years_with_an_index_and_a_new_rule():
    """2025: 100 · 1,1 = 110; 2026 has no factor of its own: 110 still; from 2027: 200."""
    old = {
        "year": 2025,
        "fixed": 100,
        "index": {"series": "KPI", "factors": {2025: Decimal("1.1")}},
        "source": build.SOURCE,
    }
    new = {"year": 2027, "fixed": 200, "source": build.SOURCE}
    years = cost_over_years(*made(old, new))
    assert [(each.year, each.total) for each in years] == [
        (2025, Decimal("110.00")),
        (2026, Decimal("110.00")),
        (2027, Decimal("200.00")),
        (2028, Decimal("200.00")),
    ]
    assert whole_cost(years) == Decimal("620.00")


def test_entry_is_paid_in_the_first_year_by_those_who_apply():
    """5 100 + 10 000 the first year, then 5 100."""
    apply = {"network": "a", "outcome": "apply", "body": "KS"}
    years = cost_over_years(*made(SERVICE, decisions=(apply,)), years=3)
    assert [each.total for each in years] == [Decimal(15100), Decimal(5100), Decimal(5100)]
    assert [each.total for each in cost_over_years(*made(SERVICE), years=1)] == [Decimal(5100)]


def test_the_fee_year_by_year_for_the_population_of_today():
    older = {"year": 2019, "per_inhabitant": Decimal("0.25"), "source": build.SOURCE}
    newer = {"year": 2024, "per_inhabitant": Decimal("0.30"), "source": build.SOURCE}
    region = {"year": 2024, "fixed": 1, "member": "region", "source": build.SOURCE}
    found = fee_history(*made(newer, older, region))
    assert [(each.fee.year, each.net) for each in found] == [
        (2019, Decimal("250.00")),
        (2024, Decimal("300.00")),
    ]


def test_sums_and_shares_of_what_is_not_known():
    assert sum_known([]) == 0
    assert sum_known([Decimal(1), Decimal(2)]) == 3
    assert sum_known([Decimal(1), None]) is None
    assert per_head(Decimal(1), 3) == Fraction(1, 3)
    assert per_head(None, 3) is per_head(Decimal(1), 0) is None


def test_a_foreign_fee_is_told_in_its_currency_and_in_kronor_once_there_is_a_rate():
    """1 000 euro at 11,4567 is 11 456,70 kronor; without a rate it is still 1 000 euro."""
    foreign = {"year": 2024, "fixed": 1000, "currency": "EUR", "source": build.SOURCE}
    evaluation, membership, network = made(foreign)
    cost = membership_cost(evaluation, membership, network)
    assert cost.total is None
    assert cost_words(cost).replace("\u00a0", " ") == "1 000 euro"
    assert "växelkurs saknas" in cost.lines[0].basis
    rate = ExchangeRate(currency="EUR", kronor=Decimal("11.4567"), date="2025-04-01")
    rated = evaluation.model_copy(update={"exchange_rates": (rate,)})
    known = membership_cost(rated, membership, network)
    assert known.total == Decimal("11456.70")
    assert "kurs per 2025-04-01" in known.lines[0].basis


def test_what_is_known_in_two_currencies_is_told_in_both():
    foreign = {"year": 2024, "fixed": 1000, "currency": "NOK", "source": build.SOURCE}
    cost = membership_cost(*made(foreign, travel_sek=500))
    assert cost_words(cost).replace("\u00a0", " ") == "1 000 norska kronor + 500,00 kr"
    unknown = {"year": 2024, "unknown": True, "source": build.SOURCE}
    assert cost_words(membership_cost(*made(unknown, travel_sek=500))) == "okänt"
