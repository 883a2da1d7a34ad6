"""Fees to the öre: DOMAIN.md §4, counted by hand, and every rule a network can have."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from natverkskollen.analysis.fee import applicable_fee, fee_amount, fee_words, rule_words, sum_words
from natverkskollen.model.fee import Fee

SOURCE = {"document": "d", "place": "p", "quote": "q"}
SEKOM = {"year": 2024, "fixed": 4000, "per_inhabitant": Decimal("0.30"), "max_inhabitants": 150000}
KK_2019 = {"year": 2019, "fixed": 4000, "per_inhabitant": Decimal("0.25"), "max_amount": 36000}
FAIRTRADE = {
    "year": 2021,
    "steps": (
        {"below": 10000, "amount": 5000},
        {"below": 30000, "amount": 10000},
        {"below": 60000, "amount": 15000},
        {"below": 100000, "amount": 20000},
        {"amount": 25000},
    ),
}
MILJOKOMMUNER = {
    "year": 2023,
    "steps": (
        {"below": 10000, "amount": 1000},
        {"below": 30000, "amount": 1800},
        {"below": 50000, "amount": 2200},
        {"below": 100000, "amount": 2800},
        {"amount": 4800},
    ),
}


def fee(data: dict, **more: object) -> Fee:
    return Fee.model_validate({**data, "source": SOURCE, **more})


@pytest.mark.parametrize(
    ("inhabitants", "sekom", "kk_2019", "fairtrade", "miljokommuner"),
    [
        (2363, "4708.90", "4590.75", "5000.00", "1000.00"),  # Bjurholm
        (22973, "10891.90", "9743.25", "10000.00", "1800.00"),  # Håbo
        (32425, "13727.50", "12106.25", "15000.00", "2200.00"),  # Danderyd
        (79645, "27893.50", "23911.25", "20000.00", "2800.00"),  # Luleå
        (100895, "34268.50", "29223.75", "25000.00", "4800.00"),  # Haninge
        (114304, "38291.20", "32576.00", "25000.00", "4800.00"),  # Huddinge
        (152091, "49000.00", "36000.00", "25000.00", "4800.00"),  # Helsingborg: the caps bite
        (365644, "49000.00", "36000.00", "25000.00", "4800.00"),  # Malmö
    ],
)
def test_eight_municipalities_pay_what_the_networks_rules_say(
    inhabitants, sekom, kk_2019, fairtrade, miljokommuner
):
    """The table of DOMAIN.md §4.2."""
    rules = (SEKOM, KK_2019, FAIRTRADE, MILJOKOMMUNER)
    counted = [str(fee_amount(fee(rule), inhabitants).net) for rule in rules]
    assert counted == [sekom, kk_2019, fairtrade, miljokommuner]


def test_a_cap_on_inhabitants_is_not_a_cap_on_the_amount():
    """At 200 000: 4 000 + 0,30 · 150 000 = 49 000, but at most 36 000 of 4 000 + 0,25 · 200 000."""
    assert fee_amount(fee(SEKOM), 200_000).net == Decimal("49000.00")
    assert fee_amount(fee(KK_2019), 200_000).net == Decimal("36000.00")


def test_floors_hold_for_the_small():
    """Mälarens vattenvårdsförbund: 1,25 per inhabitant, at least 35 000 and at most 500 000."""
    rule = {"year": 2024, "per_inhabitant": Decimal("1.25")}
    bounded = fee(rule, min_amount=35000, max_amount=500000)
    assert fee_amount(bounded, 1000).net == Decimal("35000.00")
    assert fee_amount(bounded, 114304).net == Decimal("142880.00")
    assert fee_amount(bounded, 999999).net == Decimal("500000.00")
    assert fee_amount(fee(rule, min_inhabitants=20000), 1000).net == Decimal("25000.00")


def test_below_and_up_to_differ_exactly_at_the_limit():
    below = fee({"year": 2021, "steps": ({"below": 100000, "amount": 20000}, {"amount": 25000})})
    up_to = fee({"year": 2021, "steps": ({"up_to": 100000, "amount": 20000}, {"amount": 25000})})
    assert [fee_amount(below, n).net for n in (99999, 100000)] == [20000, 25000]
    assert [fee_amount(up_to, n).net for n in (100000, 100001)] == [20000, 25000]


def test_value_added_tax_is_on_the_part_that_has_it_and_a_one_off_stands_apart():
    """Geoforum 2024 for 114 304: 550 without VAT + 10 600 with 25 per cent, that is 2 650."""
    rule = fee(
        {"year": 2024, "fixed": 550},
        parts=({"title": "Serviceavgift", "fixed": 10600, "vat_percent": 25},),
        one_off={"fixed": 5000},
    )
    paid = fee_amount(rule, 114304)
    assert (paid.net, paid.vat, paid.one_off) == (11150, 2650, 5000)


def test_an_index_raises_the_fee_in_the_years_it_names():
    rule = fee(
        {"year": 2021, "fixed": 20000}, index={"series": "AKI", "factors": {2023: Decimal("1.045")}}
    )
    assert fee_amount(rule, 1, 2023).net == Decimal("20900.00")
    assert fee_amount(rule, 1, 2022).net == Decimal("20000.00")


def test_an_unknown_fee_is_unknown_and_never_nought():
    assert fee_amount(fee({"year": 2021, "unknown": True}), 114304).net is None
    assert fee_amount(fee({"year": 2021, "free": True}), 114304).net == Decimal("0.00")


def test_half_an_ore_rounds_up():
    assert fee_amount(fee({"year": 2024, "per_inhabitant": Decimal("0.005")}), 1).net == Decimal(
        "0.01"
    )


def test_the_newest_rule_up_to_the_year_holds():
    fees = tuple(fee({**rule, "year": year}) for rule, year in ((SEKOM, 2023), (KK_2019, 2019)))
    region = fee({"year": 2023, "fixed": 25000}, member="region")
    fees = (*fees, region)
    assert applicable_fee(fees, 2024, "kommun").year == 2023
    assert applicable_fee(fees, 2022, "kommun").year == 2019
    assert applicable_fee(fees, None, "region") is region
    assert applicable_fee(fees, 2018, "kommun") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"steps": ({"below": 1, "up_to": 2, "amount": 1}, {"amount": 2})},
        {"steps": ({"below": 100, "amount": 1},)},
        {"steps": ({"below": 200, "amount": 1}, {"below": 100, "amount": 2}, {"amount": 3})},
        {"fixed": 1, "free": True},
        {"fixed": 1, "min_amount": 5, "max_amount": 4},
        {},
    ],
)
def test_rules_that_cannot_be_counted_are_refused(wrong):
    with pytest.raises(ValidationError):
        fee({"year": 2024, **wrong})


@given(st.integers(0, 12_000_000))
def test_a_larger_municipality_never_pays_less(inhabitants):
    for rule in (SEKOM, KK_2019, FAIRTRADE, MILJOKOMMUNER):
        here, there = (fee_amount(fee(rule), n).net for n in (inhabitants, inhabitants + 1))
        assert here <= there


def test_floor_and_cap_hold_for_the_sum_of_the_parts():
    """4 000 + 0,10 · 10 000 = 5 000 is the floor; 4 000 + 0,30 · 100 000 = 34 000 is capped."""
    low = fee({"year": 2024, "min_amount": 6000, "parts": ({"fixed": 4000}, {"fixed": 1000})})
    high = fee(
        {
            "year": 2024,
            "max_amount": 6000,
            "parts": ({"fixed": 4000}, {"per_inhabitant": Decimal("0.30")}),
        }
    )
    assert fee_amount(low, 10_000).net == Decimal("6000.00")
    assert fee_amount(high, 100_000).net == Decimal("6000.00")
    assert fee_amount(high, 1_000).net == Decimal("4300.00")


def test_a_part_keeps_its_own_cap_under_that_of_the_whole():
    rule = fee(
        {"year": 2024, "fixed": 100, "parts": ({"per_inhabitant": 1, "max_amount": 50},)},
        max_amount=140,
    )
    assert [fee_amount(rule, n).net for n in (10, 50, 60)] == [110, 140, 140]


def test_parts_are_added_before_anything_is_rounded():
    """0,063 · 30 369 = 1 913,247 and 0,7866 · 30 369 = 23 888,2554: 25 801,5024 together."""
    rule = fee(
        {"year": 2024, "per_inhabitant": Decimal("0.063")},
        parts=({"per_inhabitant": Decimal("0.7866")},),
    )
    assert fee_amount(rule, 30369).net == Decimal("25801.50")


def test_the_index_is_counted_before_the_rounding_and_vat_after_it():
    """0,333 · 1 · 1,5 = 0,4995 rounds to 0,50 (0,33 · 1,5 would be 0,50 too, 0,335 · 1,5 not)."""
    index = {"series": "KPI", "factors": {2025: Decimal("1.5")}}
    rule = fee({"year": 2024, "per_inhabitant": Decimal("0.335"), "vat_percent": 25}, index=index)
    paid = fee_amount(rule, 1, 2025)
    assert paid.net == Decimal("0.50")  # 0,5025; rounded before the index it would be 0,51
    assert paid.vat == Decimal("0.13")  # 25 % of 0,50 is 0,125


def test_a_bound_that_bites_is_shared_by_parts_with_different_vat():
    """100 without VAT and 300 with 25 % capped at 200: 50 and 150, and 25 % of 150 is 37,50."""
    rule = fee(
        {"year": 2024, "fixed": 100, "max_amount": 200},
        parts=({"fixed": 300, "vat_percent": 25},),
    )
    paid = fee_amount(rule, 1)
    assert (paid.net, paid.vat) == (Decimal("200.00"), Decimal("37.50"))


def test_a_year_without_an_index_factor_keeps_the_last_one_and_says_so():
    index = {"series": "KPI", "factors": {2025: Decimal("1.05")}}
    rule = fee({"year": 2024, "fixed": 10000}, index=index)
    late = fee_amount(rule, 1, 2026)
    assert late.net == Decimal("10500.00")
    assert "ej uppräknad efter 2025" in sum_words(late)
    assert "uppräknad" not in sum_words(fee_amount(rule, 1, 2025))
    assert fee_amount(rule, 1, 2024).net == Decimal("10000.00")


@pytest.mark.parametrize("extra", [{"min_amount": 500}, {"max_amount": 1}, {"vat_percent": 25}])
def test_a_fee_that_is_free_has_no_amounts(extra):
    with pytest.raises(ValidationError, match="gratis"):
        fee({"year": 2024, "free": True, **extra})


def test_nobody_paid_for_is_nought_in_the_sum_and_in_its_words():
    rule = fee(
        {"year": 2024, "fixed": 4000, "per_inhabitant": Decimal("0.30"), "max_inhabitants": 0}
    )
    assert fee_amount(rule, 5000).net == Decimal("4000.00")
    assert "× 0 invånare" in sum_words(fee_amount(rule, 5000))


def test_the_words_of_the_whole_rule_name_every_part_in_its_currency():
    geoforum = fee(
        {"year": 2024, "fixed": 550, "undated": True},
        parts=(
            {
                "title": "Serviceavgift",
                "steps": ({"up_to": 25000, "amount": 4550}, {"amount": 10050}),
                "vat_percent": 25,
            },
        ),
        one_off={"fixed": 5000},
    )
    assert rule_words(geoforum).replace("\u00a0", " ") == (
        "550 kr + serviceavgift efter storlek: 4 550 kr till och med 25 000 invånare och annars "
        "10 050 kr och 25 procent moms, och 5 000 kr en gång vid inträdet"
    )
    cities = fee({"year": 2020, "fixed": 1310, "currency": "EUR"})
    assert rule_words(cities).replace("\u00a0", " ") == "1 310 euro"
    assert fee_words(fee_amount(cities, 1)).replace("\u00a0", " ") == (
        "1 310 euro, enligt nätverkets regler för 2020"
    )
    healthy = fee({"year": 2022, "per_inhabitant": Decimal("2.02"), "currency": "NOK"})
    assert "2,02 norska kronor per invånare" in rule_words(healthy).replace("\u00a0", " ")
