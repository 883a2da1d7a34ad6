"""What may come in at the door of editing: cleaned of what nobody sees, and within its limits."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natverkskollen.editing.typed import (
    MOST_TEXT,
    Unclear,
    cleaned,
    typed_figure,
    typed_text,
    unfit,
)
from natverkskollen.files.yaml_scalar import FORBIDDEN


@given(st.text())
def test_nothing_that_a_file_refuses_is_left_and_nothing_seen_is_lost(text):
    found = cleaned(text)
    assert not FORBIDDEN.search(found) and cleaned(found) == found
    seen = [sign for sign in text if unicodedata.category(sign)[0] not in "CZ"]
    assert [sign for sign in found if unicodedata.category(sign)[0] not in "CZ"] == seen


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\v", "\f", "\x1d", "\x85", "\u2028", "\u2029"])
def test_every_way_of_breaking_a_line_is_a_line_break(mark):
    assert cleaned(f"ett{mark}två") == "ett\ntvå"
    assert cleaned(f"ett{mark}två", " ") == "ett två"


def test_a_field_holds_so_much_and_no_more():
    assert typed_text("x" * MOST_TEXT)
    with pytest.raises(Unclear, match="20\u00a0001 tecken, och högst 20\u00a0000 ryms"):
        typed_text("x" * (MOST_TEXT + 1))
    assert unfit("x" * 20_000_000)


def test_letters_with_accents_are_letters_and_a_heap_of_accents_is_not():
    assert not unfit("e\u0301" * 5000 + "ग्रे" * 500)
    assert "accenter" in unfit("x" + "\u0300" * 51)


@pytest.mark.parametrize("text", ["1.200", "21.000", "-3.500", "1.200.000", "10–1.200", "12.500 "])
def test_a_point_that_may_part_thousands_is_asked_about(text):
    with pytest.raises(Unclear, match="Menar du"):
        typed_figure(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,200", "1.2"),
        ("0.125", "0.125"),
        ("1.25", "1.25"),
        ("1 200", "1200"),
        ("12.5000", "12.5"),
    ],
)
def test_a_number_without_doubt_is_read(text, figure):
    assert typed_figure(text) == Decimal(figure)
