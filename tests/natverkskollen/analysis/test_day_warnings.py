"""From when a day is warned of, and in what words."""

from datetime import date

import pytest

from natverkskollen.analysis.day_warnings import warnings
from tests.natverkskollen.analysis.test_key_dates import days


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2025-09-30", []),
        ("2025-10-01", ["Sista dag att säga upp A: dagen är om 60 dagar, den 30 november 2025."]),
        ("2025-11-29", ["Sista dag att säga upp A: dagen är om en dag, den 30 november 2025."]),
        ("2025-11-30", ["Sista dag att säga upp A: dagen är i dag."]),
        ("2025-12-01", ["Sista dag att säga upp A: dagen passerade den 30 november 2025."]),
    ],
)
def test_a_warning_from_sixty_days_before(today, words):
    found = warnings(days(), date.fromisoformat(today))
    assert [each.replace("\u00a0", " ") for each in found] == words
