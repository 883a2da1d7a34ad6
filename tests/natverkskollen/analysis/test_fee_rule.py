"""The rule of a fee in running text; the amounts are written by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from natverkskollen.analysis.fee import fee_amount
from natverkskollen.analysis.fee_rule import prose_words
from natverkskollen.model.fee import Fee
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
