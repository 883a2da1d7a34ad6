"""The calendar file by RFC 5545."""

from datetime import date

from natverkskollen.analysis.calendar_file import ics_text
from tests.natverkskollen.analysis.test_key_dates import days


def test_the_calendar_file_follows_the_standard():
    text = ics_text(days(), "Prövning; av, allt\\\nhär", date(2025, 4, 1))
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in text.replace("\r\n", "")
    assert r"X-WR-CALNAME:Prövning\; av\, allt\\\nhär" in lines
    assert "DTSTART;VALUE=DATE:20251130" in lines and "DTEND;VALUE=DATE:20251201" in lines
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 2
    assert len({line for line in lines if line.startswith("UID:")}) == 2


def test_long_lines_are_folded_at_75_bytes_without_breaking_a_letter():
    title = "Å" * 200
    lines = ics_text((), title, date(2025, 4, 1)).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert (
        "".join(line[1:] if line.startswith(" ") else f"\n{line}" for line in lines).count(title)
        == 1
    )
