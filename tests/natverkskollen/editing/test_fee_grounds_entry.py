"""The sums and rates that fees are counted on, as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from natverkskollen.editing.fee_grounds_entry import grounds_changes
from natverkskollen.editing.typed import Entry
from natverkskollen.store import read_library
from tests.building.folders import ID, small_folder

NEEDED = ("tax_income", "EUR")
EMPTY: dict[str, Any] = {"sums": (), "rates": ()}
NOTHING = {"tax_income": "", "EUR": "", "EUR-day": ""}


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"tax_income": "6 500 000 000"}, "tax_income", "går inte att läsa"),
        ({"tax_income": "2024 6 500"}, "tax_income", "går inte att läsa"),
        ({"tax_income": "24: 6"}, "tax_income", "”24: 6” går inte att läsa"),
        ({"tax_income": "2024: många"}, "tax_income", "går inte att läsa"),
        ({"tax_income": "2024:"}, "tax_income", "går inte att läsa"),
        ({"tax_income": "2024: 1\n2024: 2"}, "tax_income", "2024 står två gånger"),
        ({"EUR": "11,45"}, "EUR-day", "Skriv kursens dag"),
        ({"EUR-day": "2025-01-02"}, "EUR", "vad en enhet kostar"),
        ({"EUR": "0", "EUR-day": "2025-01-02"}, "EUR", "vad en enhet kostar"),
        ({"EUR": "11,45", "EUR-day": "i mars"}, "EUR-day", "ett datum"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_nothing_is_saved(
    typed: dict[str, str], field: str, told: str
) -> None:
    entry = Entry()
    assert grounds_changes(entry, {**NOTHING, **typed}, EMPTY, NEEDED) == ()
    assert told in entry.wrong[field]


def test_a_sum_that_is_not_changed_keeps_its_source_and_what_is_not_asked_for_stays() -> None:
    told = {"of": "tax_income", "year": 2023, "kronor": 10, "source": {"document": "d"}}
    other = {"of": "tax_base", "year": 2023, "kronor": 7}
    nok = {"currency": "NOK", "kronor": 1, "date": "2025-01-01"}
    seen = {"sums": (told, other), "rates": (nok,)}
    typed = {**NOTHING, "tax_income": "2023: 10\n\n2024: 11,5"}
    (change,) = grounds_changes(Entry(), typed, seen, NEEDED)
    assert change.path == ("evaluation", "municipality", "sums")
    assert change.old == (told, other)
    years = {(each["of"], each["year"]): each for each in change.new}
    assert years["tax_income", 2023] == told and years["tax_base", 2023] == other
    assert str(years["tax_income", 2024]["kronor"]) == "11.5"


def test_a_sum_that_stands_twice_in_the_file_is_told(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    path = folder / "evaluations" / ID / "evaluation.yaml"
    sums = ", ".join(f"{{of: tax_base, year: 2024, kronor: {n}}}" for n in (1, 9))
    text = path.read_text("utf-8").replace(
        "inhabitants: 5000", f"inhabitants: 5000, sums: [{sums}]"
    )
    path.write_text(text, "utf-8")
    (told,) = read_library(folder).problems
    assert "summan tax_base för 2024 står två gånger" in str(told)
