"""The days to keep, worked out by hand, and the calendar file by RFC 5545."""

from datetime import date

import pytest

from natverkskollen.analysis.key_dates import (
    ics_text,
    in_year,
    key_dates,
    last_notice_before,
    next_after,
    warnings,
)
from tests.building import dossiers as build

TERMS = {"notice": "E-post senast 30 november", "last_notice_day": "11-30", "fee_day": "02-28"}


def days(terms=TERMS, **more):
    criteria = build.criteria_set(build.theme("t", 1, build.judged("k")))
    networks = {"a": build.network("a", terms=terms)}
    made = build.dossier(criteria, {"a": {}}, networks=networks, **more)
    return key_dates(made.evaluation, made.networks)


def test_the_days_of_a_network_are_the_first_after_the_case():
    """The case is dated 2025-04-01: this year's 30 November and next year's 28 February."""
    assert [(each.day, each.title) for each in days()] == [
        (date(2025, 11, 30), "Sista dag att säga upp A"),
        (date(2026, 2, 28), "Avgiften ska betalas till A"),
    ]


def test_decisions_and_the_next_evaluation_have_days():
    decisions = (
        {"network": "a", "outcome": "come-back", "by": "2026-05-30", "body": "Kommunstyrelsen"},
    )
    found = days({"notice": "okänt"}, decisions=decisions, next_evaluation="2027-01-01")
    assert [(each.day.isoformat(), each.title, each.network) for each in found] == [
        ("2026-05-30", "Frågan om A ska vara avgjord", "a"),
        ("2027-01-01", "Nästa utvärdering av nätverken", None),
    ]


@pytest.mark.parametrize(
    ("outcome", "field", "title"),
    [
        ("trial", "by", "Prövotiden slutar för A"),
        ("leave", "from_date", "Medlemskapet upphör i A"),
    ],
)
def test_trials_and_exits_are_days_too(outcome, field, title):
    decision = {"network": "a", "outcome": outcome, field: "2026-12-31", "body": "KS"}
    assert [each.title for each in days({"notice": "okänt"}, decisions=(decision,))] == [title]


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


def test_a_day_of_the_year_as_a_date():
    assert in_year("02-29", 2024) == date(2024, 2, 29)
    assert in_year("02-29", 2025) == date(2025, 2, 28)
    assert last_notice_before("11-30", date(2025, 12, 31)) == date(2025, 11, 30)
    assert last_notice_before("11-30", date(2025, 11, 29)) == date(2024, 11, 30)
    assert next_after("11-30", date(2025, 11, 30)) == date(2025, 11, 30)
    assert next_after("11-30", date(2025, 12, 1)) == date(2026, 11, 30)


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
