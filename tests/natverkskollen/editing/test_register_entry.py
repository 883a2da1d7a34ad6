"""A membership's rows as they are typed: read as they are meant, and never another's outcome."""

from __future__ import annotations

from datetime import date

import pytest

from natverkskollen.editing.register_entry import RegisterFields, fields_of, membership_from
from natverkskollen.store.plain_data import plain, same
from tests.building.register import membership


@pytest.mark.parametrize(
    ("span", "begins", "ends"),
    [
        ("2023–2026", 2023, 2026),
        ("2023-2026", 2023, 2026),
        ("2023 - 2026", 2023, 2026),
        ("2023-", 2023, None),
        ("–2026", None, 2026),
        ("2023-01-15-2026-12-31", date(2023, 1, 15), date(2026, 12, 31)),
        ("2023-01-15–2026", date(2023, 1, 15), 2026),
    ],
)
def test_a_seats_years_are_read_with_the_dash_of_the_keyboard(
    span: str, begins: object, ends: object
) -> None:
    entry = membership_from(RegisterFields("norr", seats=f"Ledamot; {span}; ekologen"), None)
    assert entry.data, entry.wrong
    (seat,) = entry.data["seats"]
    found = membership(seats=[seat]).seats[0]
    assert (found.begins, found.ends, found.held_by) == (begins, ends, "ekologen")


@pytest.mark.parametrize("span", ["2023", "i år", "2023-02-30–2026", "2023–2026–2027"])
def test_a_seats_years_that_are_none_are_told(span: str) -> None:
    entry = membership_from(RegisterFields("norr", seats=f"Ledamot; {span}"), None)
    assert "går inte att läsa" in entry.wrong["seats"]


EXPECTED = [
    {"id": "a", "text": "Rapporten; den stora; används", "by": date(2025, 12, 31)},
    {
        "id": "b",
        "text": "Rapporten används",
        "by": date(2025, 12, 31),
        "probability": 80,
        "came": "ja",
        "told": date(2026, 1, 20),
    },
    {"id": "c", "text": "Rapporten används", "by": date(2026, 12, 31), "probability": 60},
    {"id": "d", "text": "Två rader\ni filen", "by": date(2027, 12, 31)},
]


def test_a_form_that_is_saved_as_it_stands_changes_nothing() -> None:
    old = membership(expectations=EXPECTED, seats=[{"role": "Ledamot", "from": 2023}])
    entry = membership_from(fields_of(old), old)
    assert entry.data and same(plain(entry.data), plain(old)), entry.wrong


def test_of_two_with_the_same_words_each_keeps_its_own_outcome() -> None:
    old = membership(expectations=EXPECTED)
    rows = fields_of(old).expectations.splitlines()
    typed = "\n".join([rows[2].replace("60", "65"), rows[1], rows[0]])
    entry = membership_from(RegisterFields("norr", expectations=typed), old)
    assert entry.data, entry.wrong
    found = [(e["id"], e.get("came"), e.get("probability")) for e in entry.data["expectations"]]
    assert found == [("c", None, 65), ("b", "ja", 80), ("a", None, None)]
