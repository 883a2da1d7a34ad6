"""A day of the year as the date it falls on, 29 February and the turn of the year among them."""

from datetime import date

from natverkskollen.analysis.yearly_days import in_year, last_notice_before, next_after


def test_a_day_of_the_year_as_a_date():
    assert in_year("02-29", 2024) == date(2024, 2, 29)
    assert in_year("02-29", 2025) == date(2025, 2, 28)
    assert last_notice_before("11-30", date(2025, 12, 31)) == date(2025, 11, 30)
    assert last_notice_before("11-30", date(2025, 11, 29)) == date(2024, 11, 30)
    assert next_after("11-30", date(2025, 11, 30)) == date(2025, 11, 30)
    assert next_after("11-30", date(2025, 12, 1)) == date(2026, 11, 30)
