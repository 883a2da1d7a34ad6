"""Fees to the öre: DOMAIN.md §4, counted by hand, and every rule a network can have."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from natverkskollen.analysis.fee import (
    applicable_fee,
    fee_amount,
    fee_words,
    rules_words,
    sum_words,
)
from natverkskollen.analysis.fee_rule import rule_words
from natverkskollen.files.yaml_tree import read_tree
from natverkskollen.model.fee import Fee
from natverkskollen.model.fee_share import MunicipalSum
from tests import ROOT

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


CASES = read_tree((ROOT / "tests/cases/avgifter.yaml").read_bytes()).data
PAYMENTS = [(case, paid) for case in CASES for paid in case["pays"]]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("case", "paid"),
    PAYMENTS,
    ids=[f"{case['name']}: {paid['inhabitants']}" for case, paid in PAYMENTS],
)
def test_what_a_member_pays_is_what_was_counted_by_hand(case, paid):
    sums = tuple(MunicipalSum.model_validate(each) for each in paid.get("sums", ()))
    counted = fee_amount(fee(case["rule"]), int(paid["inhabitants"]), paid.get("year"), sums)
    assert (None if counted.net is None else str(counted.net)) == paid.get("net")
    assert counted.known is ("net" in paid)
    if "vat" in paid:
        assert str(counted.vat) == paid["vat"]
    if "once" in paid:
        assert str(counted.one_off) == paid["once"]
    if "sum" in paid:
        assert plain(sum_words(counted)) == paid["sum"]
        assert plain(fee_words(counted)).startswith(f"{paid['sum']}, enligt nätverkets ")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_rule_is_told_whole(case):
    assert plain(rule_words(fee(case["rule"]))) == case["words"]


def test_the_table_has_every_kind_of_rule():
    assert len(PAYMENTS) >= 60
    used = {key for case in CASES for key in case["rule"]}
    assert used >= {
        "fixed",
        "per_inhabitant",
        "steps",
        "parts",
        "index",
        "currency",
        "one_off",
        "share",
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


def test_value_added_tax_is_on_the_part_that_has_it_and_a_one_off_stands_apart():
    """Geoforum 2024 for 114 304: 550 without VAT + 10 600 with 25 per cent, that is 2 650."""
    rule = fee(
        {"year": 2024, "fixed": 550},
        parts=({"title": "Serviceavgift", "fixed": 10600, "vat_percent": 25},),
        one_off={"fixed": 5000},
    )
    paid = fee_amount(rule, 114304)
    assert (paid.net, paid.vat, paid.one_off) == (11150, 2650, 5000)


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


@pytest.mark.parametrize("extra", [{"min_amount": 500}, {"max_amount": 1}, {"vat_percent": 25}])
def test_a_fee_that_is_free_has_no_amounts(extra):
    with pytest.raises(ValidationError, match="gratis"):
        fee({"year": 2024, "free": True, **extra})


def test_undated_rules_are_told_as_read_in_a_year():
    counted = fee_amount(fee({"year": 2021, "fixed": 1, "undated": True}), 1)
    assert fee_words(counted).endswith(", enligt nätverkets odaterade regler, lästa 2021")
    assert rules_words(fee_amount(fee({"year": 2021, "fixed": 1}), 1)) == (
        "enligt nätverkets regler för 2021"
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"share": {"per_mille": 1, "of": "national_tax_capacity"}}, "medelskattekraften saknas"),
        (
            {"share": {"per_mille": 1, "of": "tax_base", "kronor_per_inhabitant": 1}},
            "kronor_per_inhabitant hör till national_tax_capacity",
        ),
        ({"share": {"per_mille": 1, "of": "tax_base"}, "currency": "EUR"}, "currency är EUR"),
        (
            {
                "fixed": 1,
                "parts": ({"share": {"per_mille": 1, "of": "tax_base"}},),
                "currency": "EUR",
            },
            "currency är EUR",
        ),
        (
            {"fixed": 1, "one_off": {"share": {"per_mille": 1, "of": "tax_base"}}},
            "engångsbeloppet kan inte vara en andel",
        ),
        ({"fixed": 1, "discounts": ({"above": 1, "percent": 101},)}, "mer än hela avgiften"),
    ],
)
def test_a_share_that_cannot_be_counted_is_refused(rule, told):
    with pytest.raises(ValidationError, match=told):
        fee({"year": 2024, **rule})
