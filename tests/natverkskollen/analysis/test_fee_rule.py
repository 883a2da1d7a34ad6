"""The rule of a fee in running text; the amounts are written by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from natverkskollen.analysis.fee import fee_amount
from natverkskollen.analysis.fee_rule import prose_words, rule_words
from natverkskollen.model.fee import Fee, FeePart
from natverkskollen.swedish.signs import HARD

SOURCE = {"document": "d", "place": "p", "quote": "q"}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            {"fixed": 4000, "per_inhabitant": Decimal("0.30")},
            "4 000 kronor och 30 öre per invånare",
        ),
        ({"per_inhabitant": 1}, "1 krona per invånare"),
        ({"per_inhabitant": Decimal("0.045")}, "0,045 kronor per invånare"),
        (
            {"per_inhabitant": Decimal("1.5"), "max_amount": 49000},
            "1,50 kronor per invånare, högst 49 000 kronor",
        ),
        ({"fixed": 30000}, "densamma för alla medlemmar"),
        ({"free": True}, "noll kronor"),
        ({"fixed": 100, "vat_percent": 25}, ""),
        ({"fixed": 100, "currency": "EUR"}, ""),
        ({"unknown": True}, ""),
    ],
)
def test_a_simple_rule_is_said_and_an_intricate_one_is_left_to_the_table(rule, said):
    fee = Fee.model_validate({"year": 2024, "source": SOURCE, **rule})
    assert prose_words(fee_amount(fee, 10000)).replace(HARD, " ") == said


BASE = {"fixed": 4000, "per_inhabitant": 1}
# A part of a fee with each of its fields in turn, beside the sums it may need.
FIELDS = {
    "title": "Grundavgift",
    "fixed": 4500,
    "per_inhabitant": Decimal("0.30"),
    "min_inhabitants": 5000,
    "max_inhabitants": 90000,
    "steps": ({"below": 9000, "amount": 100}, {"amount": 200}),
    "share": {"per_mille": 2, "of": "tax_base"},
    "discounts": ({"above": 50000, "percent": 10},),
    "min_amount": 4100,
    "max_amount": 49000,
    "vat_percent": 25,
}


@pytest.mark.parametrize("name", FeePart.model_fields)
def test_every_field_of_a_fee_is_in_its_rule_and_none_is_kept_quiet_about_in_prose(name):
    """Else the paper would state a sum beside a rule that does not give it."""
    part = {**BASE, name: FIELDS[name]}
    whole = {"year": 2024, "source": SOURCE}
    alone, plain = (Fee.model_validate({**whole, **each}) for each in (part, BASE))
    inside, beside = (Fee.model_validate({**whole, "parts": (each,)}) for each in (part, BASE))
    assert rule_words(inside) != rule_words(beside)
    if name == "title":  # of the one part there is: the paper says "avgiften" of it
        return
    assert rule_words(alone) != rule_words(plain)
    assert any(
        prose_words(fee_amount(alone, people)) != prose_words(fee_amount(plain, people))
        for people in (1000, 100_000)
    )


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (114_304, "4 000 kronor och 30 öre per invånare"),
        (150_000, "4 000 kronor och 30 öre per invånare"),
        (200_000, "4 000 kronor och 30 öre per invånare, räknat på högst 150 000 invånare"),
        (4_999, "4 000 kronor och 30 öre per invånare, räknat på minst 5 000 invånare"),
    ],
)
def test_a_bound_of_the_inhabitants_is_said_where_it_decides_the_sum(people, said):
    rule = {"fixed": 4000, "per_inhabitant": Decimal("0.30")}
    bounds = {"min_inhabitants": 5000, "max_inhabitants": 150_000}
    fee = Fee.model_validate({"year": 2024, "source": SOURCE, **rule, **bounds})
    assert prose_words(fee_amount(fee, people)).replace(HARD, " ") == said
