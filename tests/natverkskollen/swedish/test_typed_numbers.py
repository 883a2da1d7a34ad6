"""Numbers as a person types them: decimal comma or point, blanks between thousands, intervals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.swedish.numbers import number
from natverkskollen.swedish.typed_numbers import parse_figures


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12,5", ("12.5", "12.5")),
        ("12.5", ("12.5", "12.5")),
        ("1 234", ("1234.0", "1234.0")),
        ("1\u00a0234,5", ("1234.5", "1234.5")),
        ("10–20", ("10.0", "20.0")),
        ("20 - 10", ("10.0", "20.0")),
        ("-3", ("-3.0", "-3.0")),
    ],
)
def test_what_a_swede_types_is_what_is_meant(typed, meant):
    low, high = parse_figures(typed)
    assert (low, high) == (Decimal(meant[0]), Decimal(meant[1]))


@pytest.mark.parametrize("typed", ["", "mycket", "12,5,3", "1,234.5", "1-2-3", "12 5", "٣"])
def test_what_is_no_number_is_not_guessed(typed):
    assert parse_figures(typed) is None


@given(st.decimals(0, 10**9, places=2))
def test_a_number_written_and_read_again_is_the_same(figure):
    assert parse_figures(number(figure)) == (figure, figure)
