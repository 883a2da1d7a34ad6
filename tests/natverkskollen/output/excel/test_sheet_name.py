"""What a sheet is called: no name that a spreadsheet refuses, and no two the same."""

from __future__ import annotations

import pytest

from natverkskollen.output.excel.sheet_name import sheet_name


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Svar", "Svar"),
        ("Miljö/klimat [2026]", "Miljö klimat 2026"),
        ("'", "Blad"),
        ("History", "History 2"),
        ("En bedömare med en mycket lång roll", "En bedömare med en mycket lång"),
    ],
)
def test_a_sheet_is_called_as_near_the_wish_as_a_spreadsheet_allows(wish: str, name: str) -> None:
    assert sheet_name(wish, ()) == name


def test_no_two_sheets_have_one_name_and_none_is_too_long() -> None:
    taken: set[str] = set()
    for _ in range(12):
        found = sheet_name("En bedömare med en mycket lång ROLL", taken)
        assert found.casefold() not in taken and len(found) <= 31
        taken.add(found.casefold())
    assert sheet_name("svar", {"svar"}) == "svar 2"
